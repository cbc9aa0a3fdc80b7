package org.seealso.form;

import java.util.List;

/**
 * A question as a letter asks it, to be answered by its number.
 *
 * @param type of the form's component, such as {@code radio}
 * @param hint what the form says under it; empty if nothing
 * @param readers who may read the answer, in words
 * @param onlyIf when it is asked at all, in words; empty if always
 * @param needed whether the form does without an answer only where the question is not asked
 * @param options what may be chosen; empty where people write
 */
public record Question(
        int number,
        String field,
        String type,
        String question,
        String hint,
        String readers,
        String onlyIf,
        boolean needed,
        List<Choice> options) {

    /** @param value what the form means by it */
    public record Choice(int number, String label, String value) {
        /** What stands beside the number; nothing where the label is the number itself. */
        public String words() {
            return label.equals(String.valueOf(number)) ? "" : label;
        }
    }

    /** Whether several answers may be given. */
    public boolean many() {
        return type.equals("checklist") || type.equals("taglist");
    }

    /** Whether a day is asked for. */
    public boolean day() {
        return type.equals("datetime");
    }
}
