package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.seealso.TestClock;
import org.seealso.TestServers;
import org.seealso.Timeline;
import org.seealso.letter.Outbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A season of any program from the public form to the end, and what must be true after it. */
abstract class AnySeason {
    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Outbox outbox;

    /** The people of every season have the same addresses, and letters of another season have links to nothing. */
    @BeforeEach
    void mailboxesAreEmpty() throws FolderException {
        TestServers.MAIL.purgeEmailFromAllMailboxes();
    }

    /** When a cohort takes people, and when it is over. */
    record Dates(LocalDate opens, LocalDate closes, LocalDate starts, LocalDate ends) {}

    Dates dates(boolean rolling, int months) {
        LocalDate opens = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Winnipeg"))
                .plusDays(2);
        LocalDate closes = opens.plusDays(rolling ? 60 : 20);
        LocalDate starts = closes.plusDays(rolling ? 0 : 30);
        return new Dates(opens, closes, starts, starts.plusMonths(months).plusDays(rolling ? 45 : 0));
    }

    Play open(String program, Dates dates) {
        new Coordinator(port, "coordinator")
                .startCohort(Map.of(
                        "program", program,
                        "cohortName", "A season",
                        "opensOn", dates.opens().toString(),
                        "closesOn", dates.closes().toString(),
                        "matchOn", dates.closes().plusDays(3).toString(),
                        "startsOn", dates.starts().toString(),
                        "endsOn", dates.ends().toString()));
        return new Play(
                program,
                dates.opens().minusDays(2),
                new Timeline(management, clock),
                jdbc,
                outbox::waiting,
                new Coordinator(port, "coordinator"),
                new Coordinator(port, "handler"));
    }

    Participant participant(Cast.Actor actor) {
        return new Participant(port, Mailbox.AT_HOME, actor);
    }

    /** Everybody applies, is matched, meets, and comes to the end; some go on longer, to their own end. */
    Map<String, Map<String, Integer>> season(String program, int people, boolean mentors, boolean rolling, int months) {
        Dates dates = dates(rolling, months);
        Play play = open(program, dates);
        int n = 0;
        for (Cast.Actor actor : Cast.of(program, people, mentors)) {
            Participant person = participant(actor);
            play.add(person);
            String path = "/apply/" + program + (mentors ? "?as=" + actor.role() : "");
            LocalDate day = dates.opens().plusDays(1 + (rolling ? n * 40L / people : n % 9));
            n++;
            play.plan(day, () -> assertThat(person.apply(path)).contains("confirm your address"));
        }
        play.plan(
                dates.starts().plusDays(9),
                () -> matched(play, 3).ifPresent(p -> p.use("Ask us", Map.of("question", "May we meet at the fair?"))));
        play.plan(
                dates.starts().plusDays(11),
                () -> matched(play, 8).ifPresent(p -> p.use("Leave the program", Map.of("sure", "yes"))));
        play.playUntil(dates.ends().plusMonths(rolling ? 15 : 14));

        Map<String, Map<String, Integer>> letters = play.letters();
        nothingIsLeft(program);
        assertThat(play.tasks()).containsKeys("UserTask_EvaluateProgram", "UserTask_ConfirmMatches");
        letters.forEach((address, got) -> assertThat(got).as(address).isNotEmpty());
        assertThat(letters.values().stream().filter(got -> got.containsKey("kickoff")))
                .as("people who were matched")
                .hasSizeGreaterThan(people / 2);
        return letters;
    }

    static Optional<Participant> matched(Play play, int from) {
        return play.people().values().stream()
                .skip(from)
                .filter(person -> person.mailbox().read().stream()
                        .anyMatch(letter -> letter.subject().contains("You can start")))
                .findFirst();
    }

    void nothingWentWrong() {
        assertThat(runtime.createIncidentQuery().count()).as("incidents").isZero();
        // What members of a mentorship that goes on are asked waits for them, not for a coordinator.
        assertThat(tasks.createTaskQuery().list().stream()
                        .filter(task -> !task.getTaskDefinitionKey().equals("UserTask_AnswerForm"))
                        .map(Task::getName))
                .as("open tasks")
                .isEmpty();
    }

    void nothingIsLeft(String program) {
        nothingWentWrong();
        assertThat(runtime.createProcessInstanceQuery().list())
                .as("processes that still run")
                .isEmpty();
        assertThat(new Timeline(management, clock).nextTimer()).as("timers").isEmpty();
        assertThat(states(program)).isSubsetOf("CLOSED", "CALLED_OFF").contains("CLOSED");
    }

    List<String> states(String program) {
        return jdbc.sql("select m.state from mentorship m join cohort c on c.id = m.cohort_id where program = ?")
                .param(program)
                .query(String.class)
                .list();
    }
}
