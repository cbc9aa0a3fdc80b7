package org.seealso.rules.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;

/** What an admin reads under "What would change", on the rules of the house. */
class RulesDifferenceTest {
    private static final RuleFiles HOUSE = new RulesFolder(Path.of(".")).read();

    @Test
    void nothingChangesFromTheRulesToThemselves() {
        assertThat(RulesDifference.between(HOUSE, HOUSE).isEmpty()).isTrue();
    }

    @Test
    void aCellIsNamedByItsRowAndItsColumn() {
        RulesDifference difference = edit("program-rules.dmn", "<text>\"Mentoring for peers\"</text>", "");
        assertThat(difference.isEmpty()).as("a text that is not there").isTrue();

        difference = edit("program-rules.dmn", cell("mla-peer"), cell("mla-peers"));

        assertThat(difference.tables()).singleElement().satisfies(table -> {
            assertThat(table.rows()).singleElement().satisfies(row -> {
                assertThat(row.key()).contains("mla-peer");
                assertThat(row.cells()).singleElement().satisfies(cell -> {
                    assertThat(cell.before()).isEqualTo("\"mla-peer\"");
                    assertThat(cell.after()).isEqualTo("\"mla-peers\"");
                });
            });
        });
        assertThat(difference.tables().get(0).marks()).singleElement().satisfies(mark -> {
            assertThat(mark.id()).isEqualTo("Cell_ProgramRules_1_program");
            assertThat(mark.kind()).isEqualTo(Kind.CHANGED);
            assertThat(mark.before()).isEqualTo("\"mla-peer\"");
        });
        assertThat(difference.inWords()).contains("\"mla-peer\" → \"mla-peers\"");
    }

    private static String cell(String words) {
        return "<text>\"" + words + "\"</text>";
    }

    @Test
    void anElementIsToldByNameWithWhatIsDifferent() {
        RulesDifference difference =
                edit("emailed-form.bpmn", "name=\"Send reminder\"", "name=\"Send a kind reminder\"");

        assertThat(difference.diagrams()).singleElement().satisfies(diagram -> {
            assertThat(diagram.name()).isEqualTo("Emailed form");
            assertThat(diagram.elements()).singleElement().satisfies(element -> {
                assertThat(element.id()).isEqualTo("ServiceTask_SendReminder");
                assertThat(element.kind()).isEqualTo(Kind.CHANGED);
                assertThat(element.details())
                        .containsExactly(new Detail("name", "Send reminder", "Send a kind reminder"));
            });
        });
    }

    @Test
    void aRenamedElementIsGoneAndNewAndItsFlowsLeadElsewhere() {
        RulesDifference difference =
                edit("emailed-form.bpmn", "ServiceTask_SendReminder", "ServiceTask_SendKindReminder");

        assertThat(difference.diagrams().get(0).elements())
                .extracting(DiagramDifference.Changed::id, DiagramDifference.Changed::kind)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("ServiceTask_SendKindReminder", Kind.ADDED),
                        org.assertj.core.groups.Tuple.tuple("ServiceTask_SendReminder", Kind.REMOVED),
                        org.assertj.core.groups.Tuple.tuple("Flow_RemindNow_Yes", Kind.CHANGED));
    }

    @Test
    void aConditionIsShownBeforeAndAfter() {
        RulesDifference difference = edit("emailed-form.bpmn", "${reminder == 'now'}", "${reminder == 'soon'}");

        assertThat(difference.inWords()).contains("condition: ${reminder == 'now'} → ${reminder == 'soon'}");
    }

    @Test
    void movingTheDrawingChangesNoElement() {
        RulesDifference difference = edit("emailed-form.bpmn", "<dc:Bounds x=\"", "<dc:Bounds x=\"1");

        assertThat(difference.diagrams())
                .singleElement()
                .satisfies(diagram -> assertThat(diagram.elements()).isEmpty());
    }

    @Test
    void aLetterIsComparedWordByWord() {
        RuleFiles before = RuleFiles.of(Map.of("letters/a.md", bytes("Dear you,\n\nhow are you today?\nYours\n\nx")));
        RuleFiles after =
                RuleFiles.of(Map.of("letters/a.md", bytes("Dear you,\n\nhow have you been today?\nYours\n\nx")));

        TextDifference letter = RulesDifference.between(before, after).texts().get(0);

        assertThat(letter.lines())
                .extracting(TextDifference.Line::toString)
                .containsExactly("  …", "  ", "− how are you today?", "+ how have you been today?", "  Yours");
        assertThat(letter.lines().get(3).pieces().stream()
                        .filter(TextDifference.Piece::changed)
                        .map(TextDifference.Piece::text)
                        .collect(Collectors.joining()))
                .contains("have", "been")
                .doesNotContain("today");
    }

    @Test
    void aQuestionSaysWhichWordsOptionsAndDutiesChange() {
        RuleFiles before = form("{\"type\":\"radio\",\"key\":\"a\",\"label\":\"Good?\",\"id\":\"x\","
                + "\"values\":[{\"label\":\"Yes\",\"value\":\"yes\"},{\"label\":\"No\",\"value\":\"no\"}]},"
                + "{\"type\":\"textfield\",\"key\":\"b\",\"label\":\"Why?\"}");
        RuleFiles after = form("{\"type\":\"radio\",\"key\":\"a\",\"label\":\"All good?\",\"id\":\"y\","
                + "\"values\":[{\"label\":\"Yes!\",\"value\":\"yes\"}],\"validate\":{\"required\":true}}");

        FormDifference form = RulesDifference.between(before, after).forms().get(0);

        assertThat(form.questions().get(0).details())
                .containsExactlyInAnyOrder(
                        new Detail("must be answered", "", "yes"),
                        new Detail("option no", "No", ""),
                        new Detail("option yes", "Yes", "Yes!"),
                        new Detail("words", "Good?", "All good?"));
        assertThat(form.questions().get(1))
                .isEqualTo(new FormDifference.Question("b", "Why?", Kind.REMOVED, java.util.List.of()));
    }

    @Test
    void aBrokenFileIsStillShownLineByLine() {
        RulesDifference difference = edit("emailed-form.bpmn", "</bpmn:process>", "<<<<<<< ours");

        assertThat(difference.diagrams()).isEmpty();
        assertThat(difference.inWords()).contains("+ ", "<<<<<<< ours");
    }

    @Test
    void filesThatComeAndGoAreNamed() {
        RulesDifference difference =
                RulesDifference.between(RuleFiles.of(Map.of("letters/a.md", bytes("a"))), form("{\"key\":\"b\"}"));

        assertThat(difference.inWords()).contains("+ form f.form, new", "− text letters/a.md, gone");
    }

    private static RuleFiles form(String components) {
        return RuleFiles.of(Map.of("f.form", bytes("{\"components\":[" + components + "]}")));
    }

    private static RulesDifference edit(String file, String from, String to) {
        Map<String, byte[]> files = new TreeMap<>();
        HOUSE.names().forEach(name -> files.put(name, HOUSE.file(name).orElseThrow()));
        String text = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        files.put(file, bytes(text.replace(from, to)));
        return RulesDifference.between(HOUSE, RuleFiles.of(files));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
