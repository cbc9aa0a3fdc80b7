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

    Judge(FormSchema form, Feel feel, Clock clock) {
        this.form = form;
        this.feel = feel;
        this.wording = new Wording(feel);
        this.reader = new FieldReader(feel, wording, clock);
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
     * One field's condition may depend on another's value, whose own condition may depend on a third: the form is read
     * again until nothing changes, beginning with nothing answered, so the fields' order does not matter. Conditions
     * that chase each other in a circle stop after as many rounds as there are components.
     */
    State settle(Map<String, ?> raw, Map<String, ?> context) {
        List<Component> components = form.all();
        State state = new State(Map.of(), Map.of(), Set.of(), variables(Map.of(), Set.of(), context));
        for (int round = 0; round < components.size() + 2; round++) {
            State next = read(raw, context, state.variables());
            boolean settled = next.variables().equals(state.variables())
                    && next.hidden().equals(state.hidden())
                    && next.complaints().equals(state.complaints());
            state = next;
            if (settled) {
                break;
            }
        }
        return state;
    }

    private State read(Map<String, ?> raw, Map<String, ?> context, Map<String, @Nullable Object> variables) {
        Set<Component> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
        form.components().forEach(c -> hide(c, false, variables, hidden));
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> typed = new HashMap<>();
        Map<String, String> complaints = new LinkedHashMap<>();
        for (Component field : form.all()) {
            if (field.key().isEmpty() || hidden.contains(field)) {
                continue;
            }
            if (field.isExpression()) {
                Object value = feel.evaluate(Component.expression(field.json().path("expression")), variables);
                if (value != null) {
                    values.put(field.key(), value);
                    typed.put(field.key(), value);
                }
            } else if (!isLocked(field, variables)) {
                FieldReader.Outcome outcome = reader.read(field, raw.get(field.key()), variables);
                if (outcome.value() != null) {
                    typed.put(field.key(), outcome.value());
                }
                if (outcome.complaint() != null) {
                    complaints.put(field.key(), outcome.complaint());
                } else if (outcome.value() != null) {
                    values.put(field.key(), outcome.value());
                }
            }
        }
        return new State(values, complaints, hidden, variables(typed, hidden, context));
    }

    private void hide(
            Component component, boolean within, Map<String, @Nullable Object> variables, Set<Component> hidden) {
        boolean hides = within || !component.hide().isEmpty() && feel.isTrue(component.hide(), variables);
        if (hides) {
            hidden.add(component);
        }
        component.children().forEach(child -> hide(child, hides, variables, hidden));
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
            Object value = values.get(field.key());
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
            return Wording.shown(chosen.stream()
                    .filter(Objects::nonNull)
                    .map(v -> labels.getOrDefault(Option.sent(v), Wording.shown(v)))
                    .toList());
        }
        if (field.type().equals("datetime")) {
            return day(value.toString());
        }
        return Wording.shown(value);
    }

    private static String day(String iso) {
        try {
            return Wording.shown(iso.contains("T") ? LocalDateTime.parse(iso) : LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }
}
