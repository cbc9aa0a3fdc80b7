package org.seealso.exchange;

import java.util.List;

/**
 * What a list would do.
 *
 * @param good what would be new
 * @param unchanged how many lines say what we know already
 * @param troubles what is wrong, line by line; such a line does nothing
 * @param notes what is left out without being wrong
 */
record Judged<T>(List<T> good, int unchanged, List<Trouble> troubles, List<String> notes) {

    /** One thing wrong with a line, for the person who wrote it. */
    record Trouble(int line, String column, String why, String whatToDo) {}

    int badLines() {
        return (int) troubles.stream().map(Trouble::line).distinct().count();
    }
}
