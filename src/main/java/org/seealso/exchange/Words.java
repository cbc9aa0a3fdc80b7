package org.seealso.exchange;

import java.util.Locale;

/** Whether two people mean the same word, whatever their spreadsheet did to capitals and spaces. */
final class Words {
    private Words() {}

    static String same(String text) {
        return text.replaceAll("\\s+", " ")
                .replace('’', '\'')
                .replaceAll("[?:*.\\s]+$", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
