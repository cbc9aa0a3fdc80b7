package org.seealso.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who may read an answer. The words a person sees beside a question come from here and nowhere else (B14). */
public record Readers(Set<String> names) {
    static final Set<String> KNOWN = Set.of("coordinators", "partner", "matching", "report", "conduct", "proposed");
    private static final Map<String, String> ALONE = Map.of(
            "coordinators", "coordinators",
            "partner", "your partner",
            "matching", "only the matching",
            "report", "only counted, without your name",
            "conduct", "only conduct handlers",
            "proposed", "somebody we would like to match you with");
    private static final Map<String, String> AMONG = Map.of(
            "coordinators", "coordinators",
            "partner", "your partner",
            "matching", "the matching",
            "report", "counted, without your name",
            "conduct", "conduct handlers",
            "proposed", "somebody we would like to match you with");
    private static final List<String> ORDER =
            List.of("coordinators", "conduct", "matching", "report", "proposed", "partner");

    public Readers {
        names = Set.copyOf(names);
    }

    /** Reads the property as the Modeler keeps it, names separated by spaces or commas; empty means coordinators. */
    static Readers of(String property) {
        Set<String> names = new TreeSet<>(List.of(property.strip().split("[\\s,]+")));
        names.remove("");
        return new Readers(names.isEmpty() ? Set.of("coordinators") : names);
    }

    Set<String> unknown() {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(KNOWN);
        return unknown;
    }

    /** "coordinators and your partner, after the match"; once matched, the last words are left out. */
    public String inWords(boolean matched) {
        String afterwards = names.contains("partner") && !matched ? ", after the match" : "";
        if (names.size() == 1) {
            return ALONE.getOrDefault(names.iterator().next(), "coordinators") + afterwards;
        }
        List<String> words = new ArrayList<>();
        for (String name : ORDER) {
            if (names.contains(name)) {
                words.add(AMONG.get(name) + (name.equals("partner") ? afterwards : ""));
            }
        }
        String last = words.remove(words.size() - 1);
        return String.join(", ", words) + (words.size() > 1 ? ", and " : " and ") + last;
    }
}
