package org.seealso.form;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seealso.engine.Feel;
import org.seealso.form.Verdict.FieldError;

/** One form, read and ready. */
final class PublishedFormSheet implements FormSheet {
    private final String key;
    private final String language;
    private final FormSchema schema;
    private final Judge judge;
    private final Words words;
    private final Wording wording;
    private final FormPage page;
    private final Feel feel;
    private final Set<String> mentioned;

    /** @param mentioned every word of the file that could name a value */
    PublishedFormSheet(
            String key,
            String language,
            FormSchema schema,
            Set<String> mentioned,
            Feel feel,
            Clock clock,
            FormPage page) {
        this.key = key;
        this.language = language;
        this.words = Words.of(language);
        this.schema = schema;
        this.judge = new Judge(schema, feel, clock, words);
        this.wording = new Wording(feel, words);
        this.page = page;
        this.feel = feel;
        this.mentioned = mentioned;
    }

    @Override
    public boolean mentions(String value) {
        return mentioned.contains(value);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String language() {
        return language;
    }

    @Override
    public String title() {
        return title(Map.of());
    }

    @Override
    public String title(Map<String, ?> context) {
        return Heading.first(schema)
                .map(heading -> wording.plain(heading.words(), context))
                .orElse(key);
    }

    @Override
    public List<Field> fields() {
        return schema.all().stream()
                .filter(c -> c.asks() && !judge.isLocked(c, Map.of()))
                .map(c -> new Field(c.key(), c.type(), c.label(), c.readers(), c.routing(), options(c), c.properties()))
                .toList();
    }

    private Map<String, String> options(Component field) {
        Map<String, String> options = new LinkedHashMap<>();
        if (field.hasOptions()) {
            Option.of(field, feel, Map.of()).forEach(option -> options.put(option.sent(), option.label()));
        }
        return options;
    }

    @Override
    public List<Question> questions(Map<String, ?> context) {
        return new Questions(schema, judge, feel, wording, words).ask(context);
    }

    @Override
    public Map<String, String> choices(String field) {
        Map<String, String> choices = new LinkedHashMap<>();
        schema.all().stream()
                .filter(c -> c.key().equals(field) && c.hasOptions())
                .flatMap(c -> Option.of(c, feel, Map.of()).stream())
                .forEach(option -> choices.put(option.sent(), option.label()));
        return choices;
    }

    @Override
    public Verdict judge(Map<String, List<String>> posted, Map<String, ?> context) {
        return judge.judge(posted, context);
    }

    @Override
    public Verdict judgeValues(Map<String, ?> values, Map<String, ?> context) {
        return judge.judge(values, context);
    }

    @Override
    public Verdict judgeKnown(Map<String, List<String>> known, Map<String, ?> context) {
        return judge.judgeKnown(known, context);
    }

    @Override
    public String html(Map<String, ?> filled, Verdict judged, Map<String, ?> context) {
        Map<String, String> complaints = judged.errors().stream()
                .collect(Collectors.toMap(FieldError::field, FieldError::message, (first, second) -> first));
        return draw(filled, complaints, context);
    }

    /** Defaults are offered only here: once a person has answered, an empty field is their answer. */
    @Override
    public String html(Map<String, ?> filled, Map<String, ?> context) {
        Map<String, Object> withDefaults = new HashMap<>();
        for (Component field : schema.all()) {
            String offered = field.json().path("defaultValue").asText("");
            if (field.asks() && !offered.isEmpty()) {
                withDefaults.put(field.key(), offered);
            }
            field.json()
                    .path("defaultValue")
                    .forEach(each ->
                            withDefaults.merge(field.key(), List.of(each.asText()), PublishedFormSheet::joined));
        }
        withDefaults.putAll(filled);
        return draw(withDefaults, Map.of(), context);
    }

    private static Object joined(Object some, Object more) {
        return Stream.of(some, more).flatMap(each -> ((List<?>) each).stream()).toList();
    }

    @Override
    public boolean cannotWait(Map<String, ?> values) {
        return schema.all().stream()
                .anyMatch(question -> !question.property("goesOn").isEmpty()
                        && question.property("goesOn").equals(values.get(question.key())));
    }

    @Override
    public Look look(Map<String, ?> filled, Map<String, ?> context) {
        Judge.State state = judge.settle(filled, context);
        Set<String> asked = new LinkedHashSet<>();
        Set<String> hidden = new LinkedHashSet<>();
        for (Component component : schema.all()) {
            if (state.hidden().contains(component)) {
                hidden.add(component.id());
            } else if (component.asks() && !judge.isLocked(component, state.variables())) {
                asked.add(component.key());
            }
        }
        return new Look(asked, hidden);
    }

    @Override
    public String afterwards(Map<String, ?> answered, Map<String, ?> context) {
        return new FormDrawing(schema, judge, feel, wording, words, page, answered, Map.of(), context).afterwards();
    }

    private String draw(Map<String, ?> filled, Map<String, String> complaints, Map<String, ?> context) {
        return new FormDrawing(schema, judge, feel, wording, words, page, filled, complaints, context).html();
    }
}
