package org.seealso.engine;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The languages participants are written to in, as Canada writes them: days, times, lists of names, and the few
 * sentences no letter can hold. Whatever is not there in French is there in English.
 */
public enum Language {
    ENGLISH("en", "English", Locale.CANADA, "and", "EEEE, MMMM d, yyyy", "MMMM d, yyyy", "MMMM d"),
    FRENCH("fr", "Français", Locale.CANADA_FRENCH, "et", "EEEE d MMMM yyyy", "d MMMM yyyy", "d MMMM");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    /** French says "1er" of the first of a month and of no other day. */
    private static final Pattern FIRST = Pattern.compile("(^|\\s)1 ");

    private static final DateTimeFormatter ENGLISH_CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.CANADA);
    private static final DateTimeFormatter FRENCH_FULL_HOUR =
            DateTimeFormatter.ofPattern("H 'h'", Locale.CANADA_FRENCH);
    private static final DateTimeFormatter FRENCH_CLOCK = DateTimeFormatter.ofPattern("H 'h' mm", Locale.CANADA_FRENCH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("vvvv");

    private final String code;
    private final String title;
    private final Locale locale;
    private final String and;
    private final DateTimeFormatter day;
    private final DateTimeFormatter date;
    private final DateTimeFormatter withoutYear;
    private final ResourceBundle words;

    Language(String code, String title, Locale locale, String and, String day, String date, String withoutYear) {
        this.code = code;
        this.title = title;
        this.locale = locale;
        this.and = and;
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.date = DateTimeFormatter.ofPattern(date, locale);
        this.withoutYear = DateTimeFormatter.ofPattern(withoutYear, locale);
        // Without this, the English of a server that itself speaks French would be French.
        this.words = ResourceBundle.getBundle(
                "letters-words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** By its code as people's records keep it; English for anything else. */
    public static Language of(@Nullable String code) {
        return chosen(code).orElse(ENGLISH);
    }

    /** By its code; empty for anything else. */
    public static Optional<Language> chosen(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** What a browser asks for in Accept-Language; English if it says nothing we can read. */
    public static Language asked(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            Locale best =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.ENGLISH, Locale.FRENCH));
            return best == null ? ENGLISH : of(best.getLanguage());
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }

    public String code() {
        return code;
    }

    /** "and", "et". */
    public String and() {
        return and;
    }

    /** What the language calls itself. */
    public String title() {
        return title;
    }

    /** The one somebody may change to. */
    public Language other() {
        return this == ENGLISH ? FRENCH : ENGLISH;
    }

    /** "Monday, March 2, 2026", "lundi 2 mars 2026". */
    public String day(LocalDate of) {
        return first(day.format(of));
    }

    /** "March 2, 2026", "2 mars 2026". */
    public String date(LocalDate of) {
        return first(date.format(of));
    }

    /** "Monday, March 2, 2026 at 9:00 a.m. (Central Time)", "lundi 2 mars 2026 à 9 h (heure du Centre)". */
    public String moment(ZonedDateTime at) {
        return at(at.toLocalDateTime()) + zone(at);
    }

    /** "9:00 a.m. (Central Time)", "9 h (heure du Centre)": a moment of today. */
    public String time(ZonedDateTime at) {
        return hour(at.toLocalDateTime()) + zone(at);
    }

    private String zone(ZonedDateTime at) {
        return " (" + ZONE.withLocale(locale).format(at) + ")";
    }

    /** The same without a time zone. */
    public String at(LocalDateTime at) {
        return day(at.toLocalDate()) + (this == ENGLISH ? " at " : " à ") + hour(at);
    }

    private String hour(LocalDateTime at) {
        return (this == ENGLISH ? ENGLISH_CLOCK : at.getMinute() == 0 ? FRENCH_FULL_HOUR : FRENCH_CLOCK).format(at);
    }

    /** "from March 2 to July 3, 2026", "du 2 mars au 3 juillet 2026". */
    public String period(LocalDate from, LocalDate until) {
        boolean sameYear = from.getYear() == until.getYear();
        return say("period", sameYear ? first(withoutYear.format(from) + " ").strip() : date(from), date(until));
    }

    private String first(String written) {
        return this == FRENCH ? FIRST.matcher(written).replaceFirst("$11er ") : written;
    }

    /** The name of a time zone, such as "Central Time". */
    public String clock(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** "Ana and Ben", "Ana, Ben et Cara". */
    public String joined(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + and + " " + names.get(last);
    }

    /** Whether {@link #say} has a sentence of this name. */
    public boolean knows(String key) {
        return words.containsKey(key);
    }

    /** A sentence of {@code letters-words.properties}, its {@code {0}}, {@code {1}} … filled. */
    public String say(String key, String... parts) {
        return PLACE.matcher(words.getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(parts[Integer.parseInt(place.group(1))]));
    }
}
