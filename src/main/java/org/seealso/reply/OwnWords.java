package org.seealso.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote themselves, out of a message that quotes our letter above, below or in between, and ends with a
 * greeting. Words are only ever left out where a mail program's own marks say so; what is left is read strictly.
 */
final class OwnWords {
    /** "On Monday, Ana wrote:" in the languages mail programs around us speak, up to four lines long. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?s)^(on|le|el|am|il|em|op|den)\\b.{3,400}?(wrote|a écrit|écrit|a ecrit|escribió|schrieb|ha scritto|escreveu"
                    + "|schreef|skrev)\\b.{0,120}?:\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Yahoo, Outlook for Android and others put the name first, then the address. */
    private static final Pattern WROTE = Pattern.compile("(?i)(wrote|a écrit|schrieb|escribió)\\s*+:\\s*+$");

    private static final Pattern PART = Pattern.compile("<[^<>]++>|\\S++");
    private static final int NAME_BEFORE_ADDRESS = 120;
    private static final int WORDS_AFTER_ADDRESS = 80;

    private static final Pattern DIVIDER = Pattern.compile(
            "(?i)^[-_*=>\\s]*(original message|message d[’']origine|original-nachricht|ursprüngliche nachricht|mensaje original"
                    + "|forwarded message|message transféré|reply message|begin forwarded message:?"
                    + "|début du message transféré ?:?|weitergeleitete nachricht)[-_*=\\s]*$");

    private static final Pattern RULE = Pattern.compile("^[_]{10,}$|^[-]{20,}$");

    /** The headers Outlook and its like repeat above what they quote; bold as plain text leaves asterisks. */
    private static final Pattern HEADER = Pattern.compile(
            "(?i)^\\**(from|de|von|sent|envoyé|date|gesendet|to|à|an|cc|subject|objet|betreff)\\s?\\**\\s?:\\**.*");

    private static final Pattern FIRST_HEADER = Pattern.compile(
            "(?i)^\\**(from|de|von)\\s?\\**\\s?:\\**.*@.*|(?i)^\\**(from|de|von)\\s?\\**\\s?:\\**\\s+\\S.*");

    private static final Pattern PHONE = Pattern.compile(
            "(?i)^(sent from (my |mail|outlook|yahoo|gmail|proton|the|an? )?.{0,60}|get outlook for .{0,40}"
                    + "|envoyé (de|depuis|à partir de) .{0,60}|télécharger outlook .{0,40}|obtenez outlook .{0,40}"
                    + "|sent with .{0,60}|envoyé avec .{0,60}|von meinem .{0,40} gesendet|enviado desde .{0,50}"
                    + "|this email was sent from .{0,60})$");

    private static final Pattern DELIMITER = Pattern.compile("^--\\s?$");

    private static final Pattern GREETING = Pattern.compile(
            "(?i)^(hello|hi|hey|dear|good (morning|afternoon|evening|day)|bonjour|bonsoir|salut|allo|cher|chère|chers|hola)\\b[^?\\d]{0,50}$");

    private static final Pattern CLOSING = Pattern.compile(
            "(?i)^(many |with |kind |warm |best |all the |yours |très |bien |avec mes |un grand |grand )*(thanks|thank you|thx|ty"
                    + "|regards|wishes|best|cheers|sincerely|truly|take care|talk soon|have a (nice|good|great|lovely) .{0,30}"
                    + "|merci|cordialement|salutations|amicalement|bonne (journée|soirée|semaine|fin de .{0,12})|à bientôt|amitiés"
                    + "|respectfully|warmly)\\b[^\\d?]{0,60}$");

    private static final Pattern LEAD_IN = Pattern.compile(
            "(?i)^(here (are|is|you go)|voici|my answers|mes réponses|see below)\\b[^\\d?]{0,50}[:.!]?$");

    private static final Pattern QUOTED_NUMBER = Pattern.compile("^[>|\\s]+\\**(\\d{1,2})\\s?[).]\\**\\s.*");

    private static final int LONGEST_MARK = 500;
    private static final int ATTRIBUTION_LINES = 4;
    private static final int AFTER_CLOSING = 4;
    private static final int SHORT = 60;

    private OwnWords() {}

    /** The lines somebody wrote; what stands under a question they quoted gets that question's number. */
    static List<String> of(String text, String name) {
        List<String> lines = tidy(text);
        int quote = quoteBegins(lines);
        List<String> above = trimmed(written(lines.subList(0, quote)), name);
        if (!above.isEmpty()) {
            return above;
        }
        return trimmed(between(lines.subList(quote, lines.size())), name);
    }

    private static List<String> tidy(String text) {
        return text.replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replaceAll("[\\u200B-\\u200F\\u2028-\\u202E\\u2060\\uFEFF\\u00AD]", "")
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    private static int quoteBegins(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.length() > LONGEST_MARK) {
                // No mail program writes such a mark, and looking for one could take for ever.
                continue;
            }
            if (line.startsWith(">") || DIVIDER.matcher(line).matches() || isNamed(line)) {
                return i;
            }
            if (RULE.matcher(line).matches() && headersFollow(lines, i + 1)) {
                return i;
            }
            if (FIRST_HEADER.matcher(line).matches() && headersFollow(lines, i)) {
                return i;
            }
            if (attribution(lines, i)) {
                return i;
            }
        }
        return lines.size();
    }

    /** Part by part, because one pattern for all of it takes for ever on a line full of addresses. */
    private static boolean isNamed(String line) {
        Matcher wrote = WROTE.matcher(line);
        if (!wrote.find()) {
            return false;
        }
        Matcher part = PART.matcher(line.substring(0, wrote.start()));
        while (part.find() && part.start() <= NAME_BEFORE_ADDRESS) {
            int at = part.group().indexOf('@', 1);
            if (at > 0 && at < part.group().length() - 1 && wrote.start() - part.end() <= WORDS_AFTER_ADDRESS) {
                return true;
            }
        }
        return false;
    }

    private static boolean attribution(List<String> lines, int from) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < Math.min(lines.size(), from + ATTRIBUTION_LINES); i++) {
            joined.append(i == from ? "" : " ").append(lines.get(i).strip());
            if (joined.length() < 500 && ATTRIBUTION.matcher(joined).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Two of them at least: "To: do" alone may be somebody's own words. */
    private static boolean headersFollow(List<String> lines, int from) {
        int headers = 0;
        int seen = 0;
        for (int i = from; i < lines.size() && seen < 6; i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            seen++;
            if (HEADER.matcher(line).matches()) {
                headers++;
            }
        }
        return headers >= 3;
    }

    private static List<String> written(List<String> lines) {
        List<String> own = new ArrayList<>();
        for (String line : lines) {
            if (DELIMITER.matcher(line).matches()) {
                break;
            }
            own.add(line.strip());
        }
        return own;
    }

    /** Answers typed in between the quoted questions, as some people like to. */
    private static List<String> between(List<String> lines) {
        List<String> own = new ArrayList<>();
        String number = "";
        boolean quoted = false;
        for (String line : lines) {
            if (line.strip().startsWith(">")) {
                Matcher question = QUOTED_NUMBER.matcher(line);
                if (question.matches()) {
                    number = question.group(1);
                }
                quoted = true;
            } else if (DELIMITER.matcher(line).matches()) {
                break;
            } else if (quoted && !line.isBlank()) {
                boolean numbered = line.strip().matches("(?i)q?\\d{1,2}\\s*[).:=].*");
                own.add(numbered || number.isEmpty() ? line.strip() : number + ") " + line.strip());
                number = "";
            }
        }
        return own;
    }

    /** Without greeting, thanks, name and what a phone adds. */
    private static List<String> trimmed(List<String> lines, String name) {
        List<String> left = new ArrayList<>(lines);
        left.removeIf(String::isBlank);
        for (int i = 0; i < left.size(); i++) {
            if (PHONE.matcher(left.get(i)).matches()) {
                left = new ArrayList<>(left.subList(0, i));
                break;
            }
        }
        while (!left.isEmpty()
                && (GREETING.matcher(left.get(0)).matches()
                        || LEAD_IN.matcher(left.get(0)).matches())) {
            left.remove(0);
        }
        for (int i = Math.max(0, left.size() - AFTER_CLOSING - 1); i < left.size(); i++) {
            boolean shortAfter = left.subList(i + 1, left.size()).stream()
                    .allMatch(
                            line -> line.length() <= SHORT && !line.contains("?") && !line.matches(".*\\d\\s?[).].*"));
            if (CLOSING.matcher(left.get(i)).matches() && shortAfter) {
                return List.copyOf(left.subList(0, i));
            }
        }
        String first = name.strip().split("\\s+")[0];
        while (!left.isEmpty() && isName(left.get(left.size() - 1), name, first)) {
            left.remove(left.size() - 1);
        }
        return List.copyOf(left);
    }

    private static boolean isName(String line, String name, String first) {
        if (line.length() > SHORT) {
            return false;
        }
        String tidy = line.replaceAll("^[-–—~*\\s]+|[.,!*\\s]+$", "");
        return !name.isBlank() && (tidy.equalsIgnoreCase(name.strip()) || tidy.equalsIgnoreCase(first));
    }
}
