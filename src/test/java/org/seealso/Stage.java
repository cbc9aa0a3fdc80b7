package org.seealso;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.confidence.ConductReports;
import org.seealso.engine.Messages;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.matching.Edit;
import org.seealso.matching.Matches;
import org.seealso.matching.Proposal;
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
    /** Readers of what a partner may know before everybody has agreed. */
    private static final Set<String> SHOWN = Set.of("coordinators", "proposed", "partner");

    public static final ZoneId WINNIPEG = ZoneId.of("America/Winnipeg");

    private final People people;
    private final Cohorts cohorts;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Answers answers;
    private final RuntimeService runtime;
    private final Messages messages;
    private final TaskService tasks;
    private final ManagementService management;
    private final Matches matches;
    private final ConductReports reports;
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
            Messages messages,
            TaskService tasks,
            ManagementService management,
            Matches matches,
            ConductReports reports,
            JdbcClient jdbc,
            TestClock clock) {
        this.people = people;
        this.cohorts = cohorts;
        this.participants = participants;
        this.mentorships = mentorships;
        this.answers = answers;
        this.runtime = runtime;
        this.messages = messages;
        this.tasks = tasks;
        this.management = management;
        this.matches = matches;
        this.reports = reports;
        this.jdbc = jdbc;
        this.clock = clock;
        this.time = new Timeline(management, clock);
    }

    /**
     * The day a test begins, at noon in Winnipeg. What earlier tests left running goes first: its timers would fire
     * while this one travels.
     */
    public void opensOn(String day) {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "another test begins", true));
        todayIs(day);
    }

    /** Noon in Winnipeg. */
    public void todayIs(String day) {
        clock.set(LocalDate.parse(day).atTime(12, 0).atZone(WINNIPEG).toInstant());
    }

    /** 09:00 in Winnipeg, when everything of the pilot is due. */
    public static Instant morningOf(String day) {
        return at(day, LocalTime.of(9, 0));
    }

    public static Instant at(String day, LocalTime time) {
        return LocalDate.parse(day).atTime(time).atZone(WINNIPEG).toInstant();
    }

    /** A cohort of the pilot, January 12 to July 10, 2026, already in this state. */
    public Cohort cohort(Cohort.State state) {
        return cohort("mla-peer", state);
    }

    /** The same days for another program. */
    public Cohort cohort(String program, Cohort.State state) {
        Cohort cohort = new Cohort(
                UUID.randomUUID(),
                program,
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
        return participant(cohort, name, "peer", state);
    }

    /** The same in a role. */
    public Participant participant(Cohort cohort, String name, String role, Participant.State state) {
        String address = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "."
                + UUID.randomUUID().toString().substring(0, 8) + "@library.example";
        Participant made = participants
                .apply(cohort.id(), people.named(name, address), role)
                .orElseThrow();
        participants.move(made.id(), state);
        return participants.participant(made.id());
    }

    /** Somebody accepted, who can share one thing and wants to learn another. */
    public Participant inPool(Cohort cohort, String name, String shares, String wants) {
        aMomentLater();
        Participant made = participant(cohort, name, Participant.State.POOL);
        submission(made, null, "application-peer", Map.of("canShare", shares, "wantToLearn", wants));
        return made;
    }

    /** Nobody is accepted at the same moment as somebody else: that order is the order of the pool. */
    private void aMomentLater() {
        clock.set(clock.instant().plusSeconds(1));
    }

    /** A mentor who was accepted, with ten years of experience, offering one topic to this many mentees. */
    public Participant mentor(Cohort cohort, String name, String topic, int capacity) {
        aMomentLater();
        Participant made = participant(cohort, name, "mentor", Participant.State.POOL);
        submission(
                made,
                null,
                "application-mentor",
                Map.of("topicsOffered", topic, "capacity", String.valueOf(capacity), "years", "10"),
                SHOWN);
        return made;
    }

    /** A mentee who was accepted, looking for somebody with one topic. */
    public Participant mentee(Cohort cohort, String name, String topic) {
        aMomentLater();
        Participant made = participant(cohort, name, "mentee", Participant.State.POOL);
        submission(made, null, "application-mentee", Map.of("topicsSought", topic, "years", "2"), SHOWN);
        return made;
    }

    /** The matches as found, confirmed by a coordinator. */
    public void confirmMatches(Cohort cohort) {
        Proposal found = matches.proposal(cohort.id()).orElseThrow();
        List<UUID> left = new ArrayList<>(
                ids(found.left().stream().map(Proposal.Left::member).toList()));
        left.addAll(ids(found.held()));
        confirmMatches(
                cohort,
                found.groups().stream().map(group -> ids(group.members())).toList(),
                left);
    }

    /** Matches moved by hand and confirmed by a coordinator. */
    public void confirmMatches(Cohort cohort, List<List<UUID>> groups, List<UUID> left) {
        confirmMatches(cohort, groups, left, List.of());
    }

    /** The same, with some of those left over held back for a next round. */
    public void confirmMatches(Cohort cohort, List<List<UUID>> groups, List<UUID> left, List<UUID> held) {
        Proposal found = matches.proposal(cohort.id()).orElseThrow();
        matches.confirm(cohort.id(), found.runId(), new Edit(found.edition(), groups, left, held, ""), "coordinator");
    }

    private static List<UUID> ids(List<Proposal.Member> members) {
        return members.stream().map(Proposal.Member::participantId).toList();
    }

    public void move(Participant participant, Participant.State state) {
        participants.move(participant.id(), state);
    }

    public Mentorship mentorship(Cohort cohort, Participant... members) {
        return mentorship(cohort, cohort.endsOn(), members);
    }

    /** The same with a last day of its own. */
    public Mentorship mentorship(Cohort cohort, LocalDate endsOn, Participant... members) {
        List<Mentorships.Placed> placed = new ArrayList<>();
        for (Participant member : members) {
            placed.add(new Mentorships.Placed(member.id(), List.of()));
        }
        return mentorships.mentorship(
                mentorships.add(cohort.id(), Mentorship.State.PLANNED, cohort.startsOn(), endsOn, placed));
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

    /** Starts a process that others call, as they would, and lets everything due now happen. */
    public ProcessInstance call(String process, UUID businessKey, Map<String, Object> variables) {
        ProcessInstance instance =
                runtime.startProcessInstanceByKey(process, businessKey.toString(), new HashMap<>(variables));
        time.settle();
        return instance;
    }

    /** Starts a process in the middle, for a way the pilot's rules never take. */
    public ProcessInstance callFrom(String activity, String process, UUID businessKey, Map<String, Object> variables) {
        ProcessInstance instance = runtime.createProcessInstanceByKey(process)
                .businessKey(businessKey.toString())
                .startBeforeActivity(activity)
                .setVariables(new HashMap<>(variables))
                .execute();
        time.settle();
        return instance;
    }

    /** A mentorship that has had its kickoff. */
    public ProcessInstance start(Mentorship mentorship) {
        return start(
                "mentorship.start",
                mentorship.id(),
                Map.of(
                        "program", cohorts.cohort(mentorship.cohortId()).program(),
                        "cohortId", mentorship.cohortId().toString(),
                        "mentorshipId", mentorship.id().toString(),
                        "label", mentorship.label()));
    }

    /** Tells the process with this business key, and lets everything due now happen. */
    public void tell(String message, UUID businessKey, Map<String, Object> local) {
        hears(message, businessKey, local);
        time.settle();
    }

    private void hears(String message, UUID businessKey, Map<String, Object> local) {
        if (!messages.tell(message, businessKey, local)) {
            throw new AssertionError("nobody waits for " + message);
        }
    }

    /** A mentorship is over: whatever is still being arranged hears it. */
    public void ends(Mentorship mentorship) {
        runtime.createMessageCorrelation("mentorship.over")
                .processInstanceBusinessKey(mentorship.id().toString())
                .correlateAll();
        time.settle();
    }

    /** A member uses the leave link. */
    public void leaves(Participant leaver, Mentorship mentorship) {
        tell("mentorship.left", mentorship.id(), Map.of("leaverId", leaver.id().toString()));
    }

    /** Members use their leave links at the same moment: the pages take them out, then the diagram hears of all. */
    public void leaveTogether(Mentorship mentorship, Participant... leavers) {
        for (Participant leaver : leavers) {
            mentorships.leave(mentorship.id(), leaver.id());
            hears(
                    "mentorship.left",
                    mentorship.id(),
                    Map.of("leaverId", leaver.id().toString()));
        }
        time.settle();
    }

    /** Asks a member of a mentorship of the pilot one form; its letter has the same name. */
    public ProcessInstance ask(Participant member, Mentorship mentorship, String form) {
        return call(
                "emailed-form",
                mentorship.id(),
                Map.of(
                        "program",
                        "mla-peer",
                        "cohortId",
                        mentorship.cohortId().toString(),
                        "applicationId",
                        member.id().toString(),
                        "mentorshipId",
                        mentorship.id().toString(),
                        "form",
                        form,
                        "letter",
                        form));
    }

    /** The diagram hears that a mentorship is to end before its term, and has done nothing about it yet. */
    public void isToEnd(Mentorship mentorship) {
        messages.tellProcess("mentorship.ended", mentorship.id(), Map.of("next", ""));
    }

    /** Somebody changes the course of a mentorship: pause, stop, resume, extend, join or busy. */
    public void changes(Mentorship mentorship, String change, String until, @Nullable Participant newcomer) {
        tell("mentorship.changed", mentorship.id(), change(change, until, newcomer));
    }

    private static Map<String, Object> change(String change, String until, @Nullable Participant newcomer) {
        return Map.of(
                "change", change,
                "until", until,
                "newcomerId", newcomer == null ? "" : newcomer.id().toString());
    }

    /** People come into a mentorship at the same moment: the diagram hears of all before it does anything. */
    public void joinTogether(Mentorship mentorship, Participant... newcomers) {
        for (Participant newcomer : newcomers) {
            hears("mentorship.changed", mentorship.id(), change("join", "", newcomer));
        }
        time.settle();
    }

    /** Ends a mentorship before its term; {@code next} is pool if its members go straight back there. */
    public void end(Mentorship mentorship, String next) {
        runtime.createMessageCorrelation("mentorship.ended")
                .processInstanceBusinessKey(mentorship.id().toString())
                .setVariables(Map.of("next", next))
                .correlate();
        time.settle();
    }

    public void busyUntil(Participant participant, String day) {
        participants.busyUntil(participant.person().id(), LocalDate.parse(day));
    }

    /** Whatever is about a member of a mentorship ends, as when they leave it. */
    public void over(Mentorship mentorship, Participant member) {
        runtime.createMessageCorrelation("mentorship.over")
                .processInstanceVariableEquals("mentorshipId", mentorship.id().toString())
                .processInstanceVariableEquals("applicationId", member.id().toString())
                .correlateAll();
        time.settle();
    }

    /** What a coordinator wrote in a task about somebody, as the desk stores it. */
    public void written(Task task, Participant about, String form, Map<String, String> fields) {
        answers.store(
                UUID.randomUUID(),
                "coordinator",
                form,
                new Subject(about.person().id(), about.id(), null, about.cohortId(), task.getProcessInstanceId()),
                fields.entrySet().stream()
                        .map(e -> new FieldAnswer(
                                e.getKey(), e.getKey(), e.getValue(), e.getValue(), Set.of("coordinators")))
                        .toList());
    }

    /** The running processes of this kind with this business key. */
    public List<ProcessInstance> running(String process, UUID businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey.toString())
                .list();
    }

    /** Takes a process away as an admin might in Cockpit. */
    public void cancel(ProcessInstance instance) {
        runtime.deleteProcessInstance(instance.getRootProcessInstanceId(), "cancelled", true);
    }

    /** When the one timer with this id is due, in this process instance or those it called. */
    public Instant due(ProcessInstance instance, String timer) {
        List<Job> due = timers(instance, timer);
        if (due.size() != 1) {
            throw new AssertionError("one timer " + timer + " wanted, but there are " + due.size());
        }
        return due.get(0).getDuedate().toInstant();
    }

    /** When all timers with this id are due, in this process instance or those it called. */
    public List<Instant> dues(ProcessInstance instance, String timer) {
        return timers(instance, timer).stream()
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    private List<Job> timers(ProcessInstance instance, String timer) {
        List<Job> all = new ArrayList<>(management
                .createJobQuery()
                .timers()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .list());
        called(instance).forEach(child -> all.addAll(timers(child, timer)));
        return all;
    }

    private List<ProcessInstance> called(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list();
    }

    /** What a person wrote under a submission of their own. */
    public UUID submission(Participant author, @Nullable UUID mentorshipId, String form, Map<String, String> fields) {
        return submission(author, mentorshipId, form, fields, Set.of("coordinators"));
    }

    /** The same, with who may read it. */
    public UUID submission(
            Participant author,
            @Nullable UUID mentorshipId,
            String form,
            Map<String, String> fields,
            Set<String> readers) {
        UUID id = UUID.randomUUID();
        answers.store(
                id,
                author.person().id().toString(),
                form,
                new Subject(author.person().id(), author.id(), mentorshipId, author.cohortId(), null),
                fields.entrySet().stream()
                        .map(e -> new FieldAnswer(e.getKey(), e.getKey(), e.getValue(), e.getValue(), readers))
                        .toList());
        return id;
    }

    /** What a person reported to the conduct handlers. */
    public UUID conductReport(Participant author, @Nullable UUID mentorshipId, Map<String, Object> fields) {
        UUID id = UUID.randomUUID();
        reports.receive(
                id,
                "mla-peer",
                "conduct-report",
                new Subject(author.person().id(), author.id(), mentorshipId, author.cohortId(), null),
                conductAnswers(fields));
        return id;
    }

    /** A conduct handler closes a report with these answers; {@code outcome} alone reaches the engine. */
    public void closeReport(ProcessInstance report, UUID submission, Map<String, Object> fields) {
        Map<String, Object> written = new HashMap<>(fields);
        Object outcome = written.remove("outcome");
        reports.write(submission, "handler", "handle-report", conductAnswers(written));
        complete(report, "UserTask_HandleReport", Map.of("outcome", String.valueOf(outcome)));
    }

    private static List<FieldAnswer> conductAnswers(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(e -> new FieldAnswer(
                        e.getKey(), e.getKey(), e.getValue(), e.getValue().toString(), Set.of("conduct")))
                .toList();
    }

    /** The open tasks of a process instance and of those it called. */
    public List<Task> tasks(ProcessInstance instance) {
        List<Task> all = new ArrayList<>(
                tasks.createTaskQuery().processInstanceId(instance.getId()).list());
        called(instance).forEach(child -> all.addAll(tasks(child)));
        return all;
    }

    /** The one open task with this id. */
    public Task task(ProcessInstance instance, String taskKey) {
        List<Task> open = tasks(instance).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskKey))
                .toList();
        if (open.size() != 1) {
            throw new AssertionError("one open " + taskKey + " wanted, but there are: "
                    + tasks(instance).stream().map(Task::getTaskDefinitionKey).toList());
        }
        return open.get(0);
    }

    /** The forms a participant is asked now, by name. */
    public List<String> asked(ProcessInstance instance, Participant participant) {
        return asking(instance, participant).stream()
                .map(task -> tasks.getVariable(task.getId(), "form").toString())
                .toList();
    }

    private List<Task> asking(ProcessInstance instance, Participant participant) {
        return tasks(instance).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("UserTask_AnswerForm"))
                .filter(task -> participant.id().toString().equals(tasks.getVariable(task.getId(), "applicationId")))
                .toList();
    }

    /** A participant sends this one of the forms they are asked. */
    public void answer(ProcessInstance instance, Participant participant, String form, Map<String, Object> routing) {
        Task asked = asking(instance, participant).stream()
                .filter(task -> form.equals(tasks.getVariable(task.getId(), "form")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(participant.person().name() + " should be asked " + form
                        + ", not " + asked(instance, participant)));
        Map<String, Object> variables = new HashMap<>(routing);
        variables.put("reply", "answered");
        tasks.complete(asked.getId(), variables);
        time.settle();
    }

    /** A participant sends the one form they are asked; {@code routing} are its fields with routing=true. */
    public void answer(ProcessInstance instance, Participant participant, Map<String, Object> routing) {
        List<Task> open = asking(instance, participant);
        if (open.size() != 1) {
            throw new AssertionError(
                    participant.person().name() + " should be asked one form, not " + asked(instance, participant));
        }
        Map<String, Object> variables = new HashMap<>(routing);
        variables.put("reply", "answered");
        tasks.complete(open.get(0).getId(), variables);
        time.settle();
    }

    /**
     * A participant fills in the one form they are asked, as they would on its page: what they wrote is kept for their
     * partners, and the fields named last lead the process on.
     */
    public void fillIn(
            ProcessInstance instance,
            Participant participant,
            Mentorship mentorship,
            Map<String, String> fields,
            String... routing) {
        String form = asked(instance, participant).get(0);
        writes(participant, mentorship, form, fields);
        Map<String, Object> leading = new HashMap<>();
        for (String field : routing) {
            leading.put(field, fields.get(field));
        }
        answer(instance, participant, leading);
    }

    /** What a member wrote for their partners. */
    public UUID writes(Participant author, Mentorship mentorship, String form, Map<String, String> fields) {
        aMomentLater();
        return submission(author, mentorship.id(), form, fields, Set.of("coordinators", "partner"));
    }

    /** A mentorship that is under way. */
    public Mentorship underWay(Cohort cohort, Participant... members) {
        Mentorship made = mentorship(cohort, members);
        mentorships.move(made.id(), Mentorship.State.ACTIVE);
        return now(made);
    }

    /** Completes the one open task with this id, and lets everything due now happen. */
    public void complete(ProcessInstance instance, String taskKey, Map<String, Object> variables) {
        tasks.complete(task(instance, taskKey).getId(), new HashMap<>(variables));
        time.settle();
    }

    /** Completes one of the open tasks with this id. */
    public void completeFirst(ProcessInstance instance, String taskKey, Map<String, Object> variables) {
        Task open = tasks(instance).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskKey))
                .findFirst()
                .orElseThrow();
        tasks.complete(open.getId(), new HashMap<>(variables));
        time.settle();
    }

    /** The calendar file of the one letter with this name, as it arrived; with its type, which names its method. */
    public String calendar(Participant participant, String name) {
        String id = jdbc.sql("select message_id from letter where participant_id = ? and name = ?")
                .params(participant.id(), name)
                .query(String.class)
                .single();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> arrived(id, "text/calendar"), text -> !text.isEmpty());
    }

    /** Subject and text of the one letter with this name, as it arrived in the participant's mailbox. */
    public String letterText(Participant participant, String name) {
        String id = jdbc.sql("select message_id from letter where participant_id = ? and name = ?")
                .params(participant.id(), name)
                .query(String.class)
                .single();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> arrived(id, "text/plain"), text -> !text.isEmpty());
    }

    /** Subject and text of every letter that arrived at an address, oldest first. */
    public static List<String> mail(String address) {
        List<String> letters = new ArrayList<>();
        try {
            for (MimeMessage message : TestServers.MAIL.getReceivedMessagesForDomain(address)) {
                letters.add(message.getSubject() + "\n" + part(message, "text/plain"));
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return letters;
    }

    private static String arrived(String messageId, String type) throws MessagingException, IOException {
        for (MimeMessage message : TestServers.MAIL.getReceivedMessages()) {
            if (messageId.equals(message.getMessageID())) {
                return type.equals("text/plain")
                        ? message.getSubject() + "\n" + part(message, type)
                        : part(message, type);
            }
        }
        return "";
    }

    /** The file that came with the one letter with this name, as it arrived. */
    public byte[] attachment(Participant participant, String name) throws MessagingException, IOException {
        letterText(participant, name);
        String id = jdbc.sql("select message_id from letter where participant_id = ? and name = ?")
                .params(participant.id(), name)
                .query(String.class)
                .single();
        for (MimeMessage message : TestServers.MAIL.getReceivedMessages()) {
            if (id.equals(message.getMessageID()) && message.getContent() instanceof Multipart parts) {
                return parts.getBodyPart(parts.getCount() - 1).getInputStream().readAllBytes();
            }
        }
        throw new AssertionError("nothing came with " + name);
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && type.equals("text/plain")) {
            return part.getContent().toString();
        }
        if (part.isMimeType(type)) {
            String content = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return part.getContentType() + "\n" + content.replace("\r\n ", "").replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    /** The letters written to a participant so far, by name, oldest first. */
    public List<String> letters(Participant participant) {
        return jdbc.sql("select name from letter where participant_id = ? order by created_at, id")
                .param(participant.id())
                .query(String.class)
                .list();
    }

    /** How many letters with this name were ever written to an address. */
    public int lettersTo(String address, String name) {
        return jdbc.sql("select count(*) from letter where address = ? and name = ?")
                .params(address, name)
                .query(Integer.class)
                .single();
    }
}
