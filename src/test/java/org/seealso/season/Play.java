package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.seealso.Timeline;
import org.seealso.season.Mailbox.Arrived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One season of any program, as its people live it: whoever gets a letter with a form answers it as they are, at once,
 * after the reminder or never, and coordinators finish whatever task they see. What happens and when is the program's.
 */
final class Play {
    private static final Logger LOG = LoggerFactory.getLogger(Play.class);
    private static final ZoneId ZONE = ZoneId.of("America/Winnipeg");
    private static final int LATE = 6;

    /** What a finished task of a kind is answered with; a decision that is not the first one each time is in {@link #decide}. */
    private static final Map<String, Map<String, String>> TASKS = Map.ofEntries(
            Map.entry("UserTask_ReviewApplication", Map.of("decision", "accept")),
            Map.entry("UserTask_FinishReviews", Map.of("note", "")),
            Map.entry("UserTask_DecideAboutTooFewPeople", Map.of("outcome", "stop")),
            Map.entry("UserTask_HelpStarvedPool", Map.of("outcome", "told")),
            Map.entry("UserTask_FollowUpSilentConsent", Map.of("outcome", "yes")),
            Map.entry("UserTask_AnswerMatchQuestion", Map.of("reply", "They know the subject well.")),
            Map.entry("UserTask_FollowUpMissedCheckIn", Map.of("outcome", "reached")),
            Map.entry("UserTask_LookAtCheckIn", Map.of("outcome", "reached")),
            Map.entry("UserTask_IntroduceMember", Map.of("outcome", "done", "note", "Wrote to both.")),
            Map.entry("UserTask_HelpWithFirstContact", Map.of("outcome", "reached")),
            Map.entry("UserTask_Mediate", Map.of("outcome", "record")),
            Map.entry("UserTask_AnswerQuestion", Map.of("reply", "Yes, gladly.")),
            Map.entry("UserTask_EvaluateProgram", Map.of("lessons", "Start earlier next time.")),
            Map.entry(
                    "UserTask_HandleReport",
                    Map.of("outcome", "goOn", "tell", "noted", "conflict", "true", "note", "Looked at.")));

    private static final Map<String, List<String>> ORIENTATION = Map.of(
            "busy", List.of("tell"),
            "goals", List.of("learner"),
            "secret", List.of("nobody"),
            "exit", List.of("nothing"));

    private final String program;
    private final Timeline time;
    private final JdbcClient jdbc;
    private final LongSupplier waitingLetters;
    private final Coordinator coordinator;
    private final Coordinator handler;
    private final Map<String, Participant> people = new LinkedHashMap<>();
    private final Map<String, Integer> read = new HashMap<>();
    private final Map<String, Integer> tasks = new TreeMap<>();
    private final Set<Integer> wondered = new HashSet<>();
    private final Set<Integer> oriented = new HashSet<>();
    private final TreeMap<LocalDate, List<Runnable>> plans = new TreeMap<>();
    private Answering answering = Participant::answer;
    private LocalDate today;

    /** How somebody answers a letter that asks for it: on its page, unless a test says otherwise. */
    interface Answering {
        void answer(Participant person, Arrived letter, Map<String, List<String>> own);
    }

    Play(
            String program,
            LocalDate today,
            Timeline time,
            JdbcClient jdbc,
            LongSupplier waitingLetters,
            Coordinator coordinator,
            Coordinator handler) {
        this.program = program;
        this.today = today;
        this.time = time;
        this.jdbc = jdbc;
        this.waitingLetters = waitingLetters;
        this.coordinator = coordinator;
        this.handler = handler;
    }

    Map<String, Participant> people() {
        return people;
    }

    void add(Participant person) {
        people.put(person.address(), person);
    }

    void answeredBy(Answering other) {
        answering = other;
    }

    /** Something somebody does of their own accord on a day. */
    void plan(LocalDate day, Runnable deed) {
        plans.computeIfAbsent(day, d -> new ArrayList<>()).add(deed);
    }

    /** Lives from event to event until nothing is to come before this day. */
    void playUntil(LocalDate end) {
        for (LocalDate day = next(end); day.isBefore(end); day = next(end)) {
            today = day;
            time.travelTo(day);
            while (!plans.isEmpty() && !plans.firstKey().isAfter(day)) {
                plans.pollFirstEntry().getValue().forEach(Runnable::run);
            }
            act();
        }
        today = end;
        time.travelTo(end);
        act();
    }

    private LocalDate next(LocalDate end) {
        LocalDate timer = time.nextTimer().map(Play::dayOf).orElse(end);
        LocalDate plan = plans.isEmpty() ? end : plans.firstKey();
        LocalDate next = timer.isBefore(plan) ? timer : plan;
        return next.isAfter(today) ? next : today.plusDays(1);
    }

    /** The first day by whose noon this moment has passed. */
    private static LocalDate dayOf(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZONE);
        return moment.isAfter(day.atTime(11, 59).atZone(ZONE).toInstant()) ? day.plusDays(1) : day;
    }

    /** Everybody reads and answers, coordinators work, until nothing new comes of it. */
    private void act() {
        boolean something = true;
        for (int i = 0; something && i < 20; i++) {
            time.settle();
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> waitingLetters.getAsLong() == 0);
            something = everybodyReads() | work(coordinator) | work(handler);
        }
    }

    private record Came(String address, String letter) {}

    private boolean everybodyReads() {
        List<Came> came = jdbc
                .sql("select address, name from letter where state = 'SENT' order by created_at, id")
                .query((row, n) -> new Came(row.getString("address"), row.getString("name")))
                .list()
                .stream()
                .filter(letter -> people.containsKey(letter.address()))
                .toList();
        boolean something = false;
        Map<String, List<String>> names = new HashMap<>();
        came.forEach(letter ->
                names.computeIfAbsent(letter.address(), a -> new ArrayList<>()).add(letter.letter()));
        for (Map.Entry<String, List<String>> letters : names.entrySet()) {
            int known = read.getOrDefault(letters.getKey(), 0);
            if (letters.getValue().size() == known) {
                continue;
            }
            something = true;
            Participant person = people.get(letters.getKey());
            List<Arrived> mails = person.mailbox().read();
            for (Arrived mail : mails.subList(known, mails.size())) {
                receive(person, mail);
            }
            read.put(letters.getKey(), mails.size());
        }
        return something;
    }

    private void receive(Participant person, Arrived mail) {
        if (mail.asks().isEmpty()) {
            return;
        }
        int n = List.copyOf(people.keySet()).indexOf(person.address());
        boolean checkIn = mail.subject().contains("how is it going");
        boolean survey = mail.subject().contains("How was");
        Map<String, List<String>> own = new HashMap<>(decide(n, checkIn));
        own.put("hosting", List.of(n % 9 == 2 ? "pass" : "dates"));
        for (int i = 1; i <= 3; i++) {
            own.put("date" + i, List.of(today.plusDays(8 + i) + "T18:30"));
        }
        if (mail.subject().contains("Would you like to meet") && !wondered.add(n)) {
            // Whoever asked or said no once says yes to the next.
            own.put("consent", List.of("yes"));
        }
        if (mail.subject().contains("orientation")) {
            own.put("work", List.of(n % 7 == 3 && oriented.add(n) ? "write" : "ask"));
        }
        boolean silent = checkIn && n % 9 == 4 || survey && n % 5 == 3;
        boolean late = n % 4 == 1;
        if (silent) {
            return;
        }
        if (late && !mail.subject().startsWith("Reminder")) {
            plan(today.plusDays(LATE), () -> answering.answer(person, mail, own));
        } else {
            answering.answer(person, mail, own);
        }
    }

    private Map<String, List<String>> decide(int n, boolean checkIn) {
        Map<String, List<String>> own = new HashMap<>();
        own.put("signature", List.of("My name"));
        own.put("contacts", List.of(n % 7 == 6 ? "0" : "1", "some"));
        own.put("fit", List.of(n % 11 == 10 ? "deciding" : n == 14 && !checkIn ? "notGood" : "good"));
        own.put("help", List.of("none"));
        own.put("goal1", List.of("One thing tried together"));
        own.put("frequency", List.of("monthly"));
        own.put("technology", List.of("Any"));
        own.put("question", List.of("What do they do all day?"));
        own.put("consent", List.of(n % 13 == 7 ? "question" : n % 17 == 11 ? "no" : "yes"));
        own.put("referenceLetter", List.of(n % 6 == 0 ? "yes" : "no"));
        own.put("takesPart", List.of(n % 8 == 5 ? "no" : "yes"));
        own.put("touch", List.of(n % 6 == 5 ? "notYet" : "met"));
        own.put("wish", List.of(n % 2 == 0 ? "survey" : "pool"));
        own.put("continueFormally", List.of(n % 3 == 0 ? "no" : "yes"));
        own.put("recommend", List.of(String.valueOf(6 + n % 5)));
        own.put("helpful", List.of(String.valueOf(3 + n % 3)));
        own.put("quotePermission", List.of("no"));
        own.put("retention", List.of("oneYear"));
        own.put("certificateName", List.of("My Name"));
        own.put("more", List.of("The main branch."));
        own.put("change", List.of(checkIn ? "" : "More time"));
        own.putAll(ORIENTATION);
        own.replaceAll((field, answer) ->
                answer.stream().filter(text -> !text.isEmpty()).toList());
        return own;
    }

    private boolean work(Coordinator who) {
        List<Coordinator.Todo> open = who.todo();
        for (Coordinator.Todo task : open) {
            int done = tasks.merge(task.key(), 1, Integer::sum);
            if (task.key().equals("UserTask_ConfirmMatches")) {
                who.confirmMatches(task.id());
            } else if (task.key().equals("UserTask_ReviewApplication") && done == 2) {
                who.finish(task.id(), Map.of("decision", "more", "question", "Which branch do you work in?"));
            } else if (task.key().equals("UserTask_ReviewApplication") && done == 5) {
                who.finish(task.id(), Map.of("decision", "decline", "reason", "Please apply again next year."));
            } else {
                who.finish(
                        task.id(),
                        Optional.ofNullable(TASKS.get(task.key()))
                                .orElseThrow(() -> new AssertionError("nobody knows how to do " + task.key())));
            }
            time.settle();
        }
        return !open.isEmpty();
    }

    /** Prints who got what and what the coordinators had to do; every letter must have arrived. */
    Map<String, Map<String, Integer>> letters() {
        StringBuilder table = new StringBuilder("Letters of a season of " + program + "\n");
        Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
        for (Participant person : people.values()) {
            Map<String, Integer> got = new TreeMap<>();
            jdbc.sql("select name from letter where address = ? and state = 'SENT'")
                    .param(person.address())
                    .query(String.class)
                    .list()
                    .forEach(name -> got.merge(name, 1, Integer::sum));
            table.append("%-24s %s%n".formatted(person.name(), got));
            assertThat(person.mailbox().read())
                    .as("the mailbox of %s", person.name())
                    .hasSize(got.values().stream().mapToInt(Integer::intValue).sum());
            all.put(person.address(), got);
        }
        table.append("Tasks of coordinators: %s%n".formatted(tasks));
        LOG.info("{}", table);
        return all;
    }

    Map<String, Integer> tasks() {
        return tasks;
    }
}
