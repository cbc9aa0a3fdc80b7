package org.seealso.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.seealso.rules.RuleFiles;

/** A season as it might have been: enough of everything a report shows, without an engine. */
final class InventedSeason {
    static final String INJECTED = "<script>document.title = 'taken over'</script> & <b>bold</b>";
    static final String TO_ALL =
            "Dear colleague,\n\nnext Tuesday at 16:00 all pairs meet online for half an hour.\n\nThe mentoring team";
    static final String CLOSING =
            "- Ask us a question\n- Something isn’t working\n- Report behaviour\n- Leave the program\n\n"
                    + "A report goes only to the people who handle conduct.";
    static final LocalDate FROM = LocalDate.of(2027, 1, 4);
    static final int WEEKS = 26;
    private static final List<String> FIRST = List.of(
            "Ana", "Ben", "Chloé", "Dmitri", "Efua", "Farah", "Grace", "Hiro", "Ines", "Jonas", "Kemi", "Lars", "Mei",
            "Noor", "Olu", "Petra", "Quentin", "Rosa", "Sam", "Tomás");
    private static final List<String> LAST =
            List.of("Silva", "Okoro", "Lindqvist", "Haddad", "Nakamura", "O’Brien", "Moreau", "Castillo");
    private static final List<String> HABITS =
            List.of("answers at once", "answers late", "answers by reply", "busy in March", "never answers");

    private final RuleFiles rules;
    private final Random random;
    private final int people;
    private final int more;
    private final List<Result.Person> persons = new ArrayList<>();
    private final List<Result.Meeting> meetings = new ArrayList<>();
    private final List<Result.Done> tasks = new ArrayList<>();

    /** @param more letters each person gets beyond the usual */
    InventedSeason(RuleFiles rules, int people, long seed, int more) {
        this.rules = rules;
        this.people = people;
        this.more = more;
        this.random = new Random(seed);
    }

    Result play() {
        for (int i = 0; i + 1 < people; i += 2) {
            boolean stuck = i == 6;
            boolean early = i % 14 == 2;
            meetings.add(new Result.Meeting(
                    List.of(name(i), name(i + 1)),
                    day(28),
                    stuck ? "" : day(early ? 90 + i : 170),
                    stuck ? "open" : early ? "ended early" : "closed",
                    stuck ? "check-in.bpmn, UserTask_LookAtCheckIn" : ""));
        }
        for (int i = 0; i < people; i++) {
            persons.add(person(i));
        }
        for (int i = 0; i < 70; i++) {
            int came = random.nextInt(WEEKS * 7 - 8);
            boolean open = i % 30 == 7;
            String[] kind = List.of(
                            new String[] {"Look at check-in", "check-in", "UserTask_LookAtCheckIn"},
                            new String[] {"Confirm matches", "matching", "UserTask_ConfirmMatches"},
                            new String[] {"Help with the fit", "fit-problem", "UserTask_HelpWithFit"},
                            new String[] {"Read reply", "reply", "UserTask_ReadReply"})
                    .get(i % 4);
            tasks.add(new Result.Done(
                    kind[0],
                    kind[1],
                    kind[2],
                    name(i % people),
                    day(came),
                    open ? "" : day(came + random.nextInt(7)),
                    open ? 0 : 5 + random.nextInt(40)));
        }
        List<Result.Week> weeks = weeks();
        int letters = weeks.stream().mapToInt(Result.Week::letters).sum();
        int answers = weeks.stream().mapToInt(Result.Week::answers).sum();
        int minutes = weeks.stream().mapToInt(Result.Week::minutes).sum();
        int early = (int)
                meetings.stream().filter(m -> m.end().equals("ended early")).count();
        return new Result(
                "mla-peer",
                "Medical Library Association: peers",
                people,
                7,
                FROM.toString(),
                FROM.plusDays(WEEKS * 7 - 2).toString(),
                "3fa9c1d2e4b5a6978877665544332211",
                90,
                new Result.Counts(
                        people,
                        people - people % 2,
                        meetings.size(),
                        meetings.size() - early - 1,
                        early,
                        1,
                        early * 2,
                        letters,
                        answers,
                        tasks.size(),
                        minutes,
                        3),
                findings(),
                weeks,
                persons,
                meetings,
                tasks,
                List.of(new Result.Conduct(name(4), day(75), 2.4, 122), new Result.Conduct(name(9), day(120), 0.3, -1)),
                diagrams());
    }

    private List<Result.Finding> findings() {
        List<Result.Finding> all = new ArrayList<>();
        all.add(new Result.Finding(
                Result.Kind.SILENCE,
                "mentorship.bpmn",
                "Two people heard nothing for 40 days while their mentorship ran.",
                "Add a letter between the kickoff and the first check-in.",
                List.of(name(10), name(11)),
                2));
        all.add(new Result.Finding(
                Result.Kind.STUCK,
                "check-in.bpmn, UserTask_LookAtCheckIn",
                "A mentorship waited for a coordinator until the last day.",
                "Give “Look at check-in” a due date, or more time to the coordinators.",
                List.of(name(6), name(7)),
                1));
        if (more > 0) {
            all.add(new Result.Finding(
                    Result.Kind.TOO_MUCH, "", "Everybody got more than three letters in one week.", "", List.of(), 40));
        }
        return all;
    }

    private Result.Person person(int i) {
        List<Result.Moment> story = new ArrayList<>();
        story.add(new Result.Moment(day(i % 9), "deed", "application-peer", "applied", ""));
        story.add(letter(i, i % 9, "received", "We have your application"));
        story.add(letter(i, 28, "good-news", "You are matched with " + name(i ^ 1)));
        story.add(new Result.Moment(day(35), "letter", "gathering", "All pairs meet on Tuesday", TO_ALL));
        for (int month = 0; month < 5; month++) {
            int at = 42 + month * 28 + random.nextInt(3);
            story.add(letter(i, at, "check-in", "How is it going?"));
            if (i % 5 == 4) {
                story.add(letter(i, at + 5, "check-in-reminder", "A reminder: how is it going?"));
            } else {
                story.add(new Result.Moment(day(at + random.nextInt(5)), "answer", "check-in", "It goes well", ""));
            }
            for (int again = 0; again < more; again++) {
                story.add(letter(i, at + 1 + again, "tips", "Something to read"));
            }
        }
        if (i == 4) {
            story.add(new Result.Moment(day(75), "deed", "conduct-report", "reported conduct", ""));
        }
        if (i == 6) {
            story.add(new Result.Moment(day(150), "trouble", "", "waits, and nobody comes", ""));
        }
        story.add(letter(i, 172, "thanks", "Thank you, and goodbye"));
        story.sort(Comparator.comparing(Result.Moment::day));
        return new Result.Person(
                name(i),
                i % 3 == 0 ? "mentor" : "peer",
                List.of(HABITS.get(i % HABITS.size())),
                i == 6 || i == 7 ? "still open" : i % 14 == 2 ? "left" : "finished",
                i == 10 || i == 11 ? 40 : 12 + random.nextInt(15),
                story);
    }

    private static Result.Moment letter(int i, int at, String name, String subject) {
        String text = "Dear " + name(i) + ",\n\n" + subject + " (" + Wording.day(day(at)) + ").\n\n"
                + (i == 0 && name.equals("received") ? INJECTED + "\n\n" : "")
                + ("we are glad that you are here. This letter says what comes next, what you may leave out, and whom"
                                + " to ask if anything is in the way of your meetings. ")
                        .repeat(5)
                + "\n\nWarm wishes\nthe mentoring team\n\n--\n" + CLOSING;
        return new Result.Moment(day(at), "letter", name, subject, text);
    }

    private List<Result.Week> weeks() {
        List<Result.Week> weeks = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate monday = FROM.plusWeeks(week);
            List<String> happened =
                    switch (week) {
                        case 0 -> List.of("2027-01-06: Applications open");
                        case 4 -> List.of(people + " people matched", "Kickoff");
                        case 12 -> List.of("Halfway");
                        case 24 -> List.of("Closing surveys", meetings.size() - 1 + " mentorships closed");
                        default -> List.of();
                    };
            int minutes = tasks.stream()
                    .filter(task -> within(monday, task.done()))
                    .mapToInt(Result.Done::minutes)
                    .sum();
            if (week == 19) {
                continue;
            }
            weeks.add(new Result.Week(
                    monday.toString(),
                    moments(monday, "letter"),
                    moments(monday, "answer"),
                    (int) tasks.stream()
                            .filter(task -> within(monday, task.came()))
                            .count(),
                    minutes,
                    week % 6,
                    happened));
        }
        return weeks;
    }

    private int moments(LocalDate monday, String kind) {
        return (int) persons.stream()
                .flatMap(person -> person.story().stream())
                .filter(moment -> moment.kind().equals(kind) && within(monday, moment.day()))
                .count();
    }

    private static boolean within(LocalDate monday, String day) {
        return !day.isEmpty()
                && !LocalDate.parse(day).isBefore(monday)
                && LocalDate.parse(day).isBefore(monday.plusWeeks(1));
    }

    private List<Result.Diagram> diagrams() {
        List<Result.Diagram> all = new ArrayList<>();
        for (String file : rules.names(".bpmn")) {
            String process = file.replace(".bpmn", "");
            DiagramFile diagram = DiagramFile.in(rules, process).orElseThrow();
            boolean needed = !List.of("undelivered", "interest").contains(process);
            int usual = 1 + random.nextInt(people * 3);
            Map<String, Integer> walked = new TreeMap<>();
            List<String> never = new ArrayList<>();
            for (String id : diagram.parts().keySet()) {
                int count = random.nextInt(6) == 0 ? 0 : Math.max(1, usual - random.nextInt(usual));
                if (needed && count > 0) {
                    walked.put(id, count);
                } else {
                    never.add(id);
                }
            }
            all.add(new Result.Diagram(process, diagram.name(), new TreeMap<>(walked), never));
        }
        return all;
    }

    static String name(int i) {
        return FIRST.get(i % FIRST.size()) + " " + LAST.get((i / FIRST.size() + i % FIRST.size()) % LAST.size());
    }

    private static String day(int after) {
        return FROM.plusDays(Math.min(after, WEEKS * 7 - 3)).toString();
    }
}
