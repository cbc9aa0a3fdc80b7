package org.seealso.letter;

import com.samskivert.mustache.Mustache;
import java.util.regex.Pattern;

/**
 * Makes a person's words plain text inside Markdown: every sign Markdown could read as formatting, a link or HTML is
 * escaped, and line ends become line breaks, so that a name or a note can change nothing but itself.
 */
class MarkdownEscaper implements Mustache.Escaper {
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\R\\s*");
    /** Controls, and the invisible marks that turn the reading direction around. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2028\\u2029\\u2066-\\u2069\\uFEFF]");

    @Override
    public String escape(String raw) {
        StringBuilder escaped = new StringBuilder();
        for (String line : LINE_ENDS.split(raw.strip())) {
            if (!escaped.isEmpty()) {
                escaped.append("\\\n");
            }
            String visible = INVISIBLE.matcher(line).replaceAll(" ").strip();
            escaped.append(PUNCTUATION.matcher(visible).replaceAll("\\\\$0"));
        }
        return escaped.toString();
    }
}
