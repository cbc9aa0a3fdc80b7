package org.seealso;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a text that slipped into the wrong language by the small words no text of the other one has. */
public final class Words {
    private static final Set<String> ENGLISH = Set.of(
            "the", "and", "you", "your", "is", "are", "of", "with", "this", "that", "we", "have", "will", "it", "for",
            "until", "please", "not", "what", "how", "yes", "from", "by", "was", "been", "hello");
    private static final Set<String> FRENCH = Set.of(
            "le", "la", "les", "des", "vous", "nous", "votre", "et", "est", "une", "pour", "avec", "que", "qui", "dans",
            "sur", "jusqu", "au", "bonjour", "cela", "pas", "ou");

    private Words() {}

    /** @param names what both languages leave as it is, such as a program's name */
    public static List<String> english(String text, String... names) {
        return found(ENGLISH, text, names);
    }

    public static List<String> french(String text, String... names) {
        return found(FRENCH, text, names);
    }

    private static List<String> found(Set<String> small, String text, String... names) {
        String own = text;
        for (String name : names) {
            own = own.replace(name, "");
        }
        own = own.replaceAll("(https?://|mailto:)\\S+", "").replaceAll("\\S+@\\S+", "");
        return Stream.of(own.split("[^\\p{L}]+"))
                .filter(word -> small.contains(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }
}
