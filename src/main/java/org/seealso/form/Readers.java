package org.seealso.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who may read an answer. The words a person sees beside a question come from here and nowhere else (B14). */
public record Readers(Set<String> names) {
    static final Set<String> KNOWN = Set.of("coordinators", "partner", "matching", "report", "conduct", "proposed");
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
    public String inWords(boolean matched, Words say) {
        List<String> words = new ArrayList<>();
        for (String name : ORDER) {
            if (names.contains(name)) {
                String alone = "reader." + name + ".alone";
                String key = names.size() == 1 && say.knows(alone) ? alone : "reader." + name;
                boolean later = name.equals("partner") && !matched;
                words.add(later ? say.say("reader.afterwards", say.say(key)) : say.say(key));
            }
        }
        if (words.isEmpty()) {
            return say.say("reader.coordinators");
        }
        String last = words.remove(words.size() - 1);
        return switch (words.size()) {
            case 0 -> last;
            case 1 -> say.say("and", words.get(0), last);
            default -> say.say("lastOfMany", String.join(", ", words), last);
        };
    }
}
