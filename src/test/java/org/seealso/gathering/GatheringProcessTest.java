package org.seealso.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Cohort;
import org.seealso.people.Meeting;
import org.seealso.people.Meetings;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SeeAlsoTest
class GatheringProcessTest {
    private static final String TUESDAY = "2026-02-03T17:00";
    private static final String THURSDAY = "2026-02-05T12:30";
    private static final String SUNDAY = "2026-02-08T10:00";
    private static final Pattern LINK = Pattern.compile("https?://\\S*?(/f/[\\w-]+)");

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Answers answers;

    @Autowired
    Meetings meetings;

    @Autowired
    Mentorships mentorships;

    private Cohort cohort;
    private Mentorship group;
    private Participant ana;
    private Participant ben;
    private Participant cara;
    private Participant dov;

    @BeforeEach
    void aGroupOfFour() {
        stage.opensOn("2026-01-12");
        cohort = stage.cohort("peer-group", Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        cara = stage.participant(cohort, "Cara Lee", Participant.State.MATCHED);
        dov = stage.participant(cohort, "Dov Katz", Participant.State.MATCHED);
        group = stage.underWay(cohort, ana, ben, cara, dov);
    }

    private ProcessInstance begin() {
        return stage.call(
                "gathering",
                group.id(),
                Map.of(
                        "program", "peer-group",
                        "cohortId", cohort.id().toString(),
                        "mentorshipId", group.id().toString(),
                        "label", group.label()));
    }

    private void proposes(ProcessInstance process, Participant host) {
        stage.fillIn(
                process,
                host,
                group,
                Map.of("hosting", "dates", "date1", THURSDAY, "date2", TUESDAY, "date3", SUNDAY),
                "hosting");
    }

    private void says(ProcessInstance process, Participant member, String... dates) {
        answers.store(
                UUID.randomUUID(),
                member.person().id().toString(),
                "date-poll",
                new Subject(member.person().id(), member.id(), group.id(), cohort.id(), null),
                List.of(new FieldAnswer(
                        "suit", "These suit me", List.of(dates), String.join(", ", dates), Set.of("partner"))));
        stage.answer(process, member, Map.of());
    }

    private List<Meeting> settled() {
        return meetings.all(group.id());
    }

    @Test
    void theDateThatSuitsMostIsSettledAsSoonAsEverybodyHasAnswered() {
        ProcessInstance process = begin();
        assertThat(process).isWaitingAt("CallActivity_AskHostForDates");
        assertThat(stage.letterText(ana, "propose-dates"))
                .contains("Your turn to host", "Ben Okoro", "Not this time? Say so there");
        assertThat(stage.letters(ben)).isEmpty();

        proposes(process, ana);
        assertThat(stage.asked(process, ana)).as("a host comes to all of them").isEmpty();
        assertThat(stage.letterText(ben, "date-poll"))
                .contains("Ana Silva hosts your group this time and proposes:")
                .contains("Tuesday, February 3, 2026 at 5:00")
                .contains("Sunday, February 8, 2026 at 10:00");
        says(process, ben, SUNDAY, TUESDAY);
        says(process, cara, TUESDAY, THURSDAY);
        assertThat(settled()).isEmpty();
        says(process, dov, SUNDAY, TUESDAY, THURSDAY);

        assertThat(settled())
                .singleElement()
                .satisfies(meeting ->
                        assertThat(meeting.startsAt()).isEqualTo(Stage.at("2026-02-03", LocalTime.of(17, 0))));
        assertThat(stage.letterText(ana, "date-settled")).contains("You host", "February 3, 2026");
        assertThat(stage.letterText(dov, "date-settled")).contains("Ana Silva hosts", "Say so with one form");
        assertThat(stage.calendar(dov, "date-settled"))
                .contains("BEGIN:VEVENT", "20260203T170000")
                .contains("METHOD:PUBLISH");
        assertThat(process).isWaitingAt("Event_NextGatheringDue");
    }

    @Test
    void ofEquallyGoodDatesTheEarliestIsSettled() {
        ProcessInstance process = begin();
        proposes(process, ana);
        says(process, ben, SUNDAY);
        says(process, cara, THURSDAY);
        says(process, dov, THURSDAY, SUNDAY);
        assertThat(settled())
                .singleElement()
                .satisfies(meeting ->
                        assertThat(meeting.startsAt()).isEqualTo(Stage.at("2026-02-05", LocalTime.of(12, 30))));
    }

    @Test
    void afterTheRowsDaysTheDateIsSettledWithWhatIsKnown() {
        ProcessInstance process = begin();
        proposes(process, ana);
        says(process, ben, SUNDAY);
        assertThat(stage.dues(process, "Event_WaitedLongEnough")).containsOnly(Stage.morningOf("2026-01-19"));
        stage.time.travelTo(LocalDate.parse("2026-01-19"));
        assertThat(process).hasPassed("ServiceTask_SendDate");
        assertThat(settled()).hasSize(1);
    }

    @Test
    void theAskingEndsBeforeTheFirstOfTheDates() {
        stage.todayIs("2026-01-31");
        ProcessInstance process = begin();
        proposes(process, ana);
        assertThat(stage.dues(process, "Event_WaitedLongEnough")).containsOnly(Stage.morningOf("2026-02-03"));
    }

    @Test
    void ifNoDateSuitsAnybodyEverybodyHearsOfItAndTheNextTimeComes() {
        ProcessInstance process = begin();
        proposes(process, ana);
        says(process, ben);
        says(process, cara);
        says(process, dov);
        assertThat(process).hasPassed("ServiceTask_SendNoDate").isWaitingAt("Event_NextGatheringDue");
        assertThat(settled()).isEmpty();
        assertThat(stage.letterText(ana, "no-date")).contains("As you host this time");
        assertThat(stage.letterText(ben, "no-date")).contains("Ana Silva hosts this time");
    }

    @Test
    void anotherMemberHostsInEachPeriod() {
        ProcessInstance process = begin();
        proposes(process, ana);
        says(process, ben, SUNDAY);
        says(process, cara, SUNDAY);
        says(process, dov, SUNDAY);
        assertThat(stage.due(process, "Event_NextGatheringDue")).isEqualTo(Stage.morningOf("2026-03-12"));
        stage.time.travelTo(LocalDate.parse("2026-03-12"));
        assertThat(stage.asked(process, ben)).containsExactly("propose-dates");
        assertThat(stage.asked(process, ana)).isEmpty();
    }

    @Test
    void whoeverDoesNotWantToHostIsFollowedByTheNext() {
        ProcessInstance process = begin();
        stage.fillIn(process, ana, group, Map.of("hosting", "pass"), "hosting");
        assertThat(stage.asked(process, ben)).containsExactly("propose-dates");
        stage.time.travelTo(LocalDate.parse("2026-01-26"));
        assertThat(stage.asked(process, cara)).as("after silence").containsExactly("propose-dates");
        stage.fillIn(process, cara, group, Map.of("hosting", "pass"), "hosting");
        stage.fillIn(process, dov, group, Map.of("hosting", "pass"), "hosting");
        assertThat(process).as("nobody is asked twice").isWaitingAt("Event_NextGatheringDue");
        stage.time.travelTo(LocalDate.parse("2026-03-12"));
        assertThat(stage.asked(process, ana)).containsExactly("propose-dates");
    }

    @Test
    void aHostWhoLeavesIsFollowedByTheNext() {
        begin();
        mentorships.leave(group.id(), ana.id());
        group = stage.now(group);
        ProcessInstance again = begin();
        assertThat(stage.asked(again, ben)).containsExactly("propose-dates");
    }

    @Test
    void whoeverLeftHasNoVote() {
        ProcessInstance process = begin();
        proposes(process, ana);
        says(process, ben, TUESDAY);
        says(process, cara, SUNDAY);
        mentorships.leave(group.id(), ben.id());
        says(process, dov);
        assertThat(settled())
                .singleElement()
                .satisfies(meeting ->
                        assertThat(meeting.startsAt()).isEqualTo(Stage.at("2026-02-08", LocalTime.of(10, 0))));
    }

    @Test
    void inAPauseNobodyIsAsked() {
        mentorships.pause(group.id(), LocalDate.parse("2026-04-01"));
        ProcessInstance process = begin();
        assertThat(stage.letters(ana)).isEmpty();
        assertThat(stage.due(process, "Event_NextGatheringDue")).isEqualTo(Stage.morningOf("2026-04-01"));
        stage.time.travelTo(LocalDate.parse("2026-04-01"));
        assertThat(stage.asked(process, ana)).containsExactly("propose-dates");
    }

    @Test
    void afterTheLastPeriodNobodyIsAsked() {
        stage.todayIs("2026-06-01");
        ProcessInstance process = begin();
        stage.todayIs("2026-07-01");
        proposes(process, ana);
        stage.time.travelTo(LocalDate.parse("2026-07-09"));
        assertThat(process).hasPassed("EndEvent_LastGatheringOver").isEnded();
    }

    @Test
    void theFormsWorkOnTheirPages() {
        ProcessInstance process = begin();
        assertThat(send(
                        ana,
                        "propose-dates",
                        Map.of(
                                "hosting", List.of("dates"),
                                "date1", List.of(TUESDAY),
                                "date2", List.of(THURSDAY),
                                "date3", List.of(SUNDAY))))
                .contains("We ask the others now");
        stage.time.settle();
        assertThat(send(ben, "date-poll", Map.of("some", List.of("yes"), "suit", List.of(THURSDAY, SUNDAY))))
                .contains("Thank you. As soon as everybody has answered");
        assertThat(send(cara, "date-poll", Map.of("some", List.of("no")))).contains("Thank you");
        assertThat(send(dov, "date-poll", Map.of("some", List.of("yes"), "suit", List.of(SUNDAY))))
                .contains("Thank you");
        stage.time.settle();
        assertThat(process).hasPassed("ServiceTask_SendDate");
        assertThat(settled())
                .singleElement()
                .satisfies(meeting ->
                        assertThat(meeting.startsAt()).isEqualTo(Stage.at("2026-02-08", LocalTime.of(10, 0))));
    }

    private String send(Participant member, String letter, Map<String, List<String>> fields) {
        Matcher link = LINK.matcher(stage.letterText(member, letter));
        assertThat(link.find()).isTrue();
        Visitor visitor = new Visitor(port);
        HttpResponse<String> swap = visitor.get(link.group(1));
        String clean =
                URI.create(swap.headers().firstValue("Location").orElseThrow()).getPath();
        String page = visitor.get(clean).body();
        HttpResponse<String> sent = visitor.formOfLists(clean, page, fields);
        String said = Jsoup.parse(sent.body()).select("main").text();
        assertThat(sent.statusCode()).as(said).isEqualTo(200);
        return said;
    }
}
