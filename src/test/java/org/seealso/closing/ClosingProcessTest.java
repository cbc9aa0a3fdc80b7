package org.seealso.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SeeAlsoTest
class ClosingProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Answers answers;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private Cohort cohort;
    private Participant ana;
    private Participant ben;
    private Mentorship mentorship;
    private ProcessInstance closing;

    @BeforeEach
    void theTermIsEnding() {
        twoMembers("mla-peer", "2026-06-26");
        closes(false);
    }

    private void twoMembers(String program, String day) {
        stage.opensOn(day);
        cohort = stage.cohort(program, Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        mentorship = stage.mentorship(cohort, ana, ben);
    }

    private void closes(boolean early) {
        closing = closes(mentorship, early);
    }

    private ProcessInstance closes(Mentorship ending, boolean early) {
        return stage.call(
                "closing",
                ending.id(),
                Map.of(
                        "program",
                        cohort.program(),
                        "cohortId",
                        cohort.id().toString(),
                        "mentorshipId",
                        ending.id().toString(),
                        "label",
                        ending.label(),
                        "early",
                        early));
    }

    /** Two members of the informal groups' program, where members may go on for twelve months. */
    private void aMentorshipThatMayGoOn() {
        twoMembers("peer-group", "2026-06-26");
        closes(false);
    }

    private void answers(Participant member, Map<String, String> survey) {
        stage.submission(member, mentorship.id(), "closing-survey", survey);
        stage.answer(closing, member, Map.of());
    }

    private void travelToTheLastDay() {
        stage.time.travelTo(LocalDate.parse("2026-07-10"));
        assertThat(closing).hasPassed("EndEvent_MentorshipOver").isEnded();
    }

    @Test
    void everybodyAnswersAndIsThankedOnTheLastDay() {
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.ENDING);
        assertThat(stage.asked(closing, ana)).containsExactly("closing-survey");
        stage.answer(closing, ana, Map.of());
        stage.answer(closing, ben, Map.of());
        assertThat(closing).isWaitingAt("Event_LastDay");
        assertThat(stage.due(closing, "Event_LastDay")).isEqualTo(Stage.morningOf("2026-07-10"));
        assertThat(stage.letters(ana)).containsExactly("closing-survey");

        travelToTheLastDay();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("closing-survey", "thanks");
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.CLOSED);
        assertThat(stage.now(ben).state()).isEqualTo(Participant.State.DONE);
    }

    @Test
    void itClosesOnItsDayThoughNobodyAnswers() {
        assertThat(stage.asked(closing, ben)).containsExactly("closing-survey");
        assertThat(stage.dues(closing, "Event_WaitedLongEnough"))
                .containsExactly(Stage.morningOf("2026-07-10"), Stage.morningOf("2026-07-10"));
        travelToTheLastDay();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("closing-survey", "closing-survey", "thanks");
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.CLOSED);
    }

    @Test
    void anEarlyEndLeavesTheDaysOfTheRulesToAnswer() {
        twoMembers("mla-peer", "2026-03-03");
        closes(true);
        assertThat(stage.letterText(ana, "closing-survey")).contains("ended earlier than planned");
        stage.answer(closing, ana, Map.of());
        stage.answer(closing, ben, Map.of());
        assertThat(stage.due(closing, "Event_LastDay")).isEqualTo(Stage.morningOf("2026-03-17"));
        stage.time.travelTo(LocalDate.parse("2026-03-17"));
        assertThat(closing).isEnded();
        assertThat(stage.letterText(ana, "thanks")).contains("trying counts").doesNotContain("Ben");
    }

    @Test
    void whoeverHasMovedOnAfterAnEarlyEndIsNeitherAskedNorTakenOutOfThePool() {
        twoMembers("mla-peer", "2026-03-03");
        stage.move(ben, Participant.State.POOL);
        closes(true);
        assertThat(stage.asked(closing, ana)).containsExactly("closing-survey");
        assertThat(stage.asked(closing, ben)).isEmpty();

        stage.time.travelTo(LocalDate.parse("2026-03-17"));
        assertThat(closing).isEnded();
        assertThat(stage.letters(ben)).isEmpty();
        assertThat(stage.now(ben).state()).isEqualTo(Participant.State.POOL);
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.DONE);
    }

    @Test
    void whoeverLeavesMeanwhileIsAskedNoMore() {
        stage.leaves(ana, mentorship);
        assertThat(closing).hasPassed("EndEvent_OutOfTheClosing").isNotEnded();
        assertThat(stage.asked(closing, ana)).isEmpty();
        assertThat(stage.asked(closing, ben)).containsExactly("closing-survey");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.WITHDRAWN);

        travelToTheLastDay();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("closing-survey", "left");
        assertThat(stage.letters(ben)).contains("thanks");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.WITHDRAWN);
        assertThat(stage.now(ben).state()).isEqualTo(Participant.State.DONE);
    }

    @Test
    void itGoesOnAsSoonAsTheLastOfThemSaysYes() {
        aMentorshipThatMayGoOn();
        answers(ana, Map.of("continueFormally", "yes"));
        assertThat(closing).isWaitingAt("CallActivity_AskClosingSurvey");
        answers(ben, Map.of("continueFormally", "yes"));

        assertThat(closing).hasPassed("EndEvent_GoesOn").isEnded();
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.ACTIVE);
        assertThat(stage.now(mentorship).endsOn()).isEqualTo("2027-07-10");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.MATCHED);
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("closing-survey", "extended");
        assertThat(stage.letterText(ben, "extended"))
                .contains("You go on together until Saturday, July 10, 2027")
                .contains("Ana Silva");
        assertThat(calendar(ben))
                .contains("UID:" + mentorship.id() + "-end@")
                .contains("20270710T090000")
                .doesNotContain("SEQUENCE:0");
    }

    @Test
    void anExtendedMentorshipIsAskedAnewAndTheOldYesCountsNoMore() {
        aMentorshipThatMayGoOn();
        answers(ana, Map.of("continueFormally", "yes"));
        answers(ben, Map.of("continueFormally", "yes"));
        stage.todayIs("2027-06-26");
        closes(false);
        answers(ana, Map.of("continueFormally", "yes"));
        stage.time.travelTo(LocalDate.parse("2027-07-10"));
        assertThat(closing).hasPassed("EndEvent_MentorshipOver").isEnded();
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.CLOSED);
    }

    @Test
    void oneNoEndsItOnItsDayAndNobodyHearsOfIt() {
        aMentorshipThatMayGoOn();
        answers(ana, Map.of("continueFormally", "yes"));
        answers(ben, Map.of("continueFormally", "no"));
        assertThat(closing).isWaitingAt("Event_LastDay");
        assertThat(stage.due(closing, "Event_LastDay")).isEqualTo(Stage.morningOf("2026-07-10"));
        travelToTheLastDay();
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("closing-survey", "thanks");
        assertThat(stage.letterText(ana, "thanks")).doesNotContain("go on", " no ", "extend");
    }

    @Test
    void aYesAndASilenceEndItOnItsDay() {
        aMentorshipThatMayGoOn();
        answers(ana, Map.of("continueFormally", "yes"));
        travelToTheLastDay();
        assertThat(stage.letters(ana)).doesNotContain("extended");
    }

    @Test
    void afterAnEarlyEndOrWhereTheRulesDoNotAllowItNobodyGoesOn() {
        answers(ana, Map.of("continueFormally", "yes"));
        answers(ben, Map.of("continueFormally", "yes"));
        assertThat(closing).as("the pilot ends for all at once").isWaitingAt("Event_LastDay");

        twoMembers("peer-group", "2026-03-03");
        closes(true);
        answers(ana, Map.of("continueFormally", "yes", "keepInContact", "yes"));
        answers(ben, Map.of("continueFormally", "yes", "keepInContact", "yes"));
        assertThat(closing).isWaitingAt("Event_LastDay");
        stage.time.travelTo(LocalDate.parse("2026-03-17"));
        assertThat(stage.letterText(ana, "thanks")).doesNotContain(ben.person().email());
    }

    @Test
    void addressesArePassedOnOnlyIfAllWantToStayInTouch() {
        answers(ana, Map.of("keepInContact", "yes"));
        answers(ben, Map.of("keepInContact", "yes"));
        travelToTheLastDay();
        assertThat(stage.letterText(ana, "thanks"))
                .contains("Staying in touch")
                .contains(ben.person().email());

        theTermIsEnding();
        answers(ana, Map.of("keepInContact", "yes"));
        answers(ben, Map.of("keepInContact", "maybe"));
        travelToTheLastDay();
        assertThat(stage.letterText(ana, "thanks"))
                .doesNotContain("in touch")
                .doesNotContain(ben.person().email());
        assertThat(stage.letterText(ben, "thanks"))
                .doesNotContain("in touch")
                .doesNotContain(ana.person().email());
    }

    @Test
    void everybodyReadsTheirOwnChangeAndNobodyElses() {
        stage.submission(ana, null, "application-peer", Map.of("baselineConfidence", "3", "baselineSkills", "2"));
        stage.submission(ben, null, "application-peer", Map.of("baselineConfidence", "1"));
        answers(ana, Map.of("closingConfidence", "5"));
        answers(ben, Map.of("closingConfidence", "4"));
        travelToTheLastDay();
        assertThat(stage.letterText(ana, "thanks"))
                .contains("What changed for you")
                .contains("closingConfidence: 3 when you applied, 5 now")
                .doesNotContain("4 now", "Skills");
        assertThat(stage.letterText(ben, "thanks")).contains("closingConfidence: 1 when you applied, 4 now");
    }

    @Test
    void whoWantsACertificateGetsItAsAPdfWithTheirNameAsTheyWriteIt() throws MessagingException, IOException {
        answers(ana, Map.of("certificate", "true", "certificateName", "Ana Sofia Silva-Łukasik"));
        answers(ben, Map.of("certificate", "true"));
        travelToTheLastDay();
        assertThat(stage.letterText(ana, "thanks")).contains("certificate of participation comes with this letter");
        try (PDDocument certificate = Loader.loadPDF(stage.attachment(ana, "thanks"))) {
            assertThat(new PDFTextStripper().getText(certificate))
                    .contains("Ana Sofia Silva-Łukasik")
                    .contains("Peer")
                    .contains("from January 12 to July 10, 2026");
        }
        try (PDDocument certificate = Loader.loadPDF(stage.attachment(ben, "thanks"))) {
            assertThat(new PDFTextStripper().getText(certificate)).contains("Ben Okoro");
        }
        assertThat(jdbc.sql("select count(*) from letter where mentorship_id = ? and attachment is not null")
                        .param(mentorship.id())
                        .query(Integer.class)
                        .single())
                .as("certificates kept after they were sent")
                .isZero();
    }

    @Test
    void wishesForACoordinatorBecomeTheirTaskAndTheClosingWaitsForNone() {
        answers(ana, Map.of("referenceLetter", "yes", "retention", "delete"));
        answers(ben, Map.of("certificate", "true", "certificateName", "山田花子"));
        travelToTheLastDay();
        assertThat(stage.letterText(ana, "thanks")).contains("letter of reference");
        assertThat(stage.letterText(ben, "thanks")).contains("written by hand");
        assertThat(wishes(ana)).containsExactly("I would like a letter of reference about my part in the program.");
        assertThat(wishes(ben))
                .singleElement()
                .satisfies(wish -> assertThat(wish).contains("by hand"));
    }

    /** What coordinators are asked on behalf of somebody, from their open tasks. */
    private List<String> wishes(Participant participant) {
        return tasks
                .createTaskQuery()
                .taskDefinitionKey("UserTask_AnswerQuestion")
                .processVariableValueEquals("applicationId", participant.id().toString())
                .list()
                .stream()
                .map(task -> tasks.getVariable(task.getId(), "submissionId").toString())
                .flatMap(submission -> answers.ofSubmission(java.util.UUID.fromString(submission)).stream())
                .map(Answer::shown)
                .toList();
    }

    @Test
    void whatSomebodyWantsDeletedIsGoneAndOnlyCountsStay() {
        wrote(ana);
        wrote(ben);
        answers(ana, Map.of("notWorked", "marker-survey-words", "retention", "delete"));
        answers(ben, Map.of("notWorked", "marker-survey-kept", "retention", "untilIAsk"));
        travelToTheLastDay();

        assertThat(stage.letterText(ana, "thanks")).contains("what you wrote is deleted now");
        assertThat(stage.letterText(ben, "thanks")).doesNotContain("deleted now");
        assertThat(answers.ofParticipant(ana.id())).isEmpty();
        assertThat(answers.ofParticipant(ben.id())).extracting(Answer::shown).contains("marker-goal", "4");
        assertThat(jdbc.sql("select count(*) from answer where value::text like '%marker-survey-words%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        List<Map<String, Object>> counted = jdbc.sql(
                        "select * from answer where cohort_id = ? and participant_id is null and form = 'application-peer'")
                .param(cohort.id())
                .query()
                .listOfRows();
        assertThat(counted).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("field", "baselineSkills").containsEntry("role", "peer");
            assertThat(row.get("person_id")).isNull();
            assertThat(row.get("mentorship_id")).isNull();
            assertThat(row.get("author")).isEqualTo("");
        });
    }

    private void wrote(Participant member) {
        stage.submission(
                member,
                null,
                "application-peer",
                new HashMap<>(Map.of("shortGoal", "marker-goal", "retention", "oneYear")));
        stage.submission(member, null, "application-peer", Map.of("baselineSkills", "4"), Set.of("report"));
        stage.submission(member, mentorship.id(), "check-in", Map.of("note", "marker-note"));
    }

    @Test
    void withoutAnAnswerTheChoiceOfTheApplicationCounts() {
        stage.submission(ana, null, "application-peer", Map.of("retention", "afterProgram", "shortGoal", "marker"));
        stage.submission(ben, null, "application-peer", Map.of("retention", "oneYear", "shortGoal", "marker"));
        travelToTheLastDay();
        assertThat(answers.ofParticipant(ana.id())).isEmpty();
        assertThat(answers.ofParticipant(ben.id())).isNotEmpty();
        assertThat(stage.letterText(ana, "thanks")).contains("what you wrote is deleted now");
    }

    @Test
    void aMentorOfTwoStaysWithTheOtherUntilThatClosesToo() {
        stage.opensOn("2026-06-26");
        cohort = stage.cohort("vimloc", Cohort.State.RUNNING);
        Participant mona = stage.participant(cohort, "Mona Haddad", "mentor", Participant.State.MATCHED);
        Participant theo = stage.participant(cohort, "Theo Nguyen", "mentee", Participant.State.MATCHED);
        Participant uma = stage.participant(cohort, "Uma Rao", "mentee", Participant.State.MATCHED);
        stage.submission(mona, null, "application-mentor", Map.of("retention", "afterProgram", "why", "marker"));
        Mentorship first = stage.mentorship(cohort, mona, theo);
        Mentorship second = stage.mentorship(cohort, LocalDate.parse("2026-08-14"), mona, uma);
        closing = closes(first, false);
        ProcessInstance other = closes(second, false);

        travelToTheLastDay();
        assertThat(stage.now(theo).state()).isEqualTo(Participant.State.DONE);
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.MATCHED);
        assertThat(stage.asked(other, mona)).as("still asked about the other").containsExactly("closing-survey");
        assertThat(answers.ofParticipant(mona.id())).isNotEmpty();

        stage.time.travelTo(LocalDate.parse("2026-08-14"));
        assertThat(other).isEnded();
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.DONE);
        assertThat(answers.ofParticipant(mona.id())).isEmpty();
    }

    @Test
    void aMentorOfTwoMayLeaveOneWhileItCloses() {
        stage.opensOn("2026-06-26");
        cohort = stage.cohort("vimloc", Cohort.State.RUNNING);
        Participant mona = stage.participant(cohort, "Mona Haddad", "mentor", Participant.State.MATCHED);
        Participant theo = stage.participant(cohort, "Theo Nguyen", "mentee", Participant.State.MATCHED);
        Participant uma = stage.participant(cohort, "Uma Rao", "mentee", Participant.State.MATCHED);
        Mentorship first = stage.mentorship(cohort, mona, theo);
        Mentorship second = stage.mentorship(cohort, mona, uma);
        closing = closes(first, false);
        ProcessInstance other = closes(second, false);
        stage.leaves(mona, first);
        assertThat(stage.asked(closing, mona)).isEmpty();
        assertThat(stage.asked(other, mona)).containsExactly("closing-survey");
        assertThat(stage.now(mona).state()).isEqualTo(Participant.State.MATCHED);
        assertThat(stage.now(second).members()).hasSize(2);
    }

    private String calendar(Participant participant) {
        try {
            return new String(stage.attachment(participant, "extended"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
