package org.seealso.rehearsal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.mail.Delivered;
import org.seealso.rehearsal.CastFile.Deed;
import org.seealso.rehearsal.Result.Kind;

/** The invented people: they read their letters, answer as they are, and do what they do of their own accord. */
final class Crowd {
    private static final Pattern PRIVATE = Pattern.compile("https?://[^\\s\"<>)]*(/f/[A-Za-z0-9_-]+)");
    private static final String SWAP = "/f/";
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int MOST_LETTERS_A_DAY = 14;

    private final Theatre theatre;
    private final Ledger ledger;
    private final Plans plans;
    private final Hand hand;
    private final Map<String, Member> members = new TreeMap<>();
    private final Mailboxes mailboxes;
    private final Map<String, Integer> letterOfTheDay = new HashMap<>();
    private LocalDate today;
    private int replies;

    Crowd(Theatre theatre, Ledger ledger, Plans plans, List<Actor> actors, LocalDate today) {
        this.theatre = theatre;
        this.ledger = ledger;
        this.plans = plans;
        this.hand = new Hand(theatre.port(), ledger);
        this.today = today;
        actors.forEach(actor -> members.put(actor.address(), new Member(actor)));
        this.mailboxes = new Mailboxes(theatre, members);
    }

    void today(LocalDate day) {
        today = day;
        letterOfTheDay.clear();
    }

    /** Everybody reads what is new; true if there was anything. */
    boolean read() {
        return mailboxes.read(this::receive);
    }

    private void receive(Member reader, Mailboxes.Came letter, Delivered mail) {
        Actor actor = reader.actor();
        if (reader.comesBack(today)) {
            ledger.deed(actor, today, "A letter comes back: " + mail.subject());
            theatre.mail().bounce(mail, actor.address());
            waitForMail();
            return;
        }
        String text = mail.text();
        ledger.letter(
                actor,
                today,
                letter.name(),
                mail.subject(),
                PRIVATE.matcher(text).replaceAll("(private link)"));
        ledger.conductLetter(actor, letter.name(), theatre.clock().instant());
        if (letterOfTheDay.merge(actor.name(), 1, Integer::sum) == MOST_LETTERS_A_DAY) {
            ledger.finding(
                    Kind.TOO_MUCH,
                    "letters/" + letter.name() + ".md",
                    "Somebody got " + MOST_LETTERS_A_DAY + " letters or more on one day.",
                    "Look in their story at what comes together, and leave something out.",
                    actor);
        }
        Map<String, Link> links = links(mail);
        Map<Purpose, String> found = new TreeMap<>();
        links.forEach((path, link) -> found.putIfAbsent(link.purpose(), path));
        found.forEach((purpose, path) -> {
            if (purpose != Purpose.FORM) {
                reader.keep(purpose, path);
            }
        });
        if (letter.mentorshipId() != null && letter.participantId() != null) {
            plan(reader, letter.mentorshipId());
        }
        String path = found.get(Purpose.FORM);
        if (path != null) {
            if (letter.mentorshipId() != null && !found.containsKey(Purpose.LEAVE)) {
                ledger.finding(
                        Kind.NO_WAY_OUT,
                        "letters/" + letter.name() + ".md",
                        "A letter to members of a mentorship has no link to leave.",
                        "Put {{leaveLink}} back where all letters have it.",
                        actor);
            }
            asked(reader, letter, mail, path, Objects.requireNonNull(links.get(path)));
        }
    }

    /** What a letter's private links open, by their paths and in the letter's order. */
    private Map<String, Link> links(Delivered mail) {
        Set<String> paths = PRIVATE.matcher(mail.html())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Link> known = theatre.links()
                .open(paths.stream().map(path -> path.substring(SWAP.length())).toList());
        Map<String, Link> links = new LinkedHashMap<>();
        paths.forEach(path ->
                Optional.ofNullable(known.get(path.substring(SWAP.length()))).ifPresent(link -> links.put(path, link)));
        return links;
    }

    /** Whether, when and how they answer. */
    private void asked(Member reader, Mailboxes.Came letter, Delivered mail, String path, Link link) {
        Actor actor = reader.actor();
        String form = String.valueOf(link.form());
        String question = form + " " + link.processInstance();
        if (link.state() != State.OPEN) {
            return;
        }
        String occasion = reader.occasion(form, letter.reminder());
        boolean inMentorship = letter.mentorshipId() != null && !form.equals("consent");
        String how = inMentorship || !actor.answering().how().equals("never")
                ? actor.answering().how()
                : "at once";
        if (how.equals("never")
                || how.equals("now and then")
                        && inMentorship
                        && !letter.reminder()
                        && actor.random("silent " + occasion).nextBoolean()) {
            return;
        }
        if (!reader.begins(question)) {
            return;
        }
        if (how.equals("late")) {
            plans.on(
                    today.plusDays(Math.max(1, actor.answering().days())),
                    actor,
                    () -> answer(reader, form, path, occasion, Map.of()));
        } else if (how.equals("by reply") && Reply.isOffered(mail.text())) {
            reply(reader, letter, mail, form, occasion);
        } else {
            answer(reader, form, path, occasion, Map.of());
        }
    }

    private void reply(Member reader, Mailboxes.Came letter, Delivered mail, String form, String occasion) {
        Actor actor = reader.actor();
        byte[] schema =
                theatre.rules().file(letter.deployment(), form + ".form").orElse(new byte[] {'{', '}'});
        new Reply(actor, occasion, today, schema).to(mail.text()).ifPresent(text -> {
            ledger.answer(
                    actor,
                    today,
                    form,
                    "Replies: "
                            + text.lines()
                                    .takeWhile(line -> !line.isBlank())
                                    .reduce((a, b) -> a + ", " + b)
                                    .orElse(""));
            theatre.mail().reply(mail, actor.address(), text);
            waitForMail();
        });
    }

    /** Until what was sent to the program's own mailbox has been dealt with. */
    private void waitForMail() {
        replies++;
        Patience.until(() -> theatre.jdbc()
                        .sql("select count(*) from incoming_mail")
                        .query(Integer.class)
                        .single()
                >= replies);
    }

    private boolean answer(Member reader, String form, String path, String occasion, Map<String, List<String>> own) {
        return hand.answer(reader.actor(), today, path, form, occasion, own);
    }

    /** Applies, or registers, at a public page. */
    boolean apply(Member reader, String path, Map<String, List<String>> own) {
        return answer(reader, "application", path, "application", own);
    }

    /** When a mentorship begins, everybody's own plans begin to count. */
    private void plan(Member reader, UUID mentorship) {
        Actor actor = reader.actor();
        Optional<LocalDate[]> term = theatre.jdbc()
                .sql(
                        "select starts_on, least(ends_on, starts_on + 365) from mentorship where id = ? and state = 'ACTIVE'")
                .param(mentorship)
                .query((row, n) ->
                        new LocalDate[] {row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)})
                .optional();
        if (term.isEmpty() || !reader.plansNow()) {
            return;
        }
        long days = ChronoUnit.DAYS.between(term.get()[0], term.get()[1]);
        for (Deed deed : actor.deeds()) {
            long after = Math.min((deed.month() - 1L) * DAYS_OF_A_MONTH + 12, days * 3 / 5);
            LocalDate day = term.get()[0].plusDays(Math.max(1, after));
            if (deed.deed().equals("bounces")) {
                reader.addressStops(day);
            } else {
                plans.on(day.isAfter(today) ? day : today.plusDays(1), actor, () -> act(reader, deed));
            }
        }
    }

    private void act(Member reader, Deed deed) {
        switch (deed.deed()) {
            case "busy" ->
                use(
                        reader,
                        Purpose.PLANS,
                        "Says that they are busy",
                        Map.of(
                                "what",
                                List.of("busy"),
                                "until",
                                List.of(today.plusDays(Math.max(1, deed.days())).toString())));
            case "unhappy" -> use(reader, Purpose.FIT_PROBLEM, "Says that something is not working", Map.of());
            case "leaves" -> use(reader, Purpose.LEAVE, "Leaves", Map.of("sure", List.of("yes")));
            case "reports conduct" -> {
                if (use(reader, Purpose.CONDUCT_REPORT, "Reports behaviour", Map.of())) {
                    ledger.reported(reader.actor(), theatre.clock().instant());
                }
            }
            default -> use(reader, Purpose.HELP, "Asks a question", Map.of());
        }
    }

    private boolean use(Member reader, Purpose purpose, String what, Map<String, List<String>> own) {
        Optional<String> path = reader.link(purpose);
        if (path.isEmpty()) {
            ledger.finding(
                    Kind.NO_WAY_OUT,
                    "letters",
                    what + " is what somebody wanted to do, and no letter had a link for it.",
                    "Put the link back where all letters have it.",
                    reader.actor());
            return false;
        }
        ledger.deed(reader.actor(), today, what);
        return answer(reader, purpose.name().toLowerCase(Locale.ROOT).replace('_', '-'), path.get(), what, own);
    }

    Member member(Actor actor) {
        return Objects.requireNonNull(members.get(actor.address()));
    }
}
