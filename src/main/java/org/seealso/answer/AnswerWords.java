package org.seealso.answer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.form.FormRefused;
import org.seealso.form.FormSheet.Field;
import org.springframework.stereotype.Component;

/**
 * Questions and answers in the language of whoever reads them now. They are kept in English, which coordinators read;
 * what was chosen has its words in the form, and what people wrote themselves stays as they wrote it.
 */
@Component
public class AnswerWords {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

    private final FormBook forms;

    AnswerWords(FormBook forms) {
        this.forms = forms;
    }

    public record Said(String question, String reply) {}

    /** @param deployment whose form has the words */
    public Said say(Answer answer, String deployment, Language language) {
        Said kept = new Said(answer.question(), answer.shown());
        if (language == Language.ENGLISH) {
            return kept;
        }
        List<Field> fields;
        try {
            fields = forms.open(deployment, answer.form(), language.code()).fields();
        } catch (FormRefused gone) {
            // An older form asked it, which these rules no longer have.
            return kept;
        }
        return fields.stream()
                .filter(field -> field.key().equals(answer.field()))
                .findFirst()
                .map(field -> new Said(
                        // A question with placeholders was filled when it was asked.
                        field.question().contains("{{") ? kept.question() : field.question(),
                        reply(answer, field, language)))
                .orElse(kept);
    }

    private static String reply(Answer answer, Field field, Language language) {
        Object value = answer.value();
        if (value instanceof Boolean truth) {
            return language.say(truth ? "yes" : "no");
        }
        Map<String, String> options = field.options();
        if (value instanceof Collection<?> several) {
            List<String> words = several.stream()
                    .map(each -> options.getOrDefault(String.valueOf(each), ""))
                    .toList();
            return words.stream().anyMatch(String::isEmpty) ? answer.shown() : String.join(", ", words);
        }
        String text = String.valueOf(value);
        if (field.type().equals("datetime") && DAY.matcher(text).matches()) {
            return language.date(LocalDate.parse(text));
        }
        if (field.type().equals("datetime") && MOMENT.matcher(text).matches()) {
            return language.at(LocalDateTime.parse(text));
        }
        return options.getOrDefault(text, answer.shown());
    }
}
