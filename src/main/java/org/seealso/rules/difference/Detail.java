package org.seealso.rules.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One property before and after; empty text where there is none. */
public record Detail(String what, String before, String after) {
    static List<Detail> between(Map<String, String> before, Map<String, String> after) {
        List<Detail> details = new ArrayList<>();
        TreeSet<String> properties = new TreeSet<>(before.keySet());
        properties.addAll(after.keySet());
        for (String property : properties) {
            String was = before.getOrDefault(property, "");
            String is = after.getOrDefault(property, "");
            if (!was.equals(is)) {
                details.add(new Detail(property, was, is));
            }
        }
        return details;
    }

    @Override
    public String toString() {
        if (before.isEmpty()) {
            return what + ": now " + after;
        }
        return after.isEmpty() ? what + ": no longer " + before : what + ": " + before + " → " + after;
    }
}
