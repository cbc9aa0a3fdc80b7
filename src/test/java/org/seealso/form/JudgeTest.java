package org.seealso.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.seealso.form.RulesInMemory.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seealso.form.Verdict.FieldError;

class JudgeTest {
    private static Verdict post(FormSheet form, String... namesAndValues) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            posted.put(namesAndValues[i], Arrays.asList(namesAndValues[i + 1].split("\\|", -1)));
        }
        return form.judge(posted, Map.of());
    }

    private static String complaint(Verdict verdict) {
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.answers()).isEmpty();
        assertThat(verdict.errors()).hasSize(1);
        return verdict.errors().get(0).message();
    }

    private static final FormSheet TEXT =
            form("{'type':'textfield','id':'a','key':'place','label':'Where','validate':{'required':true}}");

    @Nested
    class WhatIsKept {
        @Test
        void unknownKeysAreDropped() {
            Verdict verdict = post(TEXT, "place", "Brandon", "decision", "accept", "cohortId", "x");
            assertThat(verdict.ok()).isTrue();
            assertThat(verdict.values()).containsOnlyKeys("place");
        }

        @Test
        void whatSomebodyElseKnowsMustBeRightButNotComplete() {
            FormSheet form =
                    form("{'type':'textfield','id':'a','key':'place','label':'Where','validate':{'required':true}},"
                            + "{'type':'number','id':'b','key':'years','label':'Years','validate':{'required':true}}");
            Verdict known = form.judgeKnown(Map.of("years", List.of("4")), Map.of());
            assertThat(known.ok()).isTrue();
            assertThat(known.answers())
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.field()).isEqualTo("years"));
            assertThat(complaint(form.judgeKnown(Map.of("years", List.of("many")), Map.of())))
                    .contains("needs a number in digits");
        }

        @Test
        void readOnlyAndDisabledFieldsAreNotTakenFromOutside() {
            FormSheet form = form("{'type':'textfield','id':'a','key':'a','label':'A','readonly':true},"
                    + "{'type':'textfield','id':'b','key':'b','label':'B','disabled':true,'validate':{'required':true}},"
                    + "{'type':'textfield','id':'c','key':'c','label':'C','readonly':'=locked'},"
                    + "{'type':'textfield','id':'d','key':'d','label':'D'}");
            Verdict verdict = form.judgeValues(
                    Map.of("a", "x", "b", "x", "c", "x", "d", "x"), Map.of("locked", true, "a", "ours"));
            assertThat(verdict.ok()).isTrue();
            assertThat(verdict.values()).containsOnlyKeys("d");
            assertThat(form.fields()).extracting(FormSheet.Field::key).containsExactly("c", "d");
        }

        @Test
        void answersCarryQuestionWordsAndReadersInTheFormsOrder() {
            FormSheet form = form("{'type':'radio','id':'r','key':'fit','label':'How is it, {{who}}?',"
                    + "'values':[{'label':'Good','value':'good'}],'properties':{'readers':'coordinators partner','routing':'true'}},"
                    + "{'type':'checklist','id':'c','key':'how','label':'How','values':[{'label':'By phone','value':'phone'},{'label':'By video','value':'video'}]},"
                    + "{'type':'checkbox','id':'b','key':'again','label':'Again'},"
                    + "{'type':'datetime','subtype':'date','id':'d','key':'day','dateLabel':'Day'},"
                    + "{'type':'textfield','id':'t','key':'left','label':'Left empty'}");
            Verdict verdict = form.judge(
                    Map.of("day", List.of("2026-02-03"), "how", List.of("video", "phone"), "fit", List.of("good")),
                    Map.of("who", "Ana"));
            assertThat(verdict.answers())
                    .extracting(Verdict.FieldAnswer::question, Verdict.FieldAnswer::shown)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("How is it, Ana?", "Good"),
                            org.assertj.core.groups.Tuple.tuple("How", "By video, By phone"),
                            org.assertj.core.groups.Tuple.tuple("Again", "No"),
                            org.assertj.core.groups.Tuple.tuple("Day", "3 February 2026"));
            assertThat(verdict.answers().get(0).readers()).isEqualTo(Set.of("coordinators", "partner"));
            assertThat(verdict.answers().get(1).readers()).isEqualTo(Set.of("coordinators"));
            assertThat(verdict.values())
                    .containsEntry("how", List.of("video", "phone"))
                    .containsEntry("again", false)
                    .containsEntry("day", "2026-02-03");
            assertThat(verdict.routing()).isEqualTo(Map.of("fit", "good"));
        }

        @Test
        void anUnansweredRoutingFieldIsNullSoThatDiagramsFindTheirVariable() {
            FormSheet form =
                    form("{'type':'textfield','id':'t','key':'want','label':'Want','properties':{'routing':'true'}}");
            assertThat(post(form).routing()).containsOnlyKeys("want").containsEntry("want", null);
        }
    }

    @Nested
    class Text {
        @Test
        void isTrimmedAndMustBeThereIfRequired() {
            assertThat(post(TEXT, "place", "  Flin Flon \n").values()).containsEntry("place", "Flin Flon");
            assertThat(complaint(post(TEXT, "place", "   "))).isEqualTo("Please write an answer for “Where”.");
            assertThat(complaint(post(TEXT))).contains("Where");
        }

        @Test
        void aFormCanSayInItsOwnWordsWhatIsMissing() {
            FormSheet form =
                    form("{'type':'checkbox','id':'a','key':'ok','label':'I accept','validate':{'required':true},"
                            + "'properties':{'missing':'Please read the Code of Conduct and tick the box.'}}");
            assertThat(complaint(post(form))).isEqualTo("Please read the Code of Conduct and tick the box.");
            assertThat(post(form, "ok", "true").ok()).isTrue();
        }

        @Test
        void aLineStaysALineAndAParagraphAParagraph() {
            FormSheet form = form("{'type':'textfield','id':'a','key':'line','label':'L'},"
                    + "{'type':'textarea','id':'b','key':'text','label':'T'}");
            assertThat(post(form, "line", "a\r\nBcc: x", "text", "a\r\nb").values())
                    .containsEntry("line", "a Bcc: x")
                    .containsEntry("text", "a\nb");
        }

        @Test
        void whatTheDatabaseCannotKeepIsRefusedKindly() {
            assertThat(complaint(post(TEXT, "place", "a\0b"))).contains("“Where”", "type the text again");
            assertThat(complaint(post(TEXT, "place", "a\ud800b"))).contains("type the text again");
            assertThat(post(TEXT, "place", "Ana 😀").ok()).isTrue();
            assertThat(complaint(post(TEXT, "place", "x".repeat(4001)))).contains("4000", "4001", "shorten");
            assertThat(post(TEXT, "place", "x".repeat(4000)).ok()).isTrue();
        }

        @Test
        void hasALengthAndAPattern() {
            FormSheet form = form(
                    "{'type':'textfield','id':'a','key':'a','label':'Number','validate':"
                            + "{'minLength':3,'maxLength':'=longest','pattern':'^\\\\d+$'},'properties':{'patternMessage':'Only digits, please.'}}");
            Map<String, Object> longest = Map.of("longest", 5);
            assertThat(complaint(form.judgeValues(Map.of("a", "12"), longest))).contains("at least 3", "has 2");
            assertThat(complaint(form.judgeValues(Map.of("a", "123456"), longest)))
                    .contains("up to 5", "has 6");
            assertThat(complaint(form.judgeValues(Map.of("a", "12x"), longest))).isEqualTo("Only digits, please.");
            assertThat(form.judgeValues(Map.of("a", 1234), longest).values()).containsEntry("a", "1234");
            assertThat(form.judgeValues(Map.of("a", ""), longest).ok()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "ana@example.ca, true",
            "o'neil+mla@lib.umanitoba.ca, true",
            "ana@, false",
            "ana, false",
            "ana@ex ample.ca, false",
            "'ana@a.ca, b@b.ca', false",
            "ana@example..ca, false"
        })
        void anAddressMustBeWhole(String address, boolean good) {
            FormSheet form = form(
                    "{'type':'textfield','id':'a','key':'email','label':'Email','validate':{'validationType':'email'}}");
            Verdict verdict = post(form, "email", address);
            assertThat(verdict.ok()).isEqualTo(good);
            if (!good) {
                assertThat(complaint(verdict)).contains("“Email”", "name@example.ca");
            }
        }

        @ParameterizedTest
        @CsvSource({"+1 204 555 0199, true", "(204) 555-0199, false", "+49 30 664040900, true", "call me, false"})
        void aPhoneNumberNeedsItsCountry(String number, boolean good) {
            FormSheet form = form(
                    "{'type':'textfield','id':'a','key':'phone','label':'Phone','validate':{'validationType':'phone'}}");
            assertThat(post(form, "phone", number).ok()).isEqualTo(good);
        }

        @Test
        void aStructureInsteadOfTextIsRefused() {
            assertThat(TEXT.judgeValues(Map.of("place", Map.of("a", 1)), Map.of())
                            .ok())
                    .isFalse();
        }
    }

    @Nested
    class Numbers {
        private final FormSheet years =
                form("{'type':'number','id':'n','key':'years','label':'Years','decimalDigits':0,"
                        + "'validate':{'required':true,'min':0,'max':60}}");

        @Test
        void areWholeWhenTheFormSaysSo() {
            assertThat(post(years, "years", " 12 ").values()).containsEntry("years", 12L);
            assertThat(years.judgeValues(Map.of("years", 0), Map.of()).values()).containsEntry("years", 0L);
            assertThat(years.judgeValues(Map.of("years", 12.0), Map.of()).values())
                    .containsEntry("years", 12L);
            assertThat(complaint(post(years, "years", "1.5"))).contains("whole number");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a few", "1e9", "NaN", "--3", "1,000", "99999999999999999999"})
        void areWrittenInDigits(String words) {
            assertThat(complaint(post(years, "years", words))).contains("“Years”", "digits");
        }

        @Test
        void haveLimits() {
            assertThat(complaint(post(years, "years", "-1"))).isEqualTo("“Years” needs a number from 0 to 60.");
            assertThat(complaint(post(years, "years", "61"))).contains("from 0 to 60");
            assertThat(complaint(post(years))).isEqualTo("Please write a number for “Years”.");
        }

        @Test
        void haveDecimalsAndSteps() {
            FormSheet form =
                    form("{'type':'number','id':'n','key':'n','label':'Hours','decimalDigits':2,'increment':'0.25'}");
            assertThat(post(form, "n", "1.75").values()).containsEntry("n", 1.75);
            assertThat(complaint(post(form, "n", "1.8"))).contains("1.75 and 2");
            assertThat(complaint(post(form, "n", "1.755"))).contains("2 digits");
        }

        @Test
        void canBeKeptAsText() {
            FormSheet form = form("{'type':'number','id':'n','key':'n','label':'N','serializeToString':true}");
            assertThat(post(form, "n", "1.50").values()).containsEntry("n", "1.50");
        }
    }

    @Nested
    class Dates {
        @ParameterizedTest
        @CsvSource({
            "date, 2026-02-28, true",
            "date, 2026-02-30, false",
            "date, soon, false",
            "date, 0026-02-03, false",
            "time, 14:30, true",
            "time, 25:00, false",
            "time, 14:30-06:00, true",
            "datetime, 2026-02-28T14:30, true",
            "datetime, 2026-02-28T14:30-06:00, true",
            "datetime, 2026-02-28T14:30Z, true",
            "datetime, 2026-02-28, false"
        })
        void mustBeReal(String subtype, String sent, boolean good) {
            FormSheet form = form("{'type':'datetime','id':'d','key':'d','subtype':'" + subtype
                    + "','dateLabel':'Day','timeLabel':'Hour'}");
            Verdict verdict = post(form, "d", sent);
            assertThat(verdict.ok()).isEqualTo(good);
            if (good) {
                assertThat(verdict.values()).containsEntry("d", sent);
            } else {
                assertThat(complaint(verdict)).contains("such as");
            }
        }

        @Test
        void canBeAskedToLieAhead() {
            FormSheet form = form(
                    "{'type':'datetime','id':'d','key':'d','subtype':'date','dateLabel':'Day','disallowPassedDates':true}");
            assertThat(complaint(post(form, "d", "2026-02-08"))).contains("still to come");
            assertThat(post(form, "d", "2026-02-10").ok()).isTrue();
        }
    }

    @Nested
    class Options {
        @Test
        void onlyOfferedOnesAreAccepted() {
            FormSheet form = form(
                    "{'type':'select','id':'s','key':'region','label':'Region','values':[{'label':'North','value':'north'}]},"
                            + "{'type':'checklist','id':'c','key':'modes','label':'Modes','values':[{'label':'Video','value':'video'}]}");
            assertThat(complaint(post(form, "region", "moon")))
                    .isEqualTo("Please choose one of the answers offered for “Region”.");
            assertThat(complaint(post(form, "modes", "video|smoke"))).contains("“Modes”");
            assertThat(post(form, "region", "north", "modes", "video|video").values())
                    .containsEntry("modes", List.of("video"));
            assertThat(post(form, "region", "").values()).isEmpty();
        }

        @Test
        void canComeFromAVariableOrAnExpression() {
            FormSheet form = form(
                    "{'type':'radio','id':'a','key':'who','label':'Who','valuesKey':'people'},"
                            + "{'type':'taglist','id':'b','key':'pairs','label':'Pairs','valuesExpression':'=for r in rows return {label: r.name, value: r.id}'}");
            Map<String, Object> context =
                    Map.of("people", List.of("Ana", "Ben"), "rows", List.of(Map.of("name", "Ana & Ben", "id", 7)));
            Verdict verdict = form.judgeValues(Map.of("who", "Ben", "pairs", List.of(7)), context);
            assertThat(verdict.answers()).extracting(Verdict.FieldAnswer::shown).containsExactly("Ben", "Ana & Ben");
            assertThat(form.judge(Map.of("who", List.of("Cy"), "pairs", List.of("8")), context)
                            .errors())
                    .extracting(FieldError::field)
                    .containsExactly("who", "pairs");
            assertThat(form.judge(Map.of("pairs", List.of("7")), context).ok()).isTrue();
        }

        @Test
        void aRequiredChoiceMustBeMade() {
            FormSheet form = form(
                    "{'type':'radio','id':'a','key':'a','label':'One','values':['x'],'validate':{'required':true}},"
                            + "{'type':'checklist','id':'b','key':'b','label':'Some','values':['x'],'validate':{'required':true}}");
            assertThat(post(form).errors())
                    .extracting(FieldError::message)
                    .containsExactly(
                            "Please choose an answer for “One”.", "Please tick at least one answer for “Some”.");
        }
    }

    @Nested
    class Conditions {
        private final FormSheet form = form("{'type':'textfield','id':'p','key':'place','label':'Place',"
                + "'validate':{'required':true},'conditional':{'hide':'=not(list contains(modes, \\'inPerson\\'))'}},"
                        .replace("\\'", "\\\"")
                + "{'type':'checklist','id':'m','key':'modes','label':'Modes','values':['video','inPerson']}");

        @Test
        void whatIsHiddenIsNeitherAskedNorKept() {
            Verdict verdict = post(form, "modes", "video", "place", "my cellar");
            assertThat(verdict.ok()).isTrue();
            assertThat(verdict.values()).containsOnlyKeys("modes");
            assertThat(post(form).ok()).isTrue();
        }

        @Test
        void whatIsShownIsAsked() {
            assertThat(complaint(post(form, "modes", "inPerson"))).contains("Place");
            assertThat(post(form, "modes", "video|inPerson", "place", "Brandon").values())
                    .containsEntry("place", "Brandon");
        }

        @Test
        void aHiddenAnswerNoLongerShowsOthers() {
            FormSheet chain =
                    form("{'type':'textfield','id':'c','key':'c','label':'C','conditional':{'hide':'=b = \\\"\\\"'}},"
                            + "{'type':'textfield','id':'b','key':'b','label':'B','conditional':{'hide':'=a = \\\"\\\"'}},"
                            + "{'type':'textfield','id':'a','key':'a','label':'A'}");
            assertThat(post(chain, "a", "", "b", "x", "c", "x").values()).isEmpty();
            assertThat(post(chain, "a", "x", "b", "x", "c", "x").values()).containsOnlyKeys("a", "b", "c");
        }

        @Test
        void aHiddenGroupHidesItsFieldsAndTheContextCounts() {
            FormSheet group = form("{'type':'group','id':'g','label':'G','conditional':{'hide':'=first'},'components':["
                    + "{'type':'textfield','id':'a','key':'a','label':'A','validate':{'required':true}}]}");
            assertThat(group.judgeValues(Map.of("a", "x"), Map.of("first", true))
                            .values())
                    .isEmpty();
            assertThat(complaint(group.judgeValues(Map.of(), Map.of("first", false))))
                    .contains("A");
        }

        @Test
        void conditionsThatChaseEachOtherStillEnd() {
            FormSheet circle = form(
                    "{'type':'textfield','id':'a','key':'a','label':'A','conditional':{'hide':'=b != \\\"\\\"'}},"
                            + "{'type':'textfield','id':'b','key':'b','label':'B','conditional':{'hide':'=a != \\\"\\\"'}}");
            assertThat(post(circle, "a", "x", "b", "x").ok()).isTrue();
        }
    }

    @Test
    void expressionsAreRecomputedWhateverWasSent() {
        FormSheet form = form(
                "{'type':'number','id':'a','key':'a','label':'A'},"
                        + "{'type':'expression','id':'e','key':'twice','expression':'=a * factor','properties':{'routing':'true'}}");
        Verdict verdict = form.judgeValues(Map.of("a", 21, "twice", 1_000_000), Map.of("factor", 2));
        assertThat(verdict.values()).containsEntry("twice", 42L);
        assertThat(verdict.routing()).isEqualTo(Map.of("twice", 42L));
        assertThat(verdict.answers()).extracting(Verdict.FieldAnswer::field).containsExactly("a");
    }

    @Test
    void allFaultsOfASubmissionAreToldAtOnceInOrder() {
        FormSheet form = form("{'type':'textfield','id':'a','key':'a','label':'A','validate':{'required':true}},"
                + "{'type':'textfield','id':'b','key':'b','label':'B','validate':{'required':true}}");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("a", null);
        assertThat(form.judgeValues(nothing, Map.of()).errors())
                .extracting(FieldError::field)
                .containsExactly("a", "b");
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @ValueSource(strings = {"html", "iframe", "dynamiclist", "button", "filepicker", "documentPreview", "x"})
        void componentsPeopleCannotUseAreRefused(String type) {
            assertThatThrownBy(() -> form("{'type':'" + type + "','id':'Field_1'}"))
                    .isInstanceOf(FormRefused.class)
                    .hasMessageContaining("test.form")
                    .hasMessageContaining("Field_1");
        }

        @Test
        void everyFaultIsNamedAtOnce() {
            assertThatThrownBy(() -> form("{'type':'textfield','id':'a','key':'a b','label':'A'},"
                            + "{'type':'textfield','id':'b','key':'b'},"
                            + "{'type':'textfield','id':'b2','key':'b','label':'B'},"
                            + "{'type':'radio','id':'c','key':'c','label':'C'},"
                            + "{'type':'textfield','id':'d','key':'d','label':'D','properties':{'readers':'everyone','routing':'yes'}},"
                            + "{'type':'textfield','id':'e','key':'e','label':'E','conditional':{'hide':'=a +'}},"
                            + "{'type':'text','id':'f','text':'{{#if a}}open'},"
                            + "{'type':'text','id':'g','text':'{{#loop a}}{{/loop}}'},"
                            + "{'type':'group','id':'h','path':'p','components':[{'type':'html','id':'i'}]}"))
                    .hasMessageContaining("\"a b\"")
                    .hasMessageContaining("\"b\" has no label")
                    .hasMessageContaining("\"b\" has a key that another field has")
                    .hasMessageContaining("\"c\" offers nothing")
                    .hasMessageContaining("everyone")
                    .hasMessageContaining("routing \"yes\"")
                    .hasMessageContaining("a +")
                    .hasMessageContaining("without its {{/if}}")
                    .hasMessageContaining("{{#loop a}}")
                    .hasMessageContaining("\"h\" has a path")
                    .hasMessageContaining("\"i\" is a \"html\"");
        }

        @Test
        void aMissingOrBrokenFileIsNamed() {
            RulesInMemory rules = new RulesInMemory().with("bad.form", "{".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> rules.book().open("d1", "none")).hasMessageContaining("none.form");
            assertThatThrownBy(() -> rules.book().open("d1", "bad")).hasMessageContaining("not JSON");
        }
    }

    @Test
    void aFormIsReadOncePerDeployment() {
        RulesInMemory rules =
                new RulesInMemory().with("a.form", "{\"id\":\"a\",\"components\":[]}".getBytes(StandardCharsets.UTF_8));
        FormBook book = rules.book();
        assertThat(book.open("d1", "a")).isSameAs(book.open("d1", "a")).isNotSameAs(book.open("d2", "a"));
        assertThat(rules.reads).isEqualTo(2);
    }
}
