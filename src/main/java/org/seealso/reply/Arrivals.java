package org.seealso.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.emailedform.AnsweredByReply;
import org.seealso.engine.DueDates;
import org.seealso.engine.Ids;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.letter.OptionalLetters;
import org.seealso.letter.WrittenLetters;
import org.seealso.letter.WrittenLetters.Written;
import org.seealso.mail.Addressee;
import org.seealso.mail.Incoming;
import org.seealso.mail.Incoming.Report;
import org.seealso.mail.Incoming.Robot;
import org.seealso.mail.Incoming.Sender;
import org.seealso.mail.Mailbox;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sorts what arrives. What a program wrote is never answered; what a mail server reports goes back to its letter; and
 * whatever a person wrote becomes a step of reply.bpmn, so that nobody meets silence.
 */
@Component
class Arrivals implements Addressee {
    static final String FORM = "mail";
    static final String TEXT = "text";
    static final String FILES = "files";
    static final String SENDER = "sender";

    private static final Set<String> READERS = Set.of("coordinators");
    /** So many tasks in a day nobody needs of one writer; the first of them are open anyway. */
    private static final int FLOOD = 20;

    private final MailRepository mails;
    private final ReplyProcess process;
    private final WrittenLetters letters;
    private final OptionalLetters optional;
    private final AnsweredByReply forms;
    private final Answers answers;
    private final People people;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Cohorts cohorts;
    private final PublishedRules rules;
    private final Mailbox mailbox;
    private final DueDates dates;

    Arrivals(
            MailRepository mails,
            ReplyProcess process,
            WrittenLetters letters,
            OptionalLetters optional,
            AnsweredByReply forms,
            Answers answers,
            People people,
            Participants participants,
            Mentorships mentorships,
            Cohorts cohorts,
            PublishedRules rules,
            Mailbox mailbox,
            DueDates dates) {
        this.mails = mails;
        this.process = process;
        this.letters = letters;
        this.optional = optional;
        this.forms = forms;
        this.answers = answers;
        this.people = people;
        this.participants = participants;
        this.mentorships = mentorships;
        this.cohorts = cohorts;
        this.rules = rules;
        this.mailbox = mailbox;
        this.dates = dates;
    }

    @Override
    @Transactional
    public void take(Incoming mail) {
        UUID id = Ids.next();
        if (!mails.isNew(id, mail.id(), mail.from(), dates.now())) {
            return;
        }
        Report report = mail.report();
        if (report != null) {
            mails.became(id, reported(id, mail, report));
        } else if (mail.robot() != Robot.NO) {
            mails.became(id, "robot");
        } else if (!mail.from().isEmpty() && mails.tasksOf(mail.from(), Duration.ofDays(1), dates.now()) >= FLOOD) {
            mails.became(id, "flood");
        } else {
            String key = mail.key("r");
            Optional<Written> letter = Optional.ofNullable(key).flatMap(letters::byReplyKey);
            Arrival about = about(mail, letter.orElse(null));
            String trouble = trouble(mail, key, letter.orElse(null));
            begin(id, mail, about, trouble);
        }
    }

    @Override
    @Transactional
    public void giveToAPerson(Incoming mail) {
        UUID id = Ids.next();
        if (!mails.isNew(id, mail.id(), mail.from(), dates.now())) {
            return;
        }
        Incoming bare = new Incoming(
                mail.id(), mail.from(), List.of(), "", List.of(), Sender.UNKNOWN, Robot.NO, null, "", List.of(), false);
        begin(id, bare, about(bare, null), "We could not read it. It is still in the mailbox.");
    }

    private void begin(UUID id, Incoming mail, Arrival about, String trouble) {
        mails.became(id, "task");
        mails.belongsTo(id, about.personId(), about.letterId());
        List<FieldAnswer> said = new ArrayList<>();
        said.add(row(SENDER, "Written by", mail.from().isEmpty() ? "nobody we can read" : mail.from()));
        said.add(row("subject", "Subject", mail.subject().isBlank() ? "–" : mail.subject()));
        said.add(row(
                TEXT, "What it says", mail.text().isBlank() ? "–" : mail.text().strip()));
        if (!mail.files().isEmpty()) {
            said.add(row(FILES, "Came with it, and was not kept", String.join(", ", mail.files())));
        }
        if (!trouble.isEmpty()) {
            said.add(row("why", "Why you are asked", trouble));
        }
        answers.store(
                id,
                about.personId() == null ? "" : about.personId().toString(),
                FORM,
                new Subject(about.personId(), about.participantId(), about.mentorshipId(), about.cohortId(), null),
                said);
        process.arrived(id, about, trouble.isEmpty());
    }

    static FieldAnswer row(String field, String question, String words) {
        return new FieldAnswer(field, question, words, words, READERS);
    }

    /** Why a message can't be an answer by itself; empty if it can. */
    private String trouble(Incoming mail, @Nullable String key, @Nullable Written letter) {
        if (!mail.whole()) {
            return "It is larger than we read, or broken. It is still in the mailbox.";
        }
        if (key == null) {
            return "It answers none of our questions.";
        }
        if (letter == null || letter.linkId() == null || letter.asked() == null) {
            return "It answers a letter we do not know.";
        }
        boolean theirs = Optional.ofNullable(letter.personId())
                .map(id -> people.person(id).email().equalsIgnoreCase(mail.from()))
                .orElse(false);
        if (!theirs) {
            return "It comes from another address than the one our letter went to.";
        }
        if (mail.sender() == Sender.FORGED || mailbox.asksWhoWrote() && mail.sender() != Sender.PROVEN) {
            return "Our mail server can't tell that it really comes from this address.";
        }
        return forms.waits(letter.linkId()) ? "" : "The form it answers was answered before, or no longer waits.";
    }

    private Arrival about(Incoming mail, @Nullable Written letter) {
        if (letter != null) {
            return new Arrival(
                    letter.program(),
                    letter.label(),
                    letter.personId(),
                    letter.participantId(),
                    letter.mentorshipId(),
                    cohort(letter.participantId()),
                    letter.id());
        }
        Optional<Person> writer = mail.from().isEmpty() ? Optional.empty() : people.find(mail.from());
        // Whose letter it answers says which team should read it, even if a stranger answers.
        Optional<Written> answered = mail.answers().stream()
                .map(letters::byMessageId)
                .flatMap(Optional::stream)
                .findFirst();
        if (writer.isPresent()) {
            UUID person = writer.get().id();
            Optional<Participant> place = answered.filter(a -> person.equals(a.personId()) && a.participantId() != null)
                    .map(a -> participants.participant(java.util.Objects.requireNonNull(a.participantId())))
                    .or(() -> participants.newestOf(person));
            UUID participant = place.map(Participant::id).orElse(null);
            return new Arrival(
                    place.map(p -> cohorts.cohort(p.cohortId()).program()).orElseGet(() -> program(answered)),
                    writer.get().name(),
                    person,
                    participant,
                    place.flatMap(p -> mentorships.current(p.id()))
                            .map(Mentorship::id)
                            .orElse(null),
                    cohort(participant),
                    null);
        }
        return new Arrival(program(answered), "Somebody we do not know", null, null, null, null, null);
    }

    private @Nullable UUID cohort(@Nullable UUID participant) {
        return participant == null
                ? null
                : participants.participant(participant).cohortId();
    }

    private String program(Optional<Written> answered) {
        return answered.map(Written::program)
                .orElseGet(() -> mailbox.program().isBlank()
                        ? rules.programs(rules.current()).get(0).program()
                        : mailbox.program());
    }

    /** Gives a mail server's report to the letter it is about; what became of it in one of our words. */
    private String reported(UUID id, Incoming mail, Report report) {
        String returned = report.letter();
        Optional<Written> found = Optional.ofNullable(mail.key("b"))
                .flatMap(letters::byBounceKey)
                .or(() -> Optional.ofNullable(returned).flatMap(letters::byMessageId));
        if (found.isEmpty()) {
            return "report-of-nothing";
        }
        Written letter = found.get();
        mails.belongsTo(id, letter.personId(), letter.id());
        switch (report.kind()) {
            case FAILED -> letters.cameBack(letter, "a mail server sent it back: it takes no letters for this address");
            case GAVE_UP -> {
                UUID form = letter.linkId();
                boolean again = letters.cameBackForNow(letter) <= 1 && form != null && forms.askAgain(form);
                if (!again) {
                    letters.cameBack(letter, "a mail server tried for a while and gave up");
                }
            }
            case COMPLAINT -> {
                if (letter.personId() != null) {
                    optional.stop(letter.personId(), letter.program());
                }
                complained(id, letter);
                return "task";
            }
            case DELAYED, DELIVERED -> {
                return "report";
            }
        }
        return "bounce";
    }

    private void complained(UUID id, Written letter) {
        Arrival about = about(NOBODYS, letter);
        answers.store(
                id,
                "",
                FORM,
                new Subject(about.personId(), about.participantId(), about.mentorshipId(), about.cohortId(), null),
                List.of(
                        row("subject", "Our letter", letter.subject()),
                        row(
                                "why",
                                "Why you are asked",
                                "Its reader marked this letter as unwanted in their mail program, perhaps by mistake."
                                        + " Letters nobody needs have stopped; perhaps ask them whether they would like to"
                                        + " go on.")));
        process.arrived(id, about, false);
    }

    private static final Incoming NOBODYS =
            new Incoming("", "", List.of(), "", List.of(), Sender.UNKNOWN, Robot.NO, null, "", List.of(), true);
}
