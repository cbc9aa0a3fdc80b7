package org.seealso.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seealso.engine.Feel;
import org.seealso.form.Question.Choice;

/** A form's questions for a letter: those asked at first, and those a simple condition on one of them brings up. */
final class Questions {
    private static final Pattern HINT = Pattern.compile("(\\w+)(!?=)(.*)");

    private final FormSchema schema;
    private final Judge judge;
    private final Feel feel;
    private final Wording wording;
    private final Words words;

    Questions(FormSchema schema, Judge judge, Feel feel, Wording wording, Words words) {
        this.schema = schema;
        this.judge = judge;
        this.feel = feel;
        this.wording = wording;
        this.words = words;
    }

    List<Question> ask(Map<String, ?> context) {
        Judge.State start = judge.settle(Map.of(), context);
        Map<String, Question> asked = new LinkedHashMap<>();
        for (Component field : schema.all()) {
            if (!field.asks() || judge.isLocked(field, start.variables()) || hiddenWithAll(field, start)) {
                continue;
            }
            Optional<String> onlyIf = onlyIf(field, asked);
            if (start.hidden().contains(field) && onlyIf.isEmpty()) {
                continue;
            }
            asked.put(
                    field.key(),
                    new Question(
                            asked.size() + 1,
                            field.key(),
                            field.type(),
                            wording.plain(field.label(), start.variables()).strip(),
                            wording.plain(field.text("description"), start.variables())
                                    .strip(),
                            field.readers().inWords(Boolean.TRUE.equals(context.get("matched")), words),
                            onlyIf.orElse(""),
                            field.required(),
                            choices(field, start)));
        }
        return List.copyOf(asked.values());
    }

    /** What stands in a hidden group has no condition of its own to say. */
    private static boolean hiddenWithAll(Component field, Judge.State state) {
        return state.hidden().contains(field) && field.hide().isEmpty();
    }

    private Optional<String> onlyIf(Component field, Map<String, Question> asked) {
        Matcher hint = HINT.matcher(ShownIf.hint(field.hide()).orElse(""));
        if (!hint.matches()) {
            return Optional.empty();
        }
        Question other = asked.get(hint.group(1));
        if (other == null) {
            return Optional.empty();
        }
        if (hint.group(3).equals("*")) {
            return Optional.of(words.say("onlyIf.answered", String.valueOf(other.number())));
        }
        String answer = other.options().stream()
                .filter(option -> option.value().equals(hint.group(3)))
                .map(Choice::label)
                .findFirst()
                .orElse(hint.group(3).equals("true") ? words.say("onlyIf.yes") : hint.group(3));
        return Optional.of(words.say(
                hint.group(2).equals("=") ? "onlyIf.is" : "onlyIf.not",
                String.valueOf(other.number()),
                words.say("quoted", answer)));
    }

    /** Where the words are numbers themselves, a second number for each would only mislead. */
    private List<Choice> choices(Component field, Judge.State state) {
        if (!field.hasOptions()) {
            return List.of();
        }
        List<Option> offered = Option.of(field, feel, state.variables());
        boolean numbers = offered.stream().allMatch(option -> option.label().matches("\\d{1,3}"));
        List<Choice> choices = new ArrayList<>();
        for (Option option : offered) {
            int number = numbers ? Integer.parseInt(option.label()) : choices.size() + 1;
            choices.add(new Choice(number, option.label(), option.sent()));
        }
        return choices;
    }
}
