package org.seealso.rules;

import java.util.Locale;
import java.util.regex.Pattern;

/** One name, four places: label "Send check-in", id ServiceTask_SendCheckIn, bean sendCheckInDelegate. */
final class Naming {
    private static final Pattern GENERATED = Pattern.compile("[A-Za-z]+_(?=[a-z]*[0-9])[0-9a-z]{7}");
    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z]*(_[A-Z0-9][A-Za-z0-9]*)+");

    private Naming() {}

    static boolean isGenerated(String id) {
        return GENERATED.matcher(id).matches();
    }

    static boolean isLawful(String id) {
        return ID.matcher(id).matches();
    }

    static String pascal(String label) {
        StringBuilder name = new StringBuilder();
        for (String word : label.replaceAll("['’]", "").split("[^\\p{Alnum}]+")) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }

    static String bean(String label) {
        String pascal = pascal(label);
        return pascal.isEmpty()
                ? ""
                : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1) + "Delegate";
    }
}
