package org.seealso.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One name, four places: label "Send check-in", id ServiceTask_SendCheckIn, bean sendCheckInDelegate. */
final class Naming {
    private static final int FAR = 4;

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

    /** What was probably meant comes first; the rest follows by the alphabet. */
    static List<String> nearestFirst(String misspelt, Set<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt((String word) -> Math.min(distance(misspelt, word), FAR))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Letters to add, drop or replace until one word is the other. */
    private static int distance(String one, String other) {
        int[] above = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
