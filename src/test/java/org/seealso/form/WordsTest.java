package org.seealso.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What our pages say themselves, in every language. */
class WordsTest {
    private static final Path FOLDER = Path.of("src/main/resources");
    private static final String QUESTION =
            "{\"type\":\"default\",\"id\":\"%s\",\"schemaVersion\":16,\"components\":[{\"type\":\"number\",\"id\":\"n\","
                    + "\"key\":\"years\",\"label\":\"%s\",\"validate\":{\"required\":true,\"min\":1,\"max\":5},"
                    + "\"properties\":{\"readers\":\"coordinators partner\"}}]}";

    private static Properties read(String name) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(FOLDER.resolve(name))) {
            words.load(in);
        }
        return words;
    }

    private static Set<String> slots(String words) {
        Set<String> slots = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(words).results().forEach(slot -> slots.add(slot.group()));
        return slots;
    }

    @Test
    void everyLanguageSaysTheSameThings() throws IOException {
        Properties english = read("words.properties");
        Properties french = read("words_fr.properties");
        assertThat(french.keySet()).isEqualTo(english.keySet());
        english.forEach((key, words) -> {
            String other = french.getProperty(key.toString());
            assertThat(slots(other)).as(key.toString()).isEqualTo(slots(words.toString()));
            assertThat(other).as(key.toString()).isNotBlank();
            if (!Set.of("moment", "day").contains(key)) {
                // A straight apostrophe would swallow what follows it.
                assertThat(words + other).as(key.toString()).doesNotContain("'");
            }
        });
    }

    @Test
    void aFormSpeaksItsReadersLanguageThroughout() {
        RulesInMemory rules = new RulesInMemory()
                .with("work.form", QUESTION.formatted("work", "Years").getBytes(StandardCharsets.UTF_8))
                .with("work.fr.form", QUESTION.formatted("work.fr", "Années").getBytes(StandardCharsets.UTF_8));
        FormSheet french = rules.book().open("d1", "work", "fr");
        assertThat(french.language()).isEqualTo("fr");
        assertThat(french.key()).isEqualTo("work");
        assertThat(french.html(Map.of(), Map.of()))
                .contains("Années", "Qui lit ceci : l’équipe de coordination et votre partenaire, après le jumelage");
        assertThat(french.judge(Map.of("years", List.of("9")), Map.of()).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).isEqualTo("« Années » demande un nombre de 1 à 5."));
        assertThat(rules.book().open("d1", "work").html(Map.of(), Map.of())).contains("Years", "Who reads this:");
    }

    @Test
    void aQuestionsConditionStandsInALetterInItsReadersLanguage() {
        String met = "{\"type\":\"default\",\"id\":\"met%s\",\"schemaVersion\":16,\"components\":[{\"type\":\"radio\","
                + "\"id\":\"m\",\"key\":\"met\",\"label\":\"M\",\"values\":[{\"label\":\"%s\",\"value\":\"no\"},"
                + "{\"label\":\"X\",\"value\":\"yes\"}]},{\"type\":\"textfield\",\"id\":\"w\",\"key\":\"when\","
                + "\"label\":\"W\",\"conditional\":{\"hide\":\"=met = \\\"no\\\"\"}}]}";
        RulesInMemory rules = new RulesInMemory()
                .with("met.form", met.formatted("", "Not yet").getBytes(StandardCharsets.UTF_8))
                .with("met.fr.form", met.formatted(".fr", "Pas encore").getBytes(StandardCharsets.UTF_8));
        assertThat(rules.book().open("d1", "met", "fr").questions(Map.of()))
                .extracting(Question::onlyIf)
                .containsExactly("", "si votre réponse à la question 1 n’est pas « Pas encore »");
        assertThat(rules.book().open("d1", "met").questions(Map.of()))
                .extracting(Question::onlyIf)
                .containsExactly("", "if your answer to 1 is anything but “Not yet”");
    }

    @Test
    void withoutAVariantTheWholePageIsEnglish() {
        FormSheet sheet = new RulesInMemory()
                .with("work.form", QUESTION.formatted("work", "Years").getBytes(StandardCharsets.UTF_8))
                .book()
                .open("d1", "work", "fr");
        assertThat(sheet.language()).isEqualTo("en");
        assertThat(sheet.judge(Map.of(), Map.of()).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).isEqualTo("Please write a number for “Years”."));
    }
}
