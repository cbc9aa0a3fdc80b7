package org.seealso.matching;

import java.util.List;

/** Names in a sentence. */
final class Names {
    private Names() {}

    /** "Ana", "Ana and Ben", "Ana, Ben and Cara". */
    static String and(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        List<String> first = names.subList(0, names.size() - 1);
        String last = names.get(names.size() - 1);
        return first.isEmpty() ? last : String.join(", ", first) + " and " + last;
    }
}
