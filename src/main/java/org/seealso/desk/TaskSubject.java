package org.seealso.desk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Subject;

/**
 * What a task is about, by the ids its process holds. {@code reader} is the kind of answers the task's group may read
 * ({@code coordinators} or {@code conduct}); empty means none.
 */
record TaskSubject(String form, String reader, String processInstance, Map<String, Object> variables) {

    static final Set<String> READERS = Set.of("coordinators", "conduct");

    Optional<UUID> id(String variable) {
        return Optional.ofNullable(uuid(variables.get(variable)));
    }

    Subject forAnswers() {
        return new Subject(
                id("personId").orElse(null),
                id("applicationId").orElse(null),
                id("mentorshipId").orElse(null),
                id("cohortId").orElse(null),
                processInstance);
    }

    private static @Nullable UUID uuid(@Nullable Object value) {
        try {
            return value instanceof String text ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
