package org.seealso.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.confidence.ConductReports;
import org.seealso.engine.Messages;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One mentorship (or two with the same mentor) to which anything happens in any order: people use the links in their
 * letters, old and new, once or twice; coordinators work on their tasks and change its course; time passes. What is due
 * at the same moment runs in any order, too, as several job threads would. The same seed gives the same life.
 */
final class Life {
    private static final Pattern TOKEN = Pattern.compile("/f/([\\w-]{43})");
    private static final Set<String> MOMENTS =
            Set.of("nextMeeting", "newTime", "otherTime", "talkAt", "date1", "date2", "date3");
    /** What reaches people also after they left or it was over: their farewell, conduct, and answers to their questions. */
    private static final String OUTLIVES = "('left', 'withdrawn', 'help-reply', 'conduct-received', 'conduct-outcome')";

    /** What the tasks about a mentorship ask; those of a pool are another story. */
    private static final Map<String, String> FORMS = Map.of(
            "UserTask_FollowUpMissedCheckIn", "missed-check-in",
            "UserTask_LookAtCheckIn", "look-at-check-in",
            "UserTask_MakeIntroduction", "introduce",
            "UserTask_HelpWithFirstContact", "help-first-contact",
            "UserTask_ArrangeTalk", "arrange-talk",
            "UserTask_Mediate", "mediate",
            "UserTask_HandleReport", "handle-report",
            "UserTask_AnswerQuestion", "answer-question");

    private static final int ENOUGH = 100_000;
    private static final int COOKIES_OF_A_BROWSER = 30;

    /** What a life needs of the system. */
    record World(
            Stage stage,
            TaskService tasks,
            ManagementService management,
            JdbcClient jdbc,
            Links links,
            FormBook forms,
            Messages messages,
            ConductReports reports,
            int port) {}

    private final World world;
    /** Whether everybody has a name nobody else has, and signs what they write with it. */
    private final boolean signed;

    private final Random random;
    private final Cohort cohort;
    private final List<Participant> cast = new ArrayList<>();
    private final List<Mentorship> mentorships = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final Map<String, String> checkIns = new HashMap<>();
    private Visitor visitor;
    private int sent;

    Life(World world, long seed) {
        this(world, seed, false);
    }

    Life(World world, long seed, boolean signed) {
        this.world = world;
        this.signed = signed;
        this.random = new Random(seed);
        this.visitor = new Visitor(world.port());
        world.stage().opensOn("2026-01-12");
        String kind = pick(List.of("pair", "pair", "trio", "mentor", "mentor", "vimloc", "mentor of two", "group"));
        String program =
                switch (kind) {
                    case "pair", "trio" -> "mla-peer";
                    case "vimloc" -> "vimloc";
                    case "group" -> "peer-group";
                    default -> "wla";
                };
        this.cohort = world.stage().cohort(program, Cohort.State.RUNNING);
        tell("a " + kind);
        switch (kind) {
            case "pair" -> together(person("Ana", "peer"), person("Ben", "peer"));
            case "trio" -> together(person("Ana", "peer"), person("Ben", "peer"), person("Cara", "peer"));
            case "group" ->
                together(person("Ana", "peer"), person("Ben", "peer"), person("Cara", "peer"), person("Dan", "peer"));
            case "mentor of two" -> {
                Participant mentor = person("Mona", "mentor");
                together(mentor, person("Teo", "mentee"));
                together(mentor, person("Uma", "mentee"));
            }
            default -> together(person("Mona", "mentor"), person("Teo", "mentee"));
        }
    }

    private Participant person(String name, String role) {
        String own = signed ? signature() : "";
        Participant made =
                world.stage().participant(cohort, name + own + " Doe" + own, role, Participant.State.MATCHED);
        cast.add(made);
        if (signed) {
            world.stage().submission(made, null, "application-" + role, Map.of("shortGoal", words(made)));
        }
        return made;
    }

    /** A few letters no other word has. */
    private static String signature() {
        StringBuilder letters = new StringBuilder("zq");
        UUID.randomUUID()
                .toString()
                .substring(0, 8)
                .chars()
                .forEach(digit -> letters.append((char) ('a' + Character.digit(digit, 16))));
        return letters.toString();
    }

    private static String words(Participant author) {
        return "written by " + mark(author);
    }

    /** What stands in everything that is this participant's: names, address and words. */
    static String mark(Participant participant) {
        String name = participant.person().name();
        return name.substring(name.indexOf("zq"), name.indexOf(' '));
    }

    List<Participant> cast() {
        return cast;
    }

    private void together(Participant... members) {
        mentorships.add(world.stage().mentorship(cohort, members));
    }

    /** Everything that happened so far, one line each. */
    String story() {
        return String.join("\n", story);
    }

    /** Lives through so many events, and then to the end. */
    void live(int events) {
        begin();
        goOn(events);
    }

    void begin() {
        for (Mentorship mentorship : mentorships) {
            world.messages()
                    .start(
                            "mentorship.start",
                            mentorship.id(),
                            Map.of(
                                    "program", cohort.program(),
                                    "cohortId", cohort.id().toString(),
                                    "mentorshipId", mentorship.id().toString(),
                                    "label", mentorship.label()));
        }
        settle();
    }

    void someEvents(int events) {
        for (int i = 0; i < events && !allClosed(); i++) {
            tick();
            event();
            if (random.nextInt(10) < 7) {
                settle();
                look();
            } else {
                tell("  and at the same moment:");
            }
        }
        settle();
    }

    void goOn(int events) {
        someEvents(events);
        for (int i = 0; i < 80 && !allClosed(); i++) {
            travel(30);
        }
        afterwards();
        theEnd();
    }

    private void event() {
        int what = random.nextInt(100);
        if (what < 50) {
            useLetter();
        } else if (what < 60) {
            work();
        } else if (what < 68) {
            change();
        } else if (what < 69) {
            endEarly();
        } else {
            settle();
            travel(1 + random.nextInt(random.nextBoolean() ? 7 : 40));
        }
    }

    /** Somebody still has old letters and a question, and coordinators clear their lists. */
    private void afterwards() {
        for (int i = 0; i < 6; i++) {
            tick();
            if (random.nextBoolean()) {
                useLetter();
            } else {
                work();
            }
            settle();
            look();
        }
        travel(60);
    }

    private void useLetter() {
        List<UUID> letters = letters();
        int from = random.nextBoolean() ? Math.max(0, letters.size() - 6) : 0;
        UUID letter = letters.get(from + random.nextInt(letters.size() - from));
        String text = world.jdbc()
                .sql("select text from letter where id = ?")
                .param(letter)
                .query(String.class)
                .single();
        List<String> tokens = new ArrayList<>();
        Matcher found = TOKEN.matcher(text);
        while (found.find()) {
            tokens.add(found.group(1));
        }
        List<String> weighed = new ArrayList<>();
        for (String token : tokens) {
            int weight =
                    switch (world.links().open(token).orElseThrow().purpose()) {
                        case FORM -> 30;
                        case PLANS -> 4;
                        case FINISH, OPTIONAL_LETTERS -> 0;
                        case LEAVE, AGREEMENT, FIT_PROBLEM -> 2;
                        case CONDUCT_REPORT, HELP -> 1;
                        case MY_PAGE, NEW_ADDRESS -> 0;
                    };
            for (int i = 0; i < weight; i++) {
                weighed.add(token);
            }
        }
        if (!weighed.isEmpty()) {
            send(pick(weighed), random.nextInt(5) == 0 ? 2 : 1);
        }
    }

    private void send(String token, int times) {
        Link link = world.links().open(token).orElseThrow();
        FormSheet form = world.forms().open(link.deployment(), form(link));
        Map<String, List<String>> values = filledIn(form);
        if (signed) {
            cast.stream()
                    .filter(member -> member.id().equals(link.participantId()))
                    .forEach(author -> form.fields().stream()
                            .map(field -> values.get(field.key()))
                            .filter(value -> value != null && value.get(0).startsWith("words-of-"))
                            .forEach(value -> sign(values, value, author)));
        }
        String who = cast.stream()
                .filter(member -> member.id().equals(link.participantId()))
                .map(member -> member.person().firstName())
                .findFirst()
                .orElse("?");
        tell(who + " sends " + form.key() + " (" + link.state() + ", " + times + " times) " + values);
        if (sent++ % COOKIES_OF_A_BROWSER == 0) {
            visitor = new Visitor(world.port());
        }
        HttpResponse<String> swap = visitor.get("/f/" + token);
        assertThat(swap.statusCode()).isEqualTo(303);
        String clean =
                URI.create(swap.headers().firstValue("Location").orElseThrow()).getPath();
        HttpResponse<String> page = visitor.get(clean);
        assertThat(page.statusCode()).isEqualTo(200);
        if (Jsoup.parse(page.body()).select("form[method=post]").isEmpty()) {
            tell("  it is closed");
            return;
        }
        tickWhatThePageOffers(form, Jsoup.parse(page.body()), values);
        for (int i = 0; i < times; i++) {
            HttpResponse<String> reply = visitor.formOfLists(clean, page.body(), values);
            String said = Jsoup.parse(reply.body()).select("main").text();
            assertThat(reply.statusCode()).as(said).isEqualTo(200);
            tell("  reads: " + said.substring(0, Math.min(90, said.length())));
        }
    }

    /** A form may not know its choices before it is opened, such as the dates of a poll. */
    private static void tickWhatThePageOffers(FormSheet form, Document page, Map<String, List<String>> values) {
        for (FormSheet.Field field : form.fields()) {
            Element first = page.selectFirst("input[type=checkbox][name=" + field.key() + "]");
            if (field.type().equals("checklist") && field.options().isEmpty() && first != null) {
                values.put(field.key(), List.of(first.val()));
            }
        }
    }

    private static void sign(Map<String, List<String>> values, List<String> value, Participant author) {
        values.replaceAll((key, kept) -> kept == value ? List.of(words(author)) : kept);
    }

    private static String form(Link link) {
        return link.purpose() == Purpose.FORM
                ? String.valueOf(link.form())
                : link.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<String, List<String>> filledIn(FormSheet form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (FormSheet.Field field : form.fields()) {
            switch (field.type()) {
                case "radio", "select" -> {
                    List<String> options = List.copyOf(field.options().keySet());
                    // The first choice is mostly the good one.
                    values.put(field.key(), List.of(random.nextInt(10) < 4 ? options.get(0) : pick(options)));
                }
                case "checklist" ->
                    field.options().keySet().stream()
                            .findFirst()
                            .ifPresent(first -> values.put(field.key(), List.of(first)));
                case "checkbox" -> values.put(field.key(), List.of("true"));
                case "datetime" -> {
                    if (!field.key().equals("busyUntil") || random.nextInt(8) == 0) {
                        LocalDate day = today().plusDays(1 + random.nextInt(50));
                        values.put(field.key(), List.of(day + (MOMENTS.contains(field.key()) ? "T18:30" : "")));
                    }
                }
                default -> values.put(field.key(), List.of(words(form, field)));
            }
        }
        return values;
    }

    /** Words that tell wherever they turn up which question they answer. */
    static String words(FormSheet form, FormSheet.Field field) {
        return "words-of-" + form.key() + "-" + field.key();
    }

    /** A coordinator or a conduct handler does one of the tasks that wait. */
    private void work() {
        List<Task> open = world.tasks().createTaskQuery().list().stream()
                .filter(task -> FORMS.containsKey(task.getTaskDefinitionKey()))
                .sorted(Comparator.comparing(
                        task -> UUID.fromString(task.getId()).timestamp()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Task task = pick(open);
        String key = Objects.requireNonNull(FORMS.get(task.getTaskDefinitionKey()));
        FormSheet form = world.forms().open(deployment(), key);
        Map<String, String> values = new HashMap<>();
        filledIn(form).forEach((field, value) -> values.put(field, value.get(0)));
        Map<String, Object> routing = new HashMap<>();
        form.fields().stream()
                .filter(FormSheet.Field::routing)
                .filter(field -> values.containsKey(field.key()))
                .forEach(field -> routing.put(field.key(), values.get(field.key())));
        tell("a coordinator does " + key + " " + routing);
        if (key.equals("handle-report")) {
            UUID submission = UUID.fromString(
                    world.tasks().getVariable(task.getId(), "submissionId").toString());
            world.reports()
                    .write(
                            submission,
                            "handler",
                            key,
                            values.entrySet().stream()
                                    .filter(e -> !e.getKey().equals("outcome")
                                            && !e.getKey().equals("conflict"))
                                    .map(e -> new FieldAnswer(
                                            e.getKey(), e.getKey(), e.getValue(), e.getValue(), Set.of("conduct")))
                                    .toList());
        } else {
            world.stage().written(task, cast.get(0), key, values);
        }
        world.tasks().complete(task.getId(), routing);
    }

    private String deployment() {
        return world.jdbc()
                .sql("select deployment from letter where id = ?")
                .param(letters().get(0))
                .query(String.class)
                .single();
    }

    /** A coordinator, a handler or the diagrams change its course. */
    private void change() {
        Mentorship mentorship = pick(mentorships);
        String change = pick(List.of("pause", "stop", "resume", "resume", "extend", "join"));
        String until =
                switch (change) {
                    case "pause" -> today().plusDays(1 + random.nextInt(60)).toString();
                    case "extend" ->
                        world.stage()
                                .now(mentorship)
                                .endsOn()
                                .plusDays(1 + random.nextInt(60))
                                .toString();
                    default -> "";
                };
        String newcomer = "";
        if (change.equals("join")) {
            Participant made = world.stage()
                    .participant(
                            cohort,
                            "Newt" + (signed ? signature() : "") + " " + (char) ('A' + cast.size()),
                            cast.get(1).role(),
                            Participant.State.POOL);
            cast.add(made);
            newcomer = made.id().toString();
        }
        boolean heard = world.messages()
                .tell(
                        "mentorship.changed",
                        mentorship.id(),
                        Map.of("change", change, "until", until, "newcomerId", newcomer));
        tell("a coordinator wants: " + change + " " + until + (heard ? "" : " (nobody hears it)"));
    }

    private void endEarly() {
        String next = random.nextBoolean() ? "pool" : "";
        tell("a coordinator ends it: " + next);
        world.messages().tellProcess("mentorship.ended", pick(mentorships).id(), Map.of("next", next));
    }

    private void travel(int days) {
        Instant goal = world.stage().clock.instant().plus(Duration.ofDays(days));
        for (Optional<Instant> next = nextTimer(goal); next.isPresent(); next = nextTimer(goal)) {
            world.stage().clock.set(next.get().plusSeconds(1));
            settle();
            look();
        }
        world.stage().clock.set(goal);
        tell("it is " + goal);
    }

    private Optional<Instant> nextTimer(Instant until) {
        return world.jdbc()
                .sql("select min(duedate_) from act_ru_job where type_ = 'timer' and duedate_ > ? and duedate_ <= ?"
                        + " and handler_type_ <> 'history-cleanup'")
                .params(Timestamp.from(world.stage().clock.instant()), Timestamp.from(until))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Runs what is due now, one after the other, in any order. */
    void settle() {
        for (int i = 0; i < ENOUGH; i++) {
            List<String> due = world
                    .jdbc()
                    .sql("select id_ from act_ru_job where (duedate_ is null or duedate_ <= ?)"
                            + " and handler_type_ <> 'history-cleanup'")
                    .param(Timestamp.from(world.stage().clock.instant()))
                    .query(String.class)
                    .list()
                    .stream()
                    .sorted(Comparator.comparing(id -> UUID.fromString(id).timestamp()))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            world.stage().clock.set(world.stage().clock.instant().plusMillis(1));
            world.management().executeJob(pick(due));
        }
        throw new AssertionError("it never comes to rest");
    }

    private void tick() {
        world.stage().clock.set(world.stage().clock.instant().plusSeconds(1));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.stage().clock.instant(), ZoneOffset.UTC);
    }

    private boolean allClosed() {
        return mentorships.stream().allMatch(m -> world.stage().now(m).state() == Mentorship.State.CLOSED);
    }

    /** In the order they were written, whatever their ids are. */
    private List<UUID> letters() {
        List<UUID> people = cast.stream().map(Participant::id).toList();
        record Written(UUID id, Instant at, int to, String name) {}
        return world
                .jdbc()
                .sql("select id, created_at, participant_id, name from letter where participant_id in (:cast)")
                .param("cast", people)
                .query((row, n) -> new Written(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        people.indexOf(row.getObject("participant_id", UUID.class)),
                        row.getString("name")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Written::at)
                        .thenComparing(Written::to)
                        .thenComparing(Written::name))
                .map(Written::id)
                .toList();
    }

    /** What must hold whenever everything due has happened. */
    private void look() {
        assertThat(rows("select e.activity_id_ || ': ' || coalesce(e.incident_msg_, '') from act_ru_incident e"))
                .as("incidents")
                .isEmpty();
        for (Mentorship mentorship : mentorships) {
            noLetterToWhoeverLeft(mentorship);
            noQuestionTwice(mentorship);
            nothingAfterTheEnd(mentorship);
        }
        assertThat(rows("select person.name || ' got ' || l.name from letter l join participant p on p.id ="
                        + " l.participant_id join person on person.id = p.person_id where p.state = 'WITHDRAWN' and"
                        + " l.created_at > p.changed_at and p.cohort_id = '" + cohort.id() + "' and l.name not in "
                        + OUTLIVES))
                .as("letters to somebody who left the program")
                .isEmpty();
    }

    private void noLetterToWhoeverLeft(Mentorship mentorship) {
        assertThat(rows("select person.name || ' got ' || l.name from letter l join member m on m.mentorship_id ="
                        + " l.mentorship_id and m.participant_id = l.participant_id join participant p on p.id ="
                        + " l.participant_id join person on person.id = p.person_id where m.left_at is not null and"
                        + " l.created_at > m.left_at and l.mentorship_id = '" + mentorship.id()
                        + "' and l.name not in " + OUTLIVES))
                .as("letters to somebody who left")
                .isEmpty();
    }

    private void noQuestionTwice(Mentorship mentorship) {
        record Open(String instance, String member, String period) {}
        List<Open> open = world.jdbc()
                .sql("select e.id_, who.text_ as member, period.long_ as period from act_ru_execution e"
                        + " join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = 'check-in'"
                        + " join act_ru_variable who on who.execution_id_ = e.id_ and who.name_ = 'applicationId'"
                        + " join act_ru_variable period on period.execution_id_ = e.id_ and period.name_ = 'period'"
                        + " where e.id_ = e.proc_inst_id_ and e.business_key_ = ?")
                .param(mentorship.id().toString())
                .query((row, n) -> new Open(row.getString("id_"), row.getString("member"), row.getString("period")))
                .list();
        for (Open checkIn : open) {
            String about = mentorship.id() + " " + checkIn.member() + " " + checkIn.period();
            assertThat(checkIns.merge(about, checkIn.instance(), (first, again) -> first))
                    .as("one check-in for a member and period: " + about)
                    .isEqualTo(checkIn.instance());
        }
        assertThat(rows("select person.name || ' is asked ' || l.form || ' by ' || count(distinct l.process_instance)"
                        + " from link l join person on person.id = l.person_id where l.purpose = 'FORM' and l.state ="
                        + " 'OPEN' and l.form in ('closing-survey', 'what-next', 'agreement', 'first-contact') and"
                        + " l.mentorship_id = '"
                        + mentorship.id() + "' group by person.name, l.form having count(distinct l.process_instance)"
                        + " > 1"))
                .as("asked twice at the same time")
                .isEmpty();
    }

    private void nothingAfterTheEnd(Mentorship mentorship) {
        if (world.stage().now(mentorship).state() != Mentorship.State.CLOSED) {
            return;
        }
        String id = "'" + mentorship.id() + "'";
        assertThat(rows("select d.key_ || coalesce(' of ' || (select v.text_ from act_ru_variable v where v.name_ ="
                        + " 'applicationId' and v.proc_inst_id_ = e.id_ limit 1), '') from act_ru_execution e"
                        + " join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where e.id_ = e.proc_inst_id_ and d.key_ not in ('conduct-report', 'help') and"
                        + " (e.business_key_ = " + id + " or exists (select 1 from act_ru_variable v where"
                        + " v.proc_inst_id_ = e.id_ and v.name_ = 'mentorshipId' and v.text_ = " + id + "))"))
                .as("what still runs after the end")
                .isEmpty();
        assertThat(rows("select person.name || ': ' || form from link join person on person.id = link.person_id"
                        + " where purpose = 'FORM' and state = 'OPEN' and mentorship_id = " + id))
                .as("invitations after the end")
                .isEmpty();
        assertThat(rows("select person.name || ' got ' || l.name from letter l join person on person.id = l.person_id"
                        + " where l.mentorship_id = " + id + " and l.name not in " + OUTLIVES
                        + " and l.created_at > (select end_time_ from act_hi_procinst where business_key_ = " + id
                        + " and proc_def_key_ = 'mentorship')"))
                .as("letters after the end")
                .isEmpty();
    }

    private void theEnd() {
        for (Mentorship mentorship : mentorships) {
            assertThat(world.stage().now(mentorship).state())
                    .as("it closes, whatever happened")
                    .isEqualTo(Mentorship.State.CLOSED);
            assertThat(rows("select act_id_ from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_"
                            + " where a.act_id_ in ('EndEvent_MentorshipClosed', 'EndEvent_MentorshipOver') and"
                            + " p.business_key_ = '" + mentorship.id() + "' order by 1"))
                    .as("exactly one closing")
                    .containsExactly("EndEvent_MentorshipClosed", "EndEvent_MentorshipOver");
            assertThat(rows("select person.name || ' got ' || l.name from letter l join person on person.id ="
                            + " l.person_id where l.name in ('kickoff', 'thanks') and l.mentorship_id = '"
                            + mentorship.id() + "' group by person.name, l.name having count(*) > 1"))
                    .as("once in a mentorship")
                    .isEmpty();
        }
        assertThat(rows("select person.name || ' got ' || count(*) from letter l join person on person.id = l.person_id"
                        + " join participant p on p.id = l.participant_id where l.name = 'left' and p.cohort_id = '"
                        + cohort.id() + "' group by person.name having count(*) > " + mentorships.size()))
                .as("farewells")
                .isEmpty();
        assertThat(rows("select person.name from participant p join person on person.id = p.person_id where p.state ="
                        + " 'MATCHED' and p.cohort_id = '" + cohort.id() + "'"))
                .as("matched in no mentorship")
                .isEmpty();
    }

    private List<String> rows(String sql) {
        return world.jdbc().sql(sql).query(String.class).list();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void tell(String line) {
        story.add(line);
    }
}
