package org.seealso.matching.fit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The people a free text such as "do not match me with" names, by address or by name in any order and spelling of
 * accents. It rather takes too many for named than too few: a pair not made costs little, a wrong one much.
 */
final class Named {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern ENTRIES = Pattern.compile("[\\n;,/&]|\\band\\b|\\bet\\b|\\bor\\b");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "mx", "dr", "prof", "m", "mme");

    /** How a person may be named, read once: a pool compares each text with everybody. */
    record Name(String address, List<String> words) {
        static Name of(String name, String email) {
            return new Name(plain(email), Named.words(plain(name)));
        }
    }

    private final String plain;
    private final List<Set<String>> lines;
    private final List<List<String>> entries;

    Named(String text) {
        this.plain = plain(text).strip();
        this.lines = plain.lines().map(line -> Set.copyOf(words(line))).toList();
        this.entries = Arrays.stream(ENTRIES.split(plain)).map(Named::words).toList();
    }

    boolean names(Name name) {
        if (plain.isEmpty()) {
            return false;
        }
        if (!name.address().isEmpty() && plain.contains(name.address())) {
            return true;
        }
        List<String> full = name.words();
        if (full.isEmpty()) {
            return false;
        }
        return full.size() > 1 && lines.stream().anyMatch(line -> line.containsAll(full))
                || entries.stream().anyMatch(entry -> names(entry, full));
    }

    /** "Okoro", "Ms. Okoro" or "B. Okoro" name Ben Okoro too. */
    private static boolean names(List<String> entry, List<String> full) {
        return entry.contains(full.get(full.size() - 1))
                && entry.stream()
                        .allMatch(word -> full.contains(word)
                                || word.length() == 1 && full.get(0).startsWith(word));
    }

    /** Every word of the text: whoever it names by name has their last name among them. */
    Set<String> words() {
        return lines.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    boolean hasAddress() {
        return plain.contains("@");
    }

    boolean isEmpty() {
        return plain.isEmpty();
    }

    private static List<String> words(String plain) {
        return Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .toList();
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
