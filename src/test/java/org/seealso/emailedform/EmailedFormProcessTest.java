package org.seealso.emailedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SeeAlsoTest
class EmailedFormProcessTest {
    @Autowired
    Stage stage;

    @Autowired
    EmailedForms forms;

    @Autowired
    OpenedForms opened;

    @Autowired
    SentForms sent;

    @Autowired
    Links links;

    @Autowired
    Answers answers;

    @Autowired
    PublishedRules rules;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Participants participants;

    private Cohort cohort;
    private Participant ana;
    private Participant ben;
    private ProcessInstance asking;

    @BeforeEach
    void anaIsAskedForMore() {
        stage.opensOn("2025-12-01");
        cohort = stage.cohort(Cohort.State.OPEN);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.IN_REVIEW);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        asking = stage.call(
                "emailed-form",
                ana.id(),
                Map.of(
                        "program", "mla-peer",
                        "cohortId", cohort.id().toString(),
                        "applicationId", ana.id().toString(),
                        "form", "application-more",
                        "letter", "ask-more"));
    }

    private List<Link> links() {
        return jdbc
                .sql("select public_id from link where process_instance = ?")
                .param(asking.getId())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> links.byPublicId(id).orElseThrow())
                .toList();
    }

    @Test
    void anAnswerIsKeptAndClosesTheLink() {
        assertThat(asking).isWaitingAt("UserTask_AnswerForm");
        assertThat(stage.letters(ana)).containsExactly("ask-more");
        Link link = links().get(0);
        assertThat(sent.take(opened.open(link), Map.of("more", List.of("")))).satisfies(blank -> {
            assertThat(blank.acted()).isFalse();
            assertThat(blank.verdict().ok()).isFalse();
        });

        assertThat(sent.take(opened.open(link), Map.of("more", List.of("I run a branch.")))
                        .acted())
                .isTrue();
        stage.time.settle();
        assertThat(asking).hasPassed("EndEvent_Answered").isEnded();
        assertThat(answers.ofParticipant(ana.id(), "application-more"))
                .extracting(Answer::shown)
                .containsExactly("I run a branch.");
        assertThat(links()).extracting(Link::state).containsExactly(Links.State.ANSWERED);
        assertThat(sent.take(opened.open(link), Map.of("more", List.of("Once more.")))
                        .acted())
                .isFalse();
    }

    @Test
    void silenceIsRemindedOnceAndThenEndsTheWait() {
        assertThat(stage.due(asking, "Event_TimeToRemind")).isEqualTo(Stage.morningOf("2025-12-06"));
        assertThat(stage.due(asking, "Event_WaitedLongEnough")).isEqualTo(Stage.morningOf("2025-12-15"));

        stage.time.travelTo(LocalDate.parse("2025-12-06"));
        assertThat(asking).hasPassed("EndEvent_Reminded").isWaitingAt("UserTask_AnswerForm");
        assertThat(stage.letters(ana)).containsExactly("ask-more", "ask-more");

        stage.time.travelTo(LocalDate.parse("2025-12-15"));
        assertThat(asking).hasPassed("EndEvent_Silence").isEnded();
        assertThat(stage.letters(ana)).hasSize(2);
        assertThat(links()).extracting(Link::state).containsOnly(Links.State.EXPIRED);
    }

    @Test
    void aFormNobodyNeedsAnyMoreIsCalledOff() {
        forms.withdrawAll(ana.id());
        stage.time.settle();
        assertThat(asking).hasPassed("EndEvent_Withdrawn").isEnded();
        assertThat(links()).extracting(Link::state).containsOnly(Links.State.WITHDRAWN);
    }

    @Test
    void anAnswerEndsTheWaitEvenWhileAReminderIsHeld() {
        Mentorship mentorship = anaAndBen("2026-01-09");
        ProcessInstance checkIn = checkInWith(mentorship);
        stage.time.travelTo(LocalDate.parse("2026-01-06"));
        assertThat(stage.due(checkIn, "Event_QuietTimeOver")).isEqualTo(Stage.morningOf("2026-01-10"));

        stage.answer(checkIn, ana, Map.of("contacts", "2", "fit", "good", "help", "none"));

        assertThat(checkIn).hasPassed("EndEvent_Answered").isEnded();
        assertThat(stage.letters(ana)).doesNotHaveDuplicates();
    }

    @Test
    void aReminderWaitsUntilTheBusyTimeIsOverAndComesOnce() {
        Mentorship mentorship = anaAndBen("2026-01-09");
        ProcessInstance checkIn = checkInWith(mentorship);
        stage.time.travelTo(LocalDate.parse("2026-01-09"));
        assertThat(stage.letters(ana)).containsOnlyOnce("check-in");

        stage.time.travelTo(LocalDate.parse("2026-01-10"));
        assertThat(stage.letters(ana).stream().filter("check-in"::equals)).hasSize(2);
        assertThat(checkIn).hasPassed("EndEvent_Reminded");

        stage.time.travelTo(LocalDate.parse("2026-01-15"));
        assertThat(checkIn).hasPassed("EndEvent_Silence").isEnded();
        assertThat(stage.letters(ana).stream().filter("check-in"::equals)).hasSize(2);
    }

    @Test
    void whoIsBusyAsLongAsTheFormIsOpenIsNotReminded() {
        Mentorship mentorship = anaAndBen("2026-02-20");
        ProcessInstance checkIn = checkInWith(mentorship);
        stage.time.travelTo(LocalDate.parse("2026-01-06"));
        assertThat(checkIn).hasPassed("EndEvent_NotReminded").isWaitingAt("UserTask_AnswerForm");

        stage.time.travelTo(LocalDate.parse("2026-01-15"));
        assertThat(checkIn).hasPassed("EndEvent_Silence").isEnded();
        assertThat(stage.letters(ana)).containsOnlyOnce("check-in");
    }

    @Test
    void nobodyIsRemindedOfAMentorshipWhoseContactIsStopped() {
        Mentorship mentorship = anaAndBen("2025-12-01");
        ProcessInstance checkIn = checkInWith(mentorship);
        mentorships.stop(mentorship.id());
        stage.time.travelTo(LocalDate.parse("2026-01-06"));
        assertThat(checkIn).hasPassed("EndEvent_NotReminded");
        assertThat(stage.letters(ana)).containsOnlyOnce("check-in");
    }

    @Test
    void leavingOneMentorshipCallsOffNothingOfAnother() {
        Mentorship one = anaAndBen("2025-12-01");
        Mentorship other = anaAndBen("2025-12-01");
        ProcessInstance first = checkInWith(one);
        ProcessInstance second = checkInWith(other);

        forms.withdrawAll(ana.id(), one.id());
        stage.time.settle();

        assertThat(first).hasPassed("EndEvent_Withdrawn").isEnded();
        assertThat(second).isWaitingAt("UserTask_AnswerForm");
    }

    @Test
    void theLinkToChangePlansActsOnlyWhileTheMentorshipIsUnderWay() {
        Mentorship mentorship = anaAndBen("2025-12-01");
        Link link = standing(Links.Purpose.PLANS, mentorship);

        assertThat(sent.take(opened.open(link), Map.of("what", List.of("cantMakeIt")))
                        .acted())
                .isTrue();
        stage.time.settle();
        assertThat(stage.letters(ben)).containsExactly("cant-make-it");

        mentorships.move(mentorship.id(), Mentorship.State.ENDING);
        assertThat(sent.take(opened.open(link), Map.of("what", List.of("cantMakeIt")))
                        .acted())
                .isFalse();
    }

    @Test
    void aChangedAgreementBeginsWithWhatWasWrittenBeforeAndAsksTheOthers() {
        Mentorship mentorship = anaAndBen("2025-12-01");
        stage.writes(
                ben,
                mentorship,
                "agreement",
                Map.of("agreed", "yes", "goal1", "Read together", "frequency", "weekly", "reviewDate", "2025-12-31"));
        Link link = standing(Links.Purpose.AGREEMENT, mentorship);
        assertThat(opened.known(link))
                .as("what counts for all, not what has passed, and no promise ticked")
                .isEqualTo(Map.of("goal1", "Read together", "frequency", "weekly"));

        assertThat(sent.take(opened.open(link), Map.of("agreed", List.of("notYet")))
                        .acted())
                .as("nothing to ask the others")
                .isTrue();
        assertThat(stage.running("agreement", mentorship.id())).isEmpty();
        sent.take(
                opened.open(link),
                Map.of(
                        "agreed", List.of("yes"),
                        "goal1", List.of("Read together"),
                        "frequency", List.of("monthly"),
                        "modes", List.of("phone"),
                        "confidentiality", List.of("true")));
        stage.time.settle();
        assertThat(stage.letters(ben)).containsExactly("accept-agreement");
    }

    private Link standing(Links.Purpose purpose, @Nullable Mentorship mentorship) {
        return new Link(
                UUID.randomUUID(),
                purpose,
                Links.State.OPEN,
                rules.current(),
                "mla-peer",
                ana.person().id(),
                ana.id(),
                mentorship == null ? null : mentorship.id(),
                null,
                null,
                Stage.morningOf("2026-12-01"));
    }

    /** On January 1 Ana and Ben are in a mentorship, and Ben is busy until a day. */
    private Mentorship anaAndBen(String busyUntil) {
        stage.todayIs("2026-01-01");
        stage.time.settle();
        Mentorship mentorship = stage.mentorship(cohort, ana, ben);
        mentorships.move(mentorship.id(), Mentorship.State.ACTIVE);
        participants.busyUntil(ben.person().id(), LocalDate.parse(busyUntil));
        return mentorship;
    }

    private ProcessInstance checkInWith(Mentorship mentorship) {
        return stage.ask(ana, mentorship, "check-in");
    }

    @Test
    void leavingWhatIsOverAlreadyHarmsNothing() {
        stage.move(ana, Participant.State.DONE);
        Link leave = new Link(
                UUID.randomUUID(),
                Links.Purpose.LEAVE,
                Links.State.OPEN,
                rules.current(),
                "mla-peer",
                ana.person().id(),
                ana.id(),
                null,
                null,
                null,
                Stage.morningOf("2026-12-01"));
        assertThat(sent.take(opened.open(leave), Map.of("sure", List.of("yes"))))
                .satisfies(taken -> {
                    assertThat(taken.verdict().ok()).isTrue();
                    assertThat(taken.acted()).isFalse();
                });
        assertThat(answers.ofParticipant(ana.id(), "leave")).hasSize(1);
    }

    @Test
    void whoeverSendsLeaveTwiceAtTheSameMomentGetsOneFarewell() {
        Mentorship pair = theyAreUnderWay();
        Link leave = standing(Links.Purpose.LEAVE, pair);
        assertThat(sent.take(opened.open(leave), Map.of("sure", List.of("yes"))).acted())
                .isTrue();
        assertThat(sent.take(opened.open(leave), Map.of("sure", List.of("yes"))).acted())
                .isFalse();
        stage.time.settle();
        assertThat(stage.letters(ana)).containsOnlyOnce("left");
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.WITHDRAWN);
    }

    @Test
    void theFarewellOfWhoeverLeftLeadsToHelpAndToReportsButToNoFitProblem() {
        Mentorship pair = theyAreUnderWay();
        assertThat(opened.isOpen(standing(Links.Purpose.FIT_PROBLEM, pair))).isTrue();
        stage.leaves(ana, pair);
        assertThat(opened.isOpen(standing(Links.Purpose.FIT_PROBLEM, pair))).isFalse();
        assertThat(opened.isOpen(standing(Links.Purpose.HELP, pair))).isTrue();
        assertThat(opened.isOpen(standing(Links.Purpose.CONDUCT_REPORT, pair))).isTrue();
    }

    private Mentorship theyAreUnderWay() {
        stage.move(ana, Participant.State.MATCHED);
        Mentorship pair = stage.mentorship(cohort, ana, ben);
        stage.start(pair);
        return pair;
    }
}
