package org.seealso.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of a submission. {@code values} are typed and clean and hold only answered fields;
 * {@code answers} carry question, readable value and readers in the form's order; {@code routing} holds every field
 * marked {@code routing=true}, null if it was hidden or left empty, so that a condition in a diagram always finds its
 * variable (house law 4). With errors, {@code answers} and {@code routing} are empty.
 */
public record Verdict(
        boolean ok,
        Map<String, Object> values,
        List<FieldAnswer> answers,
        Map<String, @Nullable Object> routing,
        List<FieldError> errors) {

    /** One answered question. {@code value} is text, number, boolean or a list of text. */
    public record FieldAnswer(String field, String question, Object value, String shown, Set<String> readers) {}

    /** What is wrong with one field, in the reader's words, and what to do. */
    public record FieldError(String field, String message) {}
}
