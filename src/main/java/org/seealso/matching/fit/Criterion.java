package org.seealso.matching.fit;

import java.util.Arrays;
import java.util.Optional;

/** What match-weights.dmn can give a weight. A caution is taken off the score. */
public enum Criterion {
    RECIPROCAL_TOPICS("reciprocalTopics", false),
    SHARED_INTERESTS("sharedInterests", false),
    WISH("wish", false),
    RHYTHM("rhythm", false),
    REGION("region", false),
    LIBRARY_TYPE("libraryType", false),
    CAREER_STAGE("careerStage", false),
    SOLO_WORKERS("soloWorkers", false),
    NEAR_CLONE("nearClone", true),
    SAME_EMPLOYER("sameEmployer", true);

    final String key;
    final boolean caution;

    Criterion(String key, boolean caution) {
        this.key = key;
        this.caution = caution;
    }

    static Optional<Criterion> named(String key) {
        return Arrays.stream(values()).filter(c -> c.key.equals(key)).findFirst();
    }
}
