package org.seealso.form;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Feel;

/**
 * Turns what was sent for one field into a clean value, or says what is wrong in words for the person who wrote it. The
 * rules are those of form-js, so that Tasklist and our pages agree.
 */
final class FieldReader {
    /** The engine's text columns end here; longer strings fail as SQL errors. */
    static final int LONGEST = 4000;

    private static final Pattern EMAIL = Pattern.compile("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9]"
            + "(?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");
    private static final String BLANK = "[" + PagePattern.BLANKS + "]+";
    private static final Pattern AROUND = Pattern.compile("\\A" + BLANK + "|" + BLANK + "\\z");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");

    private final Feel feel;
    private final Wording wording;
    private final Clock clock;
    private final Words words;

    FieldReader(Feel feel, Wording wording, Clock clock, Words words) {
        this.feel = feel;
        this.wording = wording;
        this.clock = clock;
        this.words = words;
    }

    /** A value, nothing, or a complaint; beside it the value it is about, since conditions see that one, too. */
    record Outcome(@Nullable Object value, @Nullable String complaint) {
        static final Outcome NOTHING = new Outcome(null, null);
    }

    Outcome read(Component field, @Nullable Object raw, Map<String, ?> variables) {
        Object value = null;
        try {
            value = typed(field, raw, variables);
            if (value == null || isEmpty(value)) {
                if (field.required()) {
                    throw new Complaint(missing(field, variables));
                }
                return value instanceof Boolean ? new Outcome(value, null) : Outcome.NOTHING;
            }
            validate(field, value, variables);
            return new Outcome(value, null);
        } catch (Complaint complaint) {
            return new Outcome(value, complaint.getMessage());
        }
    }

    private static boolean isEmpty(Object value) {
        return Boolean.FALSE.equals(value) || value instanceof List<?> list && list.isEmpty();
    }

    private @Nullable Object typed(Component field, @Nullable Object raw, Map<String, ?> variables) throws Complaint {
        if (field.takesMany()) {
            return chosen(field, raw, variables);
        }
        Object one = first(raw);
        if (field.hasOptions()) {
            return one == null || "".equals(one) ? null : choice(field, one, variables);
        }
        if (one instanceof Map) {
            throw new Complaint(words.say("unreadable", name(field, variables)));
        }
        String text = one == null ? "" : one.toString();
        return switch (field.type()) {
            case "checkbox" -> Boolean.TRUE.equals(one) || text.equals("true") || text.equals("on");
            case "number" -> numeric(field, text, variables);
            case "datetime" -> moment(field, tidy(text), variables);
            default -> words(field, text, variables);
        };
    }

    private static @Nullable Object first(@Nullable Object raw) {
        if (raw instanceof Collection<?> several) {
            return several.isEmpty() ? null : several.iterator().next();
        }
        return raw;
    }

    private @Nullable String words(Component field, String raw, Map<String, ?> variables) throws Complaint {
        String text = raw.replace("\r\n", "\n").replace('\r', '\n');
        text = tidy(field.type().equals("textarea") ? text : text.replace('\n', ' '));
        if (isPhone(field)) {
            text = text.replaceAll("[ ().-]", "");
        }
        if (text.indexOf('\0') >= 0 || hasHalfCharacter(text)) {
            throw new Complaint(words.say("character", name(field, variables)));
        }
        if (text.length() > LONGEST) {
            throw new Complaint(words.say(
                    "tooLong", name(field, variables), String.valueOf(LONGEST), String.valueOf(text.length())));
        }
        return text.isEmpty() ? null : text;
    }

    /** Without what JavaScript counts as blanks around it: Java's own idea of them knows no hard space. */
    static String tidy(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    private static boolean isPhone(Component field) {
        return field.validate().path("validationType").asText("").equals("phone");
    }

    /** PostgreSQL refuses half of a surrogate pair, which JSON can carry. */
    private static boolean hasHalfCharacter(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private @Nullable Object numeric(Component field, String text, Map<String, ?> variables) throws Complaint {
        if (text.isBlank()) {
            return null;
        }
        // A comma before three digits may mean a thousand or a fraction; any other one is a decimal comma.
        String digits = tidy(text);
        BigDecimal number = THOUSANDS.matcher(digits).matches() ? null : Wording.number(digits.replace(',', '.'));
        if (number == null) {
            throw new Complaint(words.say("number", name(field, variables)));
        }
        int decimals = Math.max(0, number.stripTrailingZeros().scale());
        int allowed = field.json().path("decimalDigits").asInt(-1);
        if (allowed == 0 && decimals > 0) {
            throw new Complaint(words.say("whole", name(field, variables)));
        }
        if (allowed > 0 && decimals > allowed) {
            throw new Complaint(words.say("decimals", name(field, variables), String.valueOf(allowed)));
        }
        BigDecimal step = Wording.number(field.text("increment"));
        if (step != null && step.signum() > 0) {
            BigDecimal rest = number.remainder(step);
            if (rest.signum() != 0) {
                BigDecimal below = number.subtract(rest);
                throw new Complaint(words.say(
                        "steps",
                        name(field, variables),
                        Wording.shown(step),
                        Wording.shown(below),
                        Wording.shown(below.add(step))));
            }
        }
        if (field.json().path("serializeToString").asBoolean(false)) {
            return digits.replace(',', '.');
        }
        if (decimals == 0) {
            return number.longValueExact();
        }
        return number.doubleValue();
    }

    private @Nullable String moment(Component field, String text, Map<String, ?> variables) throws Complaint {
        if (text.isEmpty()) {
            return null;
        }
        try {
            switch (field.text("subtype")) {
                case "time" -> {
                    boolean zoned = text.length() > 8 || text.endsWith("Z") || text.contains("+");
                    OffsetTime offset = zoned ? OffsetTime.parse(text) : null;
                    LocalTime time = offset == null ? LocalTime.parse(text) : offset.toLocalTime();
                    onAStep(field, time, variables);
                    return offset == null ? time.toString() : offset.toString();
                }
                case "datetime" -> {
                    if (text.matches(".*T.*([Z+]|-\\d\\d:).*")) {
                        OffsetDateTime moment = OffsetDateTime.parse(text);
                        possible(field, moment.toLocalDate(), variables);
                        onAStep(field, moment.toLocalTime(), variables);
                        return moment.toString();
                    }
                    LocalDateTime moment = LocalDateTime.parse(text);
                    possible(field, moment.toLocalDate(), variables);
                    onAStep(field, moment.toLocalTime(), variables);
                    return moment.toString();
                }
                default -> {
                    LocalDate day = LocalDate.parse(text);
                    possible(field, day, variables);
                    return day.toString();
                }
            }
        } catch (DateTimeException e) {
            throw new Complaint(
                    switch (field.text("subtype")) {
                        case "time" -> words.say("time", name(field, variables));
                        case "datetime" -> words.say("dayAndTime", name(field, variables));
                        default -> words.say("date", name(field, variables));
                    });
        }
    }

    /** form-js's own field quietly takes the earlier step; we ask, since it may be the time of a meeting. */
    private void onAStep(Component field, LocalTime time, Map<String, ?> variables) throws Complaint {
        int minutes = field.json().path("timeInterval").asInt(1);
        int over = minutes > 1 ? time.toSecondOfDay() % (minutes * 60) : 0;
        if (over > 0) {
            LocalTime before = time.minusSeconds(over);
            throw new Complaint(words.say(
                    "minutes",
                    name(field, variables),
                    String.valueOf(minutes),
                    before.toString(),
                    before.plusMinutes(minutes).toString()));
        }
    }

    private void possible(Component field, LocalDate day, Map<String, ?> variables) throws Complaint {
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw new Complaint(words.say("year", name(field, variables)));
        }
        notPassed(field, day, variables);
    }

    /** A day counts as passed only once it has passed everywhere, since a page does not know its reader's zone. */
    private void notPassed(Component field, LocalDate day, Map<String, ?> variables) throws Complaint {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
        if (field.json().path("disallowPassedDates").asBoolean(false) && day.isBefore(today)) {
            throw new Complaint(words.say("passed", name(field, variables)));
        }
    }

    private Object choice(Component field, Object raw, Map<String, ?> variables) throws Complaint {
        String sent = Option.sent(raw);
        for (Option option : Option.of(field, feel, variables)) {
            if (option.sent().equals(sent)) {
                return option.value();
            }
        }
        throw new Complaint(words.say("offered", name(field, variables)));
    }

    private List<Object> chosen(Component field, @Nullable Object raw, Map<String, ?> variables) throws Complaint {
        Set<Object> chosen = new LinkedHashSet<>();
        Collection<?> sent = raw instanceof Collection<?> several ? several : raw == null ? List.of() : List.of(raw);
        for (Object each : sent) {
            if (each != null && !"".equals(each)) {
                chosen.add(choice(field, each, variables));
            }
        }
        return new ArrayList<>(chosen);
    }

    private void validate(Component field, Object value, Map<String, ?> variables) throws Complaint {
        String name = name(field, variables);
        if (value instanceof String text) {
            String type = field.validate().path("validationType").asText("");
            if (type.equals("phone") && !PagePattern.isPhone(text)) {
                throw new Complaint(words.say("phone", name));
            }
            String pattern = field.validate().path("pattern").asText("");
            boolean patternMissed = !pattern.isEmpty() && !PagePattern.finds(pattern, text);
            if (type.equals("email") && (patternMissed || !EMAIL.matcher(text).matches())) {
                throw new Complaint(words.say("email", name));
            }
            if (patternMissed) {
                String own = field.property("patternMessage");
                throw new Complaint(own.isBlank() ? words.say("pattern", name) : own);
            }
            BigDecimal length = BigDecimal.valueOf(text.length());
            BigDecimal shortest = limit(field, "minLength", variables);
            if (shortest != null && length.compareTo(shortest) < 0) {
                throw new Complaint(words.say("tooShort", name, Wording.shown(shortest), Wording.shown(length)));
            }
            BigDecimal longest = limit(field, "maxLength", variables);
            if (longest != null && length.compareTo(longest) > 0) {
                throw new Complaint(words.say("tooLong", name, Wording.shown(longest), Wording.shown(length)));
            }
        }
        BigDecimal number = field.type().equals("number") ? Wording.number(value.toString()) : null;
        if (number != null) {
            BigDecimal min = limit(field, "min", variables);
            BigDecimal max = limit(field, "max", variables);
            if (min != null && number.compareTo(min) < 0 || max != null && number.compareTo(max) > 0) {
                throw new Complaint(range(name, min, max));
            }
        }
    }

    private String range(String name, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min != null && max != null) {
            return words.say("between", name, Wording.shown(min), Wording.shown(max));
        }
        return min != null
                ? words.say("atLeast", name, Wording.shown(min))
                : words.say("atMost", name, Wording.shown(max));
    }

    private @Nullable BigDecimal limit(Component field, String name, Map<String, ?> variables) {
        String expression = Component.expression(field.validate().path(name));
        if (expression.isEmpty()) {
            return Wording.number(field.validate().path(name).asText(""));
        }
        Object value = feel.evaluate(expression, variables);
        return value == null ? null : Wording.number(value.toString());
    }

    private String missing(Component field, Map<String, ?> variables) {
        String own = field.property("missing");
        if (!own.isBlank()) {
            return own;
        }
        String key =
                switch (field.type()) {
                    case "checkbox", "number", "datetime" -> field.type();
                    case "radio", "select" -> "one";
                    case "checklist", "taglist" -> "many";
                    default -> "text";
                };
        return words.say("missing." + key, name(field, variables));
    }

    private String name(Component field, Map<String, ?> variables) {
        return words.say("quoted", wording.plain(field.label(), variables).strip());
    }

    private static final class Complaint extends Exception {
        private static final long serialVersionUID = 1L;

        private final String words;

        Complaint(String words) {
            super(words);
            this.words = words;
        }

        @Override
        public String getMessage() {
            return words;
        }
    }
}
