package org.seealso.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The patterns of a form mean here what they mean in form-js, that is in JavaScript without the u flag: what counts as
 * a blank or a line end differs, and a character beyond the first plane counts as two.
 */
final class PagePattern {
    /** JavaScript's {@code \s}, to stand within brackets. */
    static final String BLANKS = "\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private static final String OTHERS = "\\x00-\\x08\\x0e-\\x1f!-\\u009f\\u00a1-\\u167f\\u1681-\\u1fff\\u200b-\\u2027"
            + "\\u202a-\\u202e\\u2030-\\u205e\\u2060-\\u2fff\\u3001-\\ufefe\\uff00-\\uffff";
    private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";
    /** Java has these and JavaScript has not, or means something else by them. */
    private static final String FOREIGN = "AZzGhHvVRXQEpPkceaNx0u";

    private static final String CODES =
            "297|93|244|1264|358|355|376|971|54|374|1684|1268|61|43|994|257|32|229|226|880|359|973|1242|387"
                    + "|590|375|501|1441|591|55|1246|673|975|267|236|1|61|41|56|86|225|237|243|242|682|57|269|238|506"
                    + "|53|5999|61|1345|357|420|49|253|1767|45|1809|1829|1849|213|593|20|291|212|34|372|251|358|679|500"
                    + "|33|298|691|241|44|995|44|233|350|224|590|220|245|240|30|1473|299|502|594|1671|592|852|504|385"
                    + "|509|36|62|44|91|246|353|98|964|354|972|39|1876|44|962|81|76|77|254|996|855|686|1869|82|383|965"
                    + "|856|961|231|218|1758|423|94|266|370|352|371|853|590|212|377|373|261|960|52|692|389|223|356|95"
                    + "|382|976|1670|258|222|1664|596|230|265|60|262|264|687|227|672|234|505|683|31|47|977|674|64|968"
                    + "|92|507|64|51|63|680|675|48|1787|1939|850|351|595|970|689|974|262|40|7|250|966|249|221|65|500"
                    + "|4779|677|232|503|378|252|508|381|211|239|597|421|386|46|268|1721|248|963|1649|235|228|66|992"
                    + "|690|993|670|676|1868|216|90|688|886|255|256|380|598|1|998|3906698|379|1784|58|1284|1340|84|678"
                    + "|681|685|967|27|260|263";
    private static final String AREAS =
            "9[976]\\d|8[987530]\\d|6[987]\\d|5[90]\\d|42\\d|3[875]\\d|2[98654321]\\d|9[8543210]|8[6421]|6[6543210]"
                    + "|5[87654321]|4[987654310]|3[9643210]|2[70]|7|1";
    private static final Pattern PHONE = Pattern.compile("(\\+|00)(" + CODES + ")(" + AREAS + ")\\d{4,20}\\z");

    private static final Cache<String, Pattern> PATTERNS =
            Caffeine.newBuilder().maximumSize(500).build();

    private PagePattern() {}

    static boolean finds(String pattern, String text) {
        return PATTERNS.get(pattern, PagePattern::compile).matcher(halves(text)).find();
    }

    /** A number in the international shape, by the calling codes form-js knows. */
    static boolean isPhone(String text) {
        return PHONE.matcher(text).find();
    }

    /** Throws PatternSyntaxException for what is no pattern, or none that both sides read alike. */
    static Pattern compile(String pattern) {
        StringBuilder java = new StringBuilder();
        boolean within = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                java.append(escaped(pattern, ++i, within));
            } else if (within) {
                within = c != ']';
                java.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
            } else if (c == '[') {
                within = true;
                boolean not = pattern.startsWith("^", i + 1);
                if (pattern.startsWith("]", i + (not ? 2 : 1))) {
                    throw new PatternSyntaxException("brackets without anything between them", pattern, i);
                }
                java.append(not ? "[^" : "[");
                i += not ? 1 : 0;
            } else if (c == '('
                    && pattern.startsWith("?", i + 1)
                    && !pattern.substring(i + 2).matches("(?s)(<?[=!]|:).*")) {
                throw new PatternSyntaxException("a group that the Modeler's preview reads otherwise", pattern, i);
            } else if (c == '+'
                    && i > 0
                    && "*+?}".indexOf(pattern.charAt(i - 1)) >= 0
                    && !pattern.startsWith("\\", i - 2)) {
                throw new PatternSyntaxException("a + after another count", pattern, i);
            } else {
                java.append(c == '.' ? "[^" + LINE_ENDS + "]" : c == '$' ? "\\z" : String.valueOf(c));
            }
        }
        return Pattern.compile(halves(java.toString()));
    }

    private static String escaped(String pattern, int at, boolean within) {
        char c = pattern.charAt(at);
        if (FOREIGN.indexOf(c) >= 0) {
            throw new PatternSyntaxException("\\" + c + ", which the Modeler's preview reads otherwise", pattern, at);
        }
        return switch (c) {
            case 's' -> within ? BLANKS : "[" + BLANKS + "]";
            case 'S' -> within ? OTHERS : "[^" + BLANKS + "]";
            case 'b' -> "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
            case 'B' -> "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";
            default -> "\\" + c;
        };
    }

    /** The two halves of a character beyond the first plane, the wrong way round: so Java counts them as two. */
    private static String halves(String text) {
        StringBuilder halves = new StringBuilder(text);
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                halves.setCharAt(i, text.charAt(i + 1));
                halves.setCharAt(i + 1, text.charAt(i));
                i++;
            }
        }
        return halves.toString();
    }
}
