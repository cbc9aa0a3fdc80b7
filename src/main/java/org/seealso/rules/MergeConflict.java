package org.seealso.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two versions of one file, left for somebody to choose: a letter would carry both to people, markers and all. */
final class MergeConflict {
    private static final Pattern MARKER = Pattern.compile("(?m)^(?:<{7} .*|={7}|>{7} .*)\\r?$");

    private MergeConflict() {}

    /** True, and a fault for every line, if the text holds markers of a merge. */
    static boolean in(String text, FaultList faults) {
        Matcher marker = MARKER.matcher(text);
        boolean found = false;
        while (marker.find()) {
            found = true;
            long line = text.substring(0, marker.start()).lines().count() + 1;
            faults.add(
                    "line " + line,
                    "The line \"" + marker.group().strip() + "\" was left by a merge of two versions.",
                    "Keep one of the two versions and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.");
        }
        return found;
    }
}
