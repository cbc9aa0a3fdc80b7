package org.seealso.answer;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answered question. {@code value} is text, a number, a boolean or a list of text; {@code shown} is the same for
 * people. {@code readers} are the only ones who may see it (house law 4).
 * {@code participantId} is whom it is about, if anybody.
 */
public record Answer(
        UUID submissionId,
        String author,
        String form,
        String field,
        String question,
        Object value,
        String shown,
        Set<String> readers,
        Instant answeredAt,
        @Nullable UUID participantId) {

    public boolean mayBeReadBy(String reader) {
        return readers.contains(reader);
    }
}
