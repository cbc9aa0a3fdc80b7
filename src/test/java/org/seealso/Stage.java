package org.seealso;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a process test needs around it: people in a cohort, a mentorship, time, open tasks and the letters written. */
@TestComponent
@Lazy
public class Stage {
    public static final ZoneId WINNIPEG = ZoneId.of("America/Winnipeg");

    private final People people;
    private final Cohorts cohorts;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Answers answers;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    public final Timeline time;
    public final TestClock clock;

    Stage(
            People people,
            Cohorts cohorts,
            Participants participants,
            Mentorships mentorships,
            Answers answers,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            JdbcClient jdbc,
            TestClock clock) {
        this.people = people;
        this.cohorts = cohorts;
        this.participants = participants;
        this.mentorships = mentorships;
        this.answers = answers;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = clock;
        this.time = new Timeline(management, clock);
    }

    /** Noon in Winnipeg. */
    public void todayIs(String day) {
        clock.set(LocalDate.parse(day).atTime(12, 0).atZone(WINNIPEG).toInstant());
    }

    /** A cohort of the pilot, January 12 to July 10, 2026, already in this state. */
    public Cohort cohort(Cohort.State state) {
        Cohort cohort = new Cohort(
                UUID.randomUUID(),
                "mla-peer",
                "Pilot 2026",
                WINNIPEG,
                LocalDate.parse("2025-11-20"),
                LocalDate.parse("2025-12-12"),
                LocalDate.parse("2025-12-15"),
                LocalDate.parse("2026-01-12"),
                LocalDate.parse("2026-07-10"),
                state);
        cohorts.add(cohort);
        return cohort;
    }

    /** Somebody with a made-up address of their own, in this state. */
    public Participant participant(Cohort cohort, String name, Participant.State state) {
        String address = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".") + "."
                + UUID.randomUUID().toString().substring(0, 8) + "@library.example";
        Participant made = participants
                .apply(cohort.id(), people.named(name, address), "peer")
                .orElseThrow();
        participants.move(made.id(), state);
        return participants.participant(made.id());
    }

    public Mentorship mentorship(Cohort cohort, Participant... members) {
        List<UUID> ids = new ArrayList<>();
        for (Participant member : members) {
            ids.add(member.id());
        }
        return mentorships.mentorship(mentorships.plan(cohort.id(), cohort.startsOn(), cohort.endsOn(), ids));
    }

    public Mentorship now(Mentorship mentorship) {
        return mentorships.mentorship(mentorship.id());
    }

    public Participant now(Participant participant) {
        return participants.participant(participant.id());
    }

    /** Starts a process by its message and lets everything due now happen. */
    public ProcessInstance start(String message, UUID businessKey, Map<String, Object> variables) {
        ProcessInstance instance = runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey.toString())
                .setVariables(new HashMap<>(variables))
                .correlateStartMessage();
        time.settle();
        return instance;
    }

    /** What a person wrote under a submission of their own. */
    public UUID submission(Participant author, @Nullable UUID mentorshipId, String form, Map<String, String> fields) {
        UUID id = UUID.randomUUID();
        answers.store(
                id,
                author.person().id().toString(),
                form,
                new Subject(author.person().id(), author.id(), mentorshipId, author.cohortId(), null),
                fields.entrySet().stream()
                        .map(e -> new FieldAnswer(
                                e.getKey(), e.getKey(), e.getValue(), e.getValue(), Set.of("coordinators")))
                        .toList());
        return id;
    }

    /** The open tasks of a process instance and of those it called. */
    public List<Task> tasks(ProcessInstance instance) {
        List<Task> all = new ArrayList<>(
                tasks.createTaskQuery().processInstanceId(instance.getId()).list());
        runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list()
                .forEach(child -> all.addAll(tasks(child)));
        return all;
    }

    /** Completes the one open task with this id, and lets everything due now happen. */
    public void complete(ProcessInstance instance, String taskKey, Map<String, Object> variables) {
        List<Task> open = tasks(instance).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskKey))
                .toList();
        if (open.size() != 1) {
            throw new AssertionError("one open " + taskKey + " wanted, but there are: "
                    + tasks(instance).stream().map(Task::getTaskDefinitionKey).toList());
        }
        tasks.complete(open.get(0).getId(), new HashMap<>(variables));
        time.settle();
    }

    /** The letters written to a participant so far, by name, oldest first. */
    public List<String> letters(Participant participant) {
        return jdbc.sql("select name from letter where participant_id = ? order by created_at, id")
                .param(participant.id())
                .query(String.class)
                .list();
    }
}
