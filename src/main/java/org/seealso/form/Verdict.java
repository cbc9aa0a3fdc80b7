package org.seealso.form;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the server says of a submission. {@code values} are typed and clean, {@code answers} carry question, readable
 * value and readers in the form's order, {@code routing} holds only fields marked {@code routing=true} (house law 4).
 */
public record Verdict(
        boolean ok,
        Map<String, Object> values,
        List<FieldAnswer> answers,
        Map<String, Object> routing,
        List<FieldError> errors) {

    /** One answered question. {@code value} is text, number, boolean or a list of text. */
    public record FieldAnswer(String field, String question, Object value, String shown, Set<String> readers) {}

    /** What is wrong with one field, in the reader's words, and what to do. */
    public record FieldError(String field, String message) {}
}
