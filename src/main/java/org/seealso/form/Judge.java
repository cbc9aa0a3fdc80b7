package org.seealso.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Feel;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.form.Verdict.FieldError;

/** Decides which fields of a form are asked, and which of the values sent are accepted. */
final class Judge {
    private final FormSchema form;
    private final Feel feel;
    private final Wording wording;
    private final FieldReader reader;

    Judge(FormSchema form, Feel feel, Clock clock, Words words) {
        this.form = form;
        this.feel = feel;
        this.wording = new Wording(feel, words);
        this.reader = new FieldReader(feel, wording, clock, words);
    }

    /**
     * A form as it stands with certain values: what is clean, what is wrong, what is hidden, and the variables its
     * expressions see.
     */
    record State(
            Map<String, Object> values,
            Map<String, String> complaints,
            Set<Component> hidden,
            Map<String, @Nullable Object> variables) {}

    /**
     * Hides as form-js does: conditions are asked twice, first with everything that was sent, then without what the
     * first round hid. What is computed may depend on what is computed, so the form is read again until nothing
     * changes; expressions that chase each other in a circle stop after as many rounds as there are components.
     */
    State settle(Map<String, ?> raw, Map<String, ?> context) {
        Map<String, Object> typed = new HashMap<>();
        // Most rounds ask the same conditions with the same values, and FEEL is slow.
        Map<Map<String, @Nullable Object>, Set<Component>> known = new HashMap<>();
        State state = read(raw, context, typed, variables(Map.of(), Set.of(), context), known);
        for (int round = 0; round < form.all().size() + 2; round++) {
            Set<Component> first = hidden(variables(typed, Set.of(), context), known);
            Map<String, @Nullable Object> filtered = variables(typed, first, context);
            Map<String, Object> before = Map.copyOf(typed);
            state = read(raw, context, typed, filtered, known);
            if (before.equals(typed) && filtered.equals(variables(typed, first, context))) {
                break;
            }
        }
        return state;
    }

    private Set<Component> hidden(
            Map<String, @Nullable Object> variables, Map<Map<String, @Nullable Object>, Set<Component>> known) {
        return known.computeIfAbsent(variables, this::hidden);
    }

    private Set<Component> hidden(Map<String, @Nullable Object> variables) {
        Set<String> conditions = form.all().stream()
                .map(Component::hide)
                .filter(c -> !c.isEmpty())
                .collect(Collectors.toSet());
        try {
            return hidden(feel.holding(conditions, variables)::contains);
        } catch (Feel.FeelFailed oneOfThem) {
            // It may stand inside something hidden, where nobody asks.
            return hidden(condition -> feel.isTrue(condition, variables));
        }
    }

    private Set<Component> hidden(Predicate<String> holds) {
        Set<Component> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
        form.components().forEach(c -> hide(c, false, holds, hidden));
        return hidden;
    }

    /** Reads hidden fields, too: what was typed there before they were hidden still counts in the first round. */
    private State read(
            Map<String, ?> raw,
            Map<String, ?> context,
            Map<String, Object> typed,
            Map<String, @Nullable Object> variables,
            Map<Map<String, @Nullable Object>, Set<Component>> known) {
        Set<Component> hidden = hidden(variables, known);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> complaints = new LinkedHashMap<>();
        for (Component field : form.all()) {
            if (field.key().isEmpty() || isLocked(field, variables)) {
                continue;
            }
            FieldReader.Outcome outcome = field.isExpression()
                    ? computed(field, hidden.contains(field), variables)
                    : reader.read(field, raw.get(field.key()), variables);
            Object value = outcome.value();
            if (value == null) {
                typed.remove(field.key());
            } else {
                typed.put(field.key(), value);
            }
            if (hidden.contains(field)) {
                continue;
            }
            if (outcome.complaint() != null) {
                complaints.put(field.key(), outcome.complaint());
            } else if (value != null) {
                values.put(field.key(), value);
            }
        }
        return new State(values, complaints, hidden, variables(typed, hidden, context));
    }

    private FieldReader.Outcome computed(Component field, boolean hidden, Map<String, @Nullable Object> variables) {
        String expression = Component.expression(field.json().path("expression"));
        return hidden
                ? FieldReader.Outcome.NOTHING
                : new FieldReader.Outcome(feel.evaluate(expression, variables), null);
    }

    private static void hide(Component component, boolean within, Predicate<String> holds, Set<Component> hidden) {
        boolean hides = within || !component.hide().isEmpty() && holds.test(component.hide());
        if (hides) {
            hidden.add(component);
        }
        component.children().forEach(child -> hide(child, hides, holds, hidden));
    }

    boolean isLocked(Component field, Map<String, ?> variables) {
        if (field.json().path("disabled").asBoolean(false)
                || field.json().path("readonly").asBoolean(false)) {
            return true;
        }
        String readonly = Component.expression(field.json().path("readonly"));
        return !readonly.isEmpty() && feel.isTrue(readonly, variables);
    }

    /** An unanswered field has form-js's empty value, and so has a hidden one, so that conditions mean the same here and in Tasklist. */
    private Map<String, @Nullable Object> variables(
            Map<String, Object> values, Set<Component> hidden, Map<String, ?> context) {
        Map<String, @Nullable Object> variables = new HashMap<>(context);
        for (Component field : form.all()) {
            if (field.key().isEmpty()) {
                continue;
            }
            Object value = hidden.contains(field) ? null : values.get(field.key());
            if (value != null) {
                variables.put(field.key(), value);
            } else if (hidden.contains(field) || !isLocked(field, context)) {
                variables.put(field.key(), empty(field));
            }
        }
        return variables;
    }

    private static @Nullable Object empty(Component field) {
        return switch (field.type()) {
            case "checkbox" -> false;
            case "checklist", "taglist" -> List.of();
            case "textfield", "textarea" -> "";
            default -> null;
        };
    }

    Verdict judge(Map<String, ?> raw, Map<String, ?> context) {
        return judge(settle(raw, context), key -> true);
    }

    Verdict judgeKnown(Map<String, ?> known, Map<String, ?> context) {
        return judge(settle(known, context), known::containsKey);
    }

    private Verdict judge(State state, Predicate<String> mayComplainOf) {
        List<FieldError> errors = new ArrayList<>();
        state.complaints().forEach((key, words) -> {
            if (mayComplainOf.test(key)) {
                errors.add(new FieldError(key, words));
            }
        });
        if (!errors.isEmpty()) {
            return new Verdict(false, unmodifiable(state.values()), List.of(), Map.of(), List.copyOf(errors));
        }
        List<FieldAnswer> answers = new ArrayList<>();
        Map<String, @Nullable Object> routing = new LinkedHashMap<>();
        for (Component field : form.all()) {
            if (field.key().isEmpty()) {
                continue;
            }
            Object value = state.values().get(field.key());
            if (field.routing()) {
                routing.put(field.key(), value);
            }
            if (field.asks() && value != null) {
                answers.add(new FieldAnswer(
                        field.key(),
                        wording.plain(field.label(), state.variables()).strip(),
                        value,
                        shown(field, value, state.variables()),
                        field.readers().names()));
            }
        }
        return new Verdict(
                true,
                unmodifiable(state.values()),
                List.copyOf(answers),
                Collections.unmodifiableMap(routing),
                List.of());
    }

    private static Map<String, Object> unmodifiable(Map<String, Object> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A value in the words the form offered it in. */
    String shown(Component field, Object value, Map<String, ?> variables) {
        if (field.hasOptions()) {
            Map<Object, String> labels = new HashMap<>();
            Option.of(field, feel, variables).forEach(o -> labels.put(o.sent(), o.label()));
            Collection<?> chosen = value instanceof Collection<?> several ? several : List.of(value);
            return wording.inWords(chosen.stream()
                    .filter(Objects::nonNull)
                    .map(v -> labels.getOrDefault(Option.sent(v), wording.inWords(v)))
                    .toList());
        }
        if (field.type().equals("datetime")) {
            return day(value.toString());
        }
        return wording.inWords(value);
    }

    private String day(String iso) {
        try {
            return wording.inWords(iso.contains("T") ? LocalDateTime.parse(iso) : LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }
}
