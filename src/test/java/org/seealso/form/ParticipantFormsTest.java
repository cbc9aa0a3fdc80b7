package org.seealso.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published form of the folder, and what the pilot's ones promise. */
class ParticipantFormsTest {
    private static final Map<String, Object> CONTEXT = Map.of(
            "programName", "Peer-to-Peer Mentorship",
            "association", "Manitoba Library Association",
            "conductUrl", "https://example.ca/code",
            "conductVersion", "2025-06",
            "deadline", "15 December 2025",
            "question", "Which library?\n\nAnd since when?",
            "agreement", List.of(Map.of("question", "How often?", "answer", "Once a month")));

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(f -> f.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    private static FormSheet open(String key) {
        try {
            return new RulesInMemory()
                    .with(key + ".form", Files.readAllBytes(Path.of("forms", key + ".form")))
                    .book()
                    .open("d1", key.replace(".fr", ""), key.endsWith(".fr") ? "fr" : "en");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String key(Path file) {
        return file.getFileName().toString().replace(".form", "");
    }

    @Test
    void knowsWhichValuesItSpeaksOf() {
        String form = """
                {"id": "f", "type": "default", "components": [
                  {"type": "text", "text": "Hello {{firstName}},\\n\\nyou and {{partnerNames}}"},
                  {"type": "text", "text": "Longer?", "conditional": {"hide": "=if trio\\nthen\\nearly else false"}},
                  {"type": "select", "key": "reason", "label": "Why?", "valuesKey": "reasons"}]}
                """;
        FormSheet sheet = new RulesInMemory()
                .with("f.form", form.getBytes(StandardCharsets.UTF_8))
                .book()
                .open("d1", "f");
        for (String named : List.of("firstName", "partnerNames", "trio", "early", "reasons")) {
            assertThat(sheet.mentions(named)).as(named).isTrue();
        }
        assertThat(sheet.mentions("profile")).isFalse();
        assertThat(sheet.mentions("partner")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isReadableByPeopleAndMachines(Path file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
        assertThat(json.path("id").asText()).isEqualTo(key(file));
        assertThat(json.path("type").asText()).isEqualTo("default");
        assertThat(json.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(json.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        FormSheet form = open(key(file));
        assertThat(form.title()).doesNotContain("{").isNotBlank();
        assertThat(form.fields()).allSatisfy(field -> {
            assertThat(field.question()).isNotBlank();
            assertThat(Readers.KNOWN).containsAll(field.readers().names());
        });
        for (Map<String, Object> context : List.of(CONTEXT, Map.<String, Object>of())) {
            Document page = Jsoup.parseBodyFragment(form.html(Map.of(), context));
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.text()).doesNotContain("{{");
            for (Element input : page.select("input, select, textarea")) {
                assertThat(page.select("label[for=" + input.id() + "]").text())
                        .as(input.id())
                        .isNotBlank();
            }
        }
        Verdict empty = form.judge(Map.of(), CONTEXT);
        empty.errors()
                .forEach(error -> assertThat(error.message())
                        .as(error.field())
                        .startsWith(key(file).endsWith(".fr") ? "Veuillez" : "Please"));
    }

    private static Map<String, List<String>> peer() {
        Map<String, List<String>> posted = new java.util.HashMap<>();
        String[] answers = {
            "name",
            "Ana Silva",
            "email",
            "ana@example.ca",
            "memberNumber",
            "1204",
            "worksInLibrary",
            "yes",
            "region",
            "north",
            "timeZone",
            "America/Winnipeg",
            "libraryType",
            "public",
            "years",
            "4",
            "careerStage",
            "early",
            "languages",
            "en",
            "modes",
            "video",
            "frequency",
            "monthly",
            "wantToLearn",
            "cataloguing",
            "canShare",
            "outreach",
            "similarity",
            "either",
            "groupWish",
            "either",
            "shortGoal",
            "Catalogue with confidence",
            "motives",
            "connections",
            "baselineSkills",
            "3",
            "baselineConfidence",
            "2",
            "baselineMotivation",
            "4",
            "baselineSatisfaction",
            "3",
            "baselineNetwork",
            "1",
            "baselineValue",
            "3",
            "conductAccepted",
            "true",
            "expectations",
            "true",
            "confidentiality",
            "true",
            "voluntary",
            "true",
            "dataConsent",
            "true",
            "retention",
            "oneYear"
        };
        for (int i = 0; i < answers.length; i += 2) {
            posted.put(answers[i], List.of(answers[i + 1]));
        }
        return posted;
    }

    @Test
    void aPeerApplies() {
        Verdict verdict = open("application-peer").judge(peer(), CONTEXT);
        assertThat(verdict.errors()).isEmpty();
        assertThat(verdict.values())
                .containsEntry("years", 4L)
                .containsEntry("soloWorker", false)
                .containsEntry("wantToLearn", List.of("cataloguing"));
        assertThat(verdict.routing())
                .isEqualTo(Map.of("worksInLibrary", "yes", "conductAccepted", true, "voluntary", true));
    }

    @Test
    void whoIsNotAMemberNeedsNoNumberAndWhoMeetsInPersonNamesAPlace() {
        Map<String, List<String>> posted = peer();
        posted.remove("memberNumber");
        posted.put("modes", List.of("video", "inPerson"));
        FormSheet form = open("application-peer");
        assertThat(form.judge(posted, CONTEXT).errors())
                .extracting(Verdict.FieldError::field)
                .containsExactly("memberNumber", "place");
        posted.put("notMember", List.of("true"));
        posted.put("place", List.of("Thompson"));
        assertThat(form.judge(posted, CONTEXT).ok()).isTrue();
    }

    @Test
    void onlyTheCoordinatorsReadWhomSomebodyAvoidsAndNobodyReadsTheBaselineByName() {
        assertThat(open("application-peer").fields()).allSatisfy(field -> {
            if (Set.of("lineManager", "doNotMatch", "accommodations", "memberNumber")
                    .contains(field.key())) {
                assertThat(field.readers().names()).containsExactly("coordinators");
            }
            if (field.key().startsWith("baseline")) {
                assertThat(field.readers().names()).containsExactly("report");
            }
        });
        assertThat(open("conduct-report").fields())
                .allSatisfy(field -> assertThat(field.readers().names()).containsExactly("conduct"));
    }

    @Test
    void anAgreementNotYetMadeAsksForNothingElse() {
        FormSheet form = open("agreement");
        assertThat(form.judge(Map.of("agreed", List.of("notYet")), Map.of()).ok())
                .isTrue();
        assertThat(form.judge(Map.of("agreed", List.of("yes")), Map.of()).errors())
                .extracting(Verdict.FieldError::field)
                .contains("goal1", "frequency", "confidentiality");
    }

    @Test
    void aFirstMeetingHasADayAndAnHour() {
        FormSheet form = open("agreement");
        Map<String, List<String>> posted = new java.util.HashMap<>(Map.of(
                "agreed", List.of("yes"),
                "goal1", List.of("Run one storytime"),
                "frequency", List.of("monthly"),
                "modes", List.of("video"),
                "confidentiality", List.of("true")));
        posted.put("nextMeeting", List.of("2999-02-03T14:00"));
        assertThat(form.judge(posted, Map.of()).values()).containsEntry("nextMeeting", "2999-02-03T14:00");
        posted.put("nextMeeting", List.of("2999-02-03"));
        assertThat(form.judge(posted, Map.of()).errors())
                .extracting(Verdict.FieldError::field)
                .containsExactly("nextMeeting");
    }

    @Test
    void acceptingPromisesConfidentialityAndTalkingFirstSaysAboutWhat() {
        FormSheet form = open("accept-agreement");
        assertThat(form.judge(Map.of("accepted", List.of("yes")), CONTEXT).errors())
                .extracting(Verdict.FieldError::field)
                .containsExactly("confidentiality");
        assertThat(form.judge(Map.of("accepted", List.of("talk")), CONTEXT).errors())
                .extracting(Verdict.FieldError::field)
                .containsExactly("change");
        assertThat(form.judge(Map.of("accepted", List.of("yes"), "confidentiality", List.of("true")), CONTEXT)
                        .ok())
                .isTrue();
    }

    @Test
    void plansChangeInOneOrTwoAnswers() {
        FormSheet form = open("plans");
        assertThat(form.judge(Map.of("what", List.of("cantMakeIt")), CONTEXT)).satisfies(verdict -> {
            assertThat(verdict.ok()).isTrue();
            assertThat(verdict.routing()).containsEntry("what", "cantMakeIt");
        });
        assertThat(form.judge(Map.of("what", List.of("busy")), CONTEXT).errors())
                .extracting(Verdict.FieldError::field)
                .containsExactly("until");
        assertThat(form.judge(Map.of("what", List.of("busy"), "until", List.of("2999-03-01")), CONTEXT)
                        .routing())
                .isEqualTo(Map.of("what", "busy", "until", "2999-03-01"));
        assertThat(form.judge(Map.of("what", List.of("back")), CONTEXT).ok()).isTrue();
        assertThat(form.judge(Map.of("what", List.of("anotherTime")), CONTEXT).errors())
                .extracting(Verdict.FieldError::field)
                .containsExactly("otherTime");
    }

    @Test
    void aTimeThatDoesNotSuitIsAnsweredInWords() {
        FormSheet form = open("new-time");
        assertThat(form.judge(Map.of("suits", List.of("yes")), CONTEXT).ok()).isTrue();
        assertThat(form.judge(Map.of("suits", List.of("no")), CONTEXT).errors())
                .extracting(Verdict.FieldError::field)
                .containsExactly("suggestion");
    }

    @Test
    void aCheckInTakesThreeTicks() {
        Verdict verdict = open("check-in")
                .judge(
                        Map.of("contacts", List.of("0"), "fit", List.of("good"), "help", List.of("none")),
                        Map.of("matched", true));
        assertThat(verdict.errors()).isEmpty();
        assertThat(verdict.routing()).isEqualTo(Map.of("contacts", "0", "fit", "good", "help", "none"));
    }

    @Test
    void leavingNeedsNoReasonAndNoForm() {
        assertThat(open("leave").judge(Map.of("sure", List.of("yes")), Map.of()).ok())
                .isTrue();
    }

    @Test
    void theClosingSurveyRepeatsTheBaseline() {
        List<String> before = keys("application-peer", "baseline");
        assertThat(before).hasSize(6).isEqualTo(keys("closing-survey", "closing"));
    }

    @Test
    void everyClosingQuestionThatRepeatsOneNamesIt() {
        assertThat(open("closing-survey").fields())
                .filteredOn(field -> field.key().startsWith("closing"))
                .allSatisfy(field ->
                        assertThat(field.baseline()).isEqualTo(field.key().replace("closing", "baseline")));
    }

    private static Document survey(Map<String, Object> context) {
        return Jsoup.parseBodyFragment(open("closing-survey").html(Map.of(), context));
    }

    @Test
    void goingOnIsAskedOnlyWhereItIsOfferedAndStaysOutOfTheEngine() {
        assertThat(survey(Map.of("extensionMonths", 12, "early", false)).text())
                .contains("go on with this mentorship for 12 more months?")
                .contains("Nobody is ever told who said what.");
        assertThat(survey(Map.of("extensionMonths", 0, "early", false)).select("[name=continueFormally]"))
                .isEmpty();
        assertThat(open("closing-survey").fields())
                .filteredOn(field -> field.key().equals("continueFormally"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.routing()).isFalse();
                    assertThat(field.counted()).isFalse();
                    assertThat(field.readers().names()).containsExactly("report");
                });
    }

    @Test
    void afterAnEarlyEndNobodyIsAskedAboutStayingInTouch() {
        Document early = survey(Map.of("extensionMonths", 0, "early", true));
        assertThat(early.text()).contains("ended earlier than planned");
        assertThat(early.select("[name=keepInContact]")).isEmpty();
        assertThat(survey(Map.of("extensionMonths", 0, "early", false)).select("[name=keepInContact]"))
                .isNotEmpty();
    }

    private static List<String> keys(String form, String prefix) {
        return open(form).fields().stream()
                .map(FormSheet.Field::key)
                .filter(k -> k.startsWith(prefix))
                .map(k -> k.substring(prefix.length()))
                .toList();
    }
}
