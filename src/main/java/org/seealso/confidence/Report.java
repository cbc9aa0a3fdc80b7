package org.seealso.confidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.seealso.answer.Subject;

/**
 * A conduct report, opened.
 *
 * @param form conduct-report, or fit-problem for one that turned out to be a matter of conduct
 * @param parts what the reporter wrote, then what handlers wrote, in that order
 */
public record Report(
        UUID submissionId, String program, String form, Instant receivedAt, Subject subject, List<Part> parts) {

    /**
     * One answered question.
     *
     * @param author empty for the reporter, else the handler's account
     */
    public record Part(
            String author, Instant writtenAt, String form, String field, String question, Object value, String shown) {}

    /** The newest answer to a question of this form. */
    public Optional<Part> answer(String ofForm, String field) {
        return parts.stream()
                .filter(part -> part.form().equals(ofForm) && part.field().equals(field))
                .reduce((first, second) -> second);
    }

    /** Handlers who should not deal with it, as far as the reporter said so. */
    List<String> notThese() {
        return answer(form, "conflict")
                .map(part -> part.value() instanceof List<?> several
                        ? several.stream().map(Object::toString).toList()
                        : List.of(part.value().toString()))
                .orElse(List.of());
    }
}
