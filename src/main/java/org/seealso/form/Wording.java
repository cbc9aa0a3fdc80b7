package org.seealso.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Feel;

/** Fills the placeholders of a form's texts as form-js does: {@code {{expression}}} and {@code {{#if …}}…{{/if}}}. */
final class Wording {
    private static final Pattern TAG = Pattern.compile("\\{\\{(.+?)}}", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,12})?|\\.\\d{1,12})");
    private static final Pattern MARKDOWN = Pattern.compile("[!-/:-@\\[-`{-~]");

    private final Feel feel;
    private final Words words;

    Wording(Feel feel, Words words) {
        this.feel = feel;
        this.words = words;
    }

    /** Throws IllegalArgumentException or FeelFailed for a text that could not be filled later. */
    void check(String text) {
        if (text.strip().startsWith("=")) {
            feel.check(text.strip().substring(1));
            return;
        }
        int open = 0;
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            String tag = tags.group(1).strip();
            if (tag.startsWith("#if ")) {
                open++;
                feel.check(tag.substring(4));
            } else if (tag.equals("/if")) {
                if (--open < 0) {
                    throw new IllegalArgumentException("There is a {{/if}} without its {{#if …}}.");
                }
            } else if (tag.startsWith("#") || tag.startsWith("/")) {
                throw new IllegalArgumentException("{{" + tag + "}} is not supported; use a table for rows.");
            } else {
                feel.check(tag);
            }
        }
        if (open > 0) {
            throw new IllegalArgumentException("There is an {{#if …}} without its {{/if}}.");
        }
    }

    /** Plain text with its placeholders filled. */
    String plain(String text, Map<String, ?> variables) {
        return fill(text, variables, UnaryOperator.identity());
    }

    /** Markdown with its placeholders filled; what a value holds stays text and never becomes markup. */
    String markdown(String text, Map<String, ?> variables) {
        return fill(text, variables, Wording::literal);
    }

    private String fill(String text, Map<String, ?> variables, UnaryOperator<String> escape) {
        if (text.strip().startsWith("=")) {
            return escape.apply(inWords(feel.evaluate(text.strip().substring(1), variables)));
        }
        StringBuilder filled = new StringBuilder();
        Deque<Boolean> shown = new ArrayDeque<>();
        int from = 0;
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            boolean visible = !shown.contains(false);
            if (visible) {
                filled.append(text, from, tags.start());
            }
            from = tags.end();
            String tag = tags.group(1).strip();
            if (tag.startsWith("#if ")) {
                shown.push(feel.isTrue(tag.substring(4), variables));
            } else if (tag.equals("/if")) {
                shown.poll();
            } else if (visible) {
                filled.append(escape.apply(inWords(feel.evaluate(tag, variables))));
            }
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static String literal(String value) {
        return MARKDOWN.matcher(value.strip().replace("\r\n", "\n"))
                .replaceAll("\\\\$0")
                .replaceAll("[ \\t]*\\R[ \\t]*(\\R[ \\t]*)+", "\n\n")
                .replaceAll("(?<!\\n)[ \\t]*\\n(?!\\n)[ \\t]*", "\\\\\n");
    }

    /** A value as a person reads it: days in words, yes and no, lists with commas. */
    String inWords(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return words.say(truth ? "yes" : "no");
        } else if (value instanceof LocalDate day) {
            return words.date("day").format(day);
        } else if (value instanceof LocalDateTime moment) {
            return words.date("moment").format(moment);
        } else if (value instanceof Collection<?> values) {
            return values.stream().map(this::inWords).collect(Collectors.joining(", "));
        }
        return shown(value);
    }

    /** A text or a number as a page carries it. */
    static String shown(@Nullable Object value) {
        if (value instanceof Number number) {
            BigDecimal exact = number(number.toString());
            return exact == null
                    ? number.toString()
                    : exact.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    /** A plain decimal number, or null; the shape is checked first so that 1e999999 costs nothing. */
    static @Nullable BigDecimal number(String text) {
        String tidy = text.strip();
        return NUMBER.matcher(tidy).matches() ? new BigDecimal(tidy) : null;
    }
}
