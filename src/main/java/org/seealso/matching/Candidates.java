package org.seealso.matching;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;

/** Reads the pool of a cohort from what its people wrote, as far as the matching may read it (house law 4). */
@Component
class Candidates {
    private final Participants participants;
    private final Answers answers;

    Candidates(Participants participants, Answers answers) {
        this.participants = participants;
        this.answers = answers;
    }

    /** Everybody in the pool, in order of application. */
    List<Candidate> pool(UUID cohortId, String form) {
        return participants.in(cohortId, Participant.State.POOL).stream()
                .map(p -> candidate(p, form))
                .toList();
    }

    Candidate candidate(UUID participantId, String form) {
        return candidate(participants.participant(participantId), form);
    }

    private Candidate candidate(Participant participant, String form) {
        List<Answer> all = answers.ofParticipant(participant.id(), form);
        Map<String, Answer> newest = new LinkedHashMap<>();
        all.stream()
                .filter(a -> a.mayBeReadBy("matching") || a.mayBeReadBy("coordinators"))
                .forEach(a -> newest.put(a.field(), a));
        Written written = new Written(newest);
        String email = participant.person().email();
        return new Candidate(
                participant.id(),
                participant.person().id(),
                participant.person().name(),
                email,
                email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT),
                written.text("employer"),
                written.text("region"),
                written.text("timeZone"),
                written.text("libraryType"),
                written.number("years"),
                written.text("careerStage"),
                written.list("languages"),
                written.list("modes"),
                written.text("place"),
                written.text("frequency"),
                written.list("wantToLearn"),
                written.list("canShare"),
                written.text("similarity"),
                written.text("groupWish"),
                written.yes("soloWorker"),
                written.text("lineManager") + "\n" + written.text("reports"),
                written.text("doNotMatch"),
                all.stream()
                        .map(Answer::answeredAt)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                written.labels(),
                written.readers());
    }

    private record Written(Map<String, Answer> answers) {
        private @Nullable Object value(String field) {
            Answer answer = answers.get(field);
            return answer == null ? null : answer.value();
        }

        String text(String field) {
            Object value = value(field);
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    : Objects.toString(value, "").strip();
        }

        List<String> list(String field) {
            Object value = value(field);
            if (value instanceof List<?> list) {
                return list.stream().map(String::valueOf).toList();
            }
            return text(field).isEmpty() ? List.of() : List.of(text(field));
        }

        @Nullable
        Integer number(String field) {
            return value(field) instanceof Number number ? number.intValue() : null;
        }

        boolean yes(String field) {
            return Boolean.TRUE.equals(value(field)) || text(field).equalsIgnoreCase("yes");
        }

        /** The words of the form for each value; a list shows them in the same order, between commas. */
        Map<String, String> labels() {
            Map<String, String> labels = new TreeMap<>();
            answers.forEach((field, answer) -> {
                List<String> values = list(field);
                List<String> shown = values.size() == 1
                        ? List.of(answer.shown())
                        : Arrays.asList(answer.shown().split(", "));
                for (int i = 0; i < values.size() && shown.size() == values.size(); i++) {
                    labels.put(values.get(i), shown.get(i));
                }
            });
            return labels;
        }

        Map<String, Set<String>> readers() {
            Map<String, Set<String>> readers = new TreeMap<>();
            answers.forEach((field, answer) -> readers.put(field, new TreeSet<>(answer.readers())));
            return readers;
        }
    }
}
