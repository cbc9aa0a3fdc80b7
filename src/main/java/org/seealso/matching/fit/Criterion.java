package org.seealso.matching.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What match-weights.dmn can give a weight. A caution is taken off the score. */
public enum Criterion {
    RECIPROCAL_TOPICS("reciprocalTopics", "What each can share with the other", "wantToLearn", "canShare"),
    SOUGHT_TOPICS(
            "soughtTopics", "Topics sought and offered", "topicsSought", "topic1", "topic2", "topic3", "topicsOffered"),
    SHARED_INTERESTS("sharedInterests", "Learning the same things", "wantToLearn", "topicsSought"),
    GOALS("goals", "Goals and needs in their own words", FreeText.FIELDS),
    COMPETENCIES("competencies", "Strengths to learn from", "competencies", "competenciesWanted"),
    WISH("wish", "Somebody similar or different, as asked", "similarity"),
    RHYTHM("rhythm", "How often they would like to meet", "frequency"),
    REGION("region", "Near enough to meet in person", "region", "modes"),
    LIBRARY_TYPE("libraryType", "Kind of library", "libraryType", "libraryTypeWish"),
    CAREER_STAGE("careerStage", "Stage of career", "careerStage", "years"),
    DIVERSITY("diversity", "Different backgrounds", "libraryType", "region", "years"),
    SOLO_WORKERS("soloWorkers", "Working without library colleagues", "soloWorker"),
    SHARED_IDENTITY("sharedIdentity", "A shared identity both asked for", "identity", "identityWish"),
    PREFERRED("preferred", "A partner they asked for", "preferredPartner"),
    WAITING("waiting", "Time spent waiting"),
    NEAR_CLONE("nearClone"),
    SAME_EMPLOYER("sameEmployer");

    final String key;
    final boolean caution;
    /** What a coordinator reads for it; empty for a caution, which is told as something to watch. */
    final String words;
    /** The answers it rests on: nobody reads how well it is met who may not read them. */
    final List<String> fields;

    Criterion(String key, String words, List<String> fields) {
        this.key = key;
        this.caution = false;
        this.words = words;
        this.fields = fields;
    }

    Criterion(String key, String words, String... fields) {
        this(key, words, List.of(fields));
    }

    Criterion(String key) {
        this.key = key;
        this.caution = true;
        this.words = "";
        this.fields = List.of();
    }

    static Optional<Criterion> named(String key) {
        return Arrays.stream(values()).filter(c -> c.key.equals(key)).findFirst();
    }
}
