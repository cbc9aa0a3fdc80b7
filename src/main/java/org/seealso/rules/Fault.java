package org.seealso.rules;

import java.util.Comparator;

/**
 * Something in the rules that would go wrong in front of people, in an admin's words.
 *
 * @param file the bare name, such as {@code check-in.bpmn}
 * @param element the id of the element, key of the field, "line 3" or "-" for the whole file
 */
public record Fault(String file, String element, String why, String whatToDo) implements Comparable<Fault> {
    static final String WHOLE_FILE = "-";

    @Override
    public int compareTo(Fault other) {
        return Comparator.comparing(Fault::file)
                .thenComparing(Fault::element)
                .thenComparing(Fault::why)
                .compare(this, other);
    }

    @Override
    public String toString() {
        String where = element.equals(WHOLE_FILE) ? file : file + ", " + element;
        return where + ": " + why + " " + whatToDo;
    }
}
