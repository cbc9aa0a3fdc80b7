package org.seealso.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People ask about a pilot that opens on November 20 and tells about itself the evening before. */
@SeeAlsoTest
class InterestProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Participants participants;

    @Autowired
    People people;

    @Autowired
    Answers answers;

    @Autowired
    RuntimeService runtime;

    private final String address = "nadia." + UUID.randomUUID() + "@library.example";
    private Cohort cohort;
    private ProcessInstance program;

    @BeforeEach
    void aPilotIsPlanned() {
        stage.opensOn("2025-11-03");
        plan(Map.of("sessionAt", "2025-11-19T18:00", "sessionPlace", "Millennium Library"));
    }

    private void plan(Map<String, String> session) {
        // Cohorts earlier tests have planned would take the interest of ours.
        cohorts.ofProgram("mla-peer").stream()
                .filter(left -> left.state() == Cohort.State.PLANNED)
                .forEach(left -> cohorts.move(left.id(), Cohort.State.ENDED));
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "program", "mla-peer",
                "cohortName", "Pilot 2026",
                "opensOn", "2025-11-20",
                "closesOn", "2025-12-12",
                "matchOn", "2025-12-15",
                "startsOn", "2026-01-12",
                "endsOn", "2026-07-10"));
        wanted.putAll(session);
        program = stage.call("program", UUID.randomUUID(), wanted);
        cohort = cohorts.cohort(
                UUID.fromString(runtime.getVariable(program.getId(), "cohortId").toString()));
    }

    /** Nadia leaves her address on the public page. */
    private String leavesHerAddress() {
        Visitor visitor = new Visitor(port);
        String page = visitor.get("/interest/mla-peer").body();
        String said = visitor.form("/interest/mla-peer", page, Map.of("name", "Nadia Fontaine", "email", address))
                .body();
        stage.time.settle();
        return said;
    }

    private Participant nadia() {
        return participants
                .of(cohort.id(), people.named("Nadia Fontaine", address).id())
                .orElseThrow();
    }

    private ProcessInstance interest(Participant of) {
        return stage.running("interest", of.id()).get(0);
    }

    private Participant onTheList() {
        leavesHerAddress();
        Participant nadia = nadia();
        stage.answer(interest(nadia), nadia, Map.of());
        return participants.participant(nadia.id());
    }

    @Test
    void anAddressIsConfirmedBeforeItIsOnTheList() {
        assertThat(new Visitor(port).get("/interest/mla-peer").body())
                .contains("Hear from us when Peer-to-Peer Mentorship opens")
                .contains("November 20, 2025")
                .contains("information session on Wednesday, November 19, 2025");
        assertThat(leavesHerAddress()).contains("confirm your address", address);
        assertThat(stage.letters(nadia())).containsExactly("confirm-interest");
        assertThat(nadia().state()).isEqualTo(Participant.State.APPLIED);
        stage.answer(interest(nadia()), nadia(), Map.of());
        assertThat(nadia().state()).isEqualTo(Participant.State.INTERESTED);

        leavesHerAddress();
        assertThat(stage.running("interest", nadia().id())).as("once is enough").hasSize(1);
    }

    @Test
    void whatIsNoAddressIsRefusedInWords() {
        Visitor visitor = new Visitor(port);
        String page = visitor.get("/interest/mla-peer").body();
        assertThat(visitor.form("/interest/mla-peer", page, Map.of("name", "Nadia", "email", "nadia"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.get("/interest/no-such-program").statusCode()).isEqualTo(404);
    }

    @Test
    void whereNothingIsPlannedThePageOfTheProgramSaysSo() {
        cohorts.move(cohort.id(), Cohort.State.OPEN);
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/interest/mla-peer").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/apply/mla-peer"));
    }

    @Test
    void anAddressNobodyConfirmsIsForgotten() {
        leavesHerAddress();
        Participant nadia = nadia();
        ProcessInstance interest = interest(nadia);
        stage.time.travelTo(LocalDate.parse("2025-11-10"));
        assertThat(interest).hasPassed("EndEvent_InterestForgotten").isEnded();
        assertThat(stage.now(nadia).state()).isEqualTo(Participant.State.FORGOTTEN);
    }

    @Test
    void whoeverIsOnTheListIsInvitedWithACalendarFileAndGetsTheNotes() {
        Participant nadia = onTheList();
        ProcessInstance interest = interest(nadia);
        assertThat(stage.letterText(nadia, "invite-to-session"))
                .contains("Wednesday, November 19, 2025 at 6:00 p.m.")
                .contains("Millennium Library");
        assertThat(stage.calendar(nadia, "invite-to-session"))
                .contains("DTSTART;TZID=America/Winnipeg:20251119T180000", "Millennium Library");
        assertThat(stage.due(interest, "Event_WaitedLongEnough"))
                .isEqualTo(Stage.at("2025-11-19", LocalTime.of(18, 0)));
        stage.answer(interest, nadia, "rsvp", Map.of("coming", "notes"));
        assertThat(interest).isWaitingAt("Event_NotesAreWritten", "Event_ApplicationsHaveOpened");

        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        assertThat(stage.letterText(nadia, "applications-open")).contains("/apply/mla-peer", "December 12, 2025");
        ProcessInstance session =
                stage.running("information-session", cohort.id()).get(0);
        Task task = stage.task(session, "UserTask_WriteNotes");
        answers.store(
                UUID.randomUUID(),
                "coordinator",
                "session-notes",
                new Subject(null, null, null, cohort.id(), task.getProcessInstanceId()),
                java.util.List.of(new FieldAnswer(
                        "notes", "The notes", "Pairs meet monthly.", "Pairs meet monthly.", Set.of("coordinators"))));
        stage.complete(session, "UserTask_WriteNotes", Map.of("outcome", "send"));
        assertThat(stage.letterText(nadia, "session-notes")).contains("Pairs meet monthly.");
        assertThat(interest)
                .hasPassed("EndEvent_NotesDealtWith", "EndEvent_OpeningTold")
                .isEnded();
    }

    @Test
    void anInvitationCanBeAnsweredUntilTheSessionBeginsAlsoIfItWasMoved() {
        Participant nadia = onTheList();
        ProcessInstance interest = interest(nadia);
        stage.call(
                "reschedule",
                UUID.randomUUID(),
                Map.of(
                        "cohortId", cohort.id().toString(),
                        "opensOn", "2025-11-20",
                        "closesOn", "2025-12-12",
                        "matchOn", "2025-12-15",
                        "startsOn", "2026-01-12",
                        "endsOn", "2026-07-10",
                        "sessionAt", "2025-11-25T17:30",
                        "sessionMinutes", "60",
                        "sessionPlace", "Millennium Library"));
        assertThat(stage.due(interest, "Event_WaitedLongEnough"))
                .isEqualTo(Stage.at("2025-11-25", LocalTime.of(17, 30)));
        stage.time.travelTo(LocalDate.parse("2025-11-22"));
        stage.answer(interest, nadia, "rsvp", Map.of("coming", "yes"));
        assertThat(interest).isWaitingAt("Event_NotesAreWritten");
    }

    @Test
    void whoeverIsNotComingHearsOfTheOpeningOnly() {
        Participant nadia = onTheList();
        ProcessInstance interest = interest(nadia);
        stage.answer(interest, nadia, "rsvp", Map.of("coming", "no"));
        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        assertThat(interest).hasPassed("EndEvent_NoNotesWanted").isEnded();
        assertThat(stage.letters(nadia))
                .containsExactlyInAnyOrder("confirm-interest", "invite-to-session", "applications-open");
    }

    @Test
    void withoutASessionNobodyIsInvitedAndWhoeverConfirmsLateHearsAtOnce() {
        plan(Map.of());
        leavesHerAddress();
        Participant nadia = nadia();
        ProcessInstance interest = interest(nadia);
        cohorts.move(cohort.id(), Cohort.State.OPEN);
        stage.answer(interest, nadia, Map.of());
        assertThat(interest)
                .hasPassed("EndEvent_NoSessionToComeTo", "EndEvent_OpeningTold")
                .isEnded();
        assertThat(stage.letters(nadia)).containsExactlyInAnyOrder("confirm-interest", "applications-open");
    }

    @Test
    void whoeverAppliesKeepsTheirPlaceInOurMemoryAndIsNotToldOfTheOpening() {
        Participant nadia = onTheList();
        ProcessInstance interest = interest(nadia);
        Participant applied =
                participants.apply(cohort.id(), nadia.person(), "peer").orElseThrow();
        assertThat(applied.id()).isEqualTo(nadia.id());
        assertThat(participants.apply(cohort.id(), nadia.person(), "peer"))
                .as("applies once")
                .isEmpty();
        stage.answer(interest, nadia, "rsvp", Map.of("coming", "no"));
        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        assertThat(stage.letters(nadia)).doesNotContain("applications-open");
    }

    @Test
    void theListIsLeftByTheLinkOfEveryLetter() {
        Participant nadia = onTheList();
        ProcessInstance interest = interest(nadia);
        String letter = stage.letterText(nadia, "invite-to-session");
        String link = letter.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).contains("leave"))
                .map(line -> line.replaceAll(".*?(/f/[A-Za-z0-9_-]+).*", "$1"))
                .filter(line -> line.startsWith("/f/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(letter));
        Visitor visitor = new Visitor(port);
        String clean = visitor.get(link).headers().firstValue("Location").orElseThrow();
        String page = visitor.get(clean).body();
        assertThat(page).contains("Leave the list").doesNotContain("mentorship has ended");
        assertThat(visitor.form(clean, page, Map.of("sure", "yes")).body()).contains("You are off the list");
        stage.time.settle();
        assertThat(interest).hasPassed("EndEvent_OffTheList").isEnded();
        assertThat(stage.now(nadia).state()).isEqualTo(Participant.State.WITHDRAWN);
        stage.time.travelTo(LocalDate.parse("2025-11-20"));
        assertThat(stage.letters(nadia)).doesNotContain("applications-open");
    }

    @Test
    void whoeverIsOnTheListIsToldAnotherDay() {
        Participant nadia = onTheList();
        stage.call(
                "reschedule",
                UUID.randomUUID(),
                Map.of(
                        "cohortId", cohort.id().toString(),
                        "opensOn", "2025-11-27",
                        "closesOn", "2025-12-12",
                        "matchOn", "2025-12-15",
                        "startsOn", "2026-01-12",
                        "endsOn", "2026-07-10",
                        "sessionAt", "2025-11-25T17:00",
                        "sessionPlace", "Millennium Library"));
        assertThat(stage.letterText(nadia, "new-dates-list"))
                .contains("open on Thursday, November 27, 2025", "Tuesday, November 25, 2025 at 5:00 p.m.");
        assertThat(stage.calendar(nadia, "new-dates-list"))
                .contains("DTSTART;TZID=America/Winnipeg:20251125T170000", "SEQUENCE:1");
    }
}
