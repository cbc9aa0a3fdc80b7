package org.seealso.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.TestClock;
import org.seealso.Timeline;
import org.seealso.Visitor;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SeeAlsoTest
class RegistrationProcessTest {
    private static final String FORM = "confirm-registration";

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Mentorships mentorships;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Cohort cohort;

    @BeforeEach
    void peopleMayRegister() {
        stage.opensOn("2026-03-02");
        // One open cohort of the program at a time, as a coordinator keeps it.
        jdbc.sql("update cohort set state = 'ENDED' where program = 'informal'").update();
        cohort = stage.cohort("informal", Cohort.State.OPEN);
    }

    private String register(Map<String, String> fields) {
        Visitor visitor = new Visitor(port);
        String page = visitor.get("/register/informal").body();
        String answer = Jsoup.parse(
                        visitor.form("/register/informal", page, fields).body())
                .select("main")
                .text();
        new Timeline(management, clock).settle();
        return answer;
    }

    private Map<String, String> three() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return new HashMap<>(Map.of(
                "name", "Ana Silva",
                "email", "ana." + unique + "@library.example",
                "name1", "Ben Okoro",
                "email1", "ben." + unique + "@library.example",
                "name2", "Chloé Roy",
                "email2", "chloe." + unique + "@library.example",
                "pace", "monthly"));
    }

    private Mentorship registered() {
        List<Mentorship> proposed = mentorships.in(cohort.id(), Mentorship.State.PROPOSED);
        assertThat(proposed).hasSize(1);
        return proposed.get(0);
    }

    private ProcessInstance process(Mentorship mentorship) {
        return stage.running("registration", mentorship.id()).get(0);
    }

    private void says(Mentorship mentorship, ProcessInstance process, int member, String takesPart) {
        Participant person = mentorship.members().get(member);
        stage.submission(person, mentorship.id(), FORM, Map.of("takesPart", takesPart));
        stage.answer(process, person, FORM, Map.of("takesPart", takesPart));
    }

    @Test
    void everybodyIsAskedAndItStartsWithThoseWhoSaidYes() {
        assertThat(register(three())).contains("Each of you gets a letter now, you too");
        Mentorship mentorship = registered();
        ProcessInstance process = process(mentorship);
        Participant ana = mentorship.members().get(0);
        Participant chloe = mentorship.members().get(2);
        assertThat(stage.letterText(ana, FORM))
                .contains("You and Ben and Chloé have been registered together")
                .doesNotContain("Okoro");

        says(mentorship, process, 0, "yes");
        says(mentorship, process, 1, "yes");
        says(mentorship, process, 2, "no");

        assertThat(process).hasPassed("EndEvent_BegunTogether").isEnded();
        Mentorship begun = stage.now(mentorship);
        assertThat(begun.state()).isEqualTo(Mentorship.State.ACTIVE);
        assertThat(begun.label()).isEqualTo("Ana Silva & Ben Okoro");
        assertThat(begun.open()).as("it ends when they say so").isTrue();
        assertThat(stage.now(chloe).state()).isEqualTo(Participant.State.FORGOTTEN);
        assertThat(stage.letterText(ana, "kickoff"))
                .contains("it goes on for as long as you like")
                .contains("Tell us that it is over");
        assertThat(stage.letters(chloe)).containsExactly(FORM);
    }

    @Test
    void oneYesIsNotEnoughAndWhoeverGaveItIsTold() {
        register(three());
        Mentorship mentorship = registered();
        ProcessInstance process = process(mentorship);
        says(mentorship, process, 0, "yes");
        says(mentorship, process, 1, "no");
        says(mentorship, process, 2, "no");
        assertThat(process).hasPassed("EndEvent_NotRegistered").isEnded();
        Participant ana = mentorship.members().get(0);
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder(FORM, "not-registered");
        assertThat(stage.now(mentorship).state()).isEqualTo(Mentorship.State.CALLED_OFF);
        assertThat(stage.now(ana).state()).isEqualTo(Participant.State.FORGOTTEN);
    }

    @Test
    void whoeverNamesOnlyThemselvesIsAskedForTheOther() {
        Map<String, String> alone = three();
        alone.put("email1", String.valueOf(alone.get("email")).toUpperCase(java.util.Locale.ROOT));
        alone.remove("name2");
        alone.remove("email2");
        assertThat(register(alone)).contains("Please give the other person’s own address");
        assertThat(mentorships.in(cohort.id(), Mentorship.State.PROPOSED)).isEmpty();
    }

    @Test
    void withoutAnOpenCohortNobodyRegisters() {
        jdbc.sql("update cohort set state = 'ENDED' where program = 'informal'").update();
        assertThat(Jsoup.parse(new Visitor(port).get("/register/informal").body())
                        .text())
                .contains("does not take applications now");
        assertThat(Jsoup.parse(new Visitor(port).get("/register/nothing").body())
                        .text())
                .doesNotContain("Register us");
    }

    @Test
    void itGoesOnAtThePaceTheyChoseUntilTheySayThatItIsOver() {
        register(three());
        Mentorship mentorship = registered();
        ProcessInstance registration = process(mentorship);
        for (int n = 0; n < 3; n++) {
            says(mentorship, registration, n, "yes");
        }
        ProcessInstance course = stage.running("mentorship", mentorship.id()).get(0);
        assertThat(stage.due(course, "Event_NextStepDue"))
                .as("monthly, though the row says every 2 months")
                .isEqualTo(Stage.morningOf("2026-04-02"));
        mentorships.endOn(mentorship.id(), LocalDate.parse("2026-03-16"));
        stage.tell("mentorship.replanned", mentorship.id(), Map.of());
        Participant ana = mentorship.members().get(0);
        assertThat(stage.letters(ana)).contains("closing-survey");
    }
}
