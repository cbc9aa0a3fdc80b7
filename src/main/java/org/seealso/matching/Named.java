package org.seealso.matching;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether free text such as "do not match me with" names a person, by address or by name in any order and spelling of
 * accents. It rather takes too many for named than too few: a pair not made costs little, a wrong one much.
 */
final class Named {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern ENTRIES = Pattern.compile("[\\n;,/&]|\\band\\b|\\bet\\b|\\bor\\b");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "mx", "dr", "prof", "m", "mme");

    private Named() {}

    static boolean names(String text, String name, String email) {
        if (text.isBlank()) {
            return false;
        }
        String plain = plain(text);
        if (!email.isBlank() && plain.contains(plain(email))) {
            return true;
        }
        List<String> full = words(plain(name));
        if (full.isEmpty()) {
            return false;
        }
        if (full.size() > 1
                && plain.lines().anyMatch(line -> Set.copyOf(words(line)).containsAll(full))) {
            return true;
        }
        String last = full.get(full.size() - 1);
        return Arrays.stream(ENTRIES.split(plain)).map(Named::words).anyMatch(entry -> names(entry, full, last));
    }

    /** "Okoro", "Ms. Okoro" or "B. Okoro" name Ben Okoro too. */
    private static boolean names(List<String> entry, List<String> full, String last) {
        return entry.contains(last)
                && entry.stream()
                        .allMatch(word -> full.contains(word)
                                || word.length() == 1 && full.get(0).startsWith(word));
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
