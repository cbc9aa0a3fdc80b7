package org.seealso.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person of the pool as the matching sees them. Empty text or list, or no years, means not answered.
 *
 * @param emailDomain what stands behind the @, in lower case
 * @param labels the words people read for the values of answers, such as topics
 * @param readers who may read each answered field; decides which reasons may be put into words, and for whom
 */
record Candidate(
        UUID participantId,
        UUID personId,
        String name,
        String email,
        String emailDomain,
        String employer,
        String region,
        String timeZone,
        String libraryType,
        @Nullable Integer years,
        String careerStage,
        List<String> languages,
        List<String> modes,
        String place,
        String frequency,
        List<String> wantToLearn,
        List<String> canShare,
        String similarity,
        String groupWish,
        boolean soloWorker,
        String lineManager,
        String doNotMatch,
        Instant joinedAt,
        Map<String, String> labels,
        Map<String, Set<String>> readers) {

    String firstName() {
        return name.strip().split("\\s+")[0];
    }

    Set<String> readersOf(String field) {
        return readers.getOrDefault(field, Set.of());
    }

    /** The words for a value of an answer, ready to stand inside a sentence. */
    String words(String value) {
        String label = labels.getOrDefault(value, value.replace('-', ' ').replace('_', ' '));
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || acronym ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /** The words for a value as they stand in the form. */
    String label(String value) {
        return labels.getOrDefault(value, value);
    }
}
