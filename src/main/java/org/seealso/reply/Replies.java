package org.seealso.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.emailedform.AnsweredByReply;
import org.seealso.engine.DueDates;
import org.seealso.form.Question;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.letter.Letters;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.letter.WrittenLetters;
import org.seealso.letter.WrittenLetters.Written;
import org.seealso.people.People;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Understands replies, takes what they answer, and writes back. */
@Component
@Transactional
class Replies {
    /** Whoever is not understood so often is better off with a person. */
    private static final int MOST_PARTLY = 2;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final MailRepository mails;
    private final WrittenLetters written;
    private final AnsweredByReply forms;
    private final ParticipantLetters letters;
    private final Letters others;
    private final Answers answers;
    private final People people;
    private final PublishedRules rules;
    private final DueDates dates;

    Replies(
            MailRepository mails,
            WrittenLetters written,
            AnsweredByReply forms,
            ParticipantLetters letters,
            Letters others,
            Answers answers,
            People people,
            PublishedRules rules,
            DueDates dates) {
        this.mails = mails;
        this.written = written;
        this.forms = forms;
        this.letters = letters;
        this.others = others;
        this.answers = answers;
        this.people = people;
        this.rules = rules;
        this.dates = dates;
    }

    /** How much of a reply we understood. YES means its answers are taken, and the step it answers has gone on. */
    enum Understood {
        YES,
        PARTLY,
        NO;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Takes the answers of a reply if it holds nothing but answers, and all that the form needs. */
    Understood understand(UUID mail, UUID letterId) {
        Written letter = letter(letterId);
        UUID form = Objects.requireNonNull(letter.linkId());
        if (!forms.waits(form)) {
            return no(mail, "The form it answers was answered before, or no longer waits.");
        }
        Understanding reply = read(mail, letter);
        if (!reply.rest().isEmpty()) {
            return no(mail, "It says more than answers to our questions, so nothing was filled in.");
        }
        if (reply.nothing()) {
            return no(mail, "We could not find an answer in it.");
        }
        if (reply.unclear().isEmpty() && forms.take(form, reply.posted())) {
            mails.became(mail, Understood.YES.word());
            return Understood.YES;
        }
        if (mails.partly(form) >= MOST_PARTLY) {
            return no(mail, "We have asked twice what is missing, and still do not understand.");
        }
        mails.became(mail, Understood.PARTLY.word());
        return Understood.PARTLY;
    }

    /** Tells what we understood. The mail itself is not kept: what it said stands in the form's answers. */
    void sendUnderstood(UUID mail, UUID letterId, UUID participant) {
        Written letter = letter(letterId);
        UUID form = Objects.requireNonNull(letter.linkId());
        List<Map<String, String>> understood = forms.answered(form).stream()
                .map(answer -> Map.of("question", answer.question(), "reply", answer.shown()))
                .toList();
        Map<String, Object> values = values(mail, "understood", understood);
        forms.changeableUntil(form).ifPresent(until -> values.put("changeUntil", until));
        letters.write(
                "reply-understood",
                under(letter),
                participant,
                letter.mentorshipId(),
                values,
                forms.lookAgain(form),
                List.of());
        answers.remove(mail);
    }

    /** Keeps what we understood behind the form's link, and tells what is missing. */
    void sendWhatIsMissing(UUID mail, UUID letterId, UUID participant) {
        Written letter = letter(letterId);
        UUID form = Objects.requireNonNull(letter.linkId());
        Understanding reply = read(mail, letter);
        List<String> missing = new ArrayList<>(forms.faults(form, reply.posted()));
        List<Question> questions = questions(letter);
        reply.unclear()
                .forEach(number -> missing.add("We were not sure about your answer to " + number + ", “"
                        + questions.get(number - 1).question() + "”"));
        letters.write(
                "reply-missing",
                under(letter),
                participant,
                letter.mentorshipId(),
                values(mail, "missing", missing),
                forms.keep(form, reply.posted()),
                List.of());
        answers.remove(mail);
    }

    boolean waits(UUID letterId) {
        UUID form = letter(letterId).linkId();
        return form != null && forms.waits(form);
    }

    void askAgain(UUID letterId) {
        UUID form = letter(letterId).linkId();
        if (form != null) {
            forms.askAgain(form);
        }
    }

    /** A coordinator's own words, to whoever wrote. */
    void writeBack(UUID mail, Under under, Optional<UUID> participant, String words) {
        Map<String, Object> values = Map.of("reply", words);
        if (participant.isPresent()) {
            letters.write("reply-written", under, participant.get(), values);
            return;
        }
        said(mail, Arrivals.SENDER)
                .filter(address -> address.contains("@"))
                .ifPresent(address ->
                        others.writeTo("reply-written", under.deployment(), under.program(), address, values));
    }

    /** Nobody whom we do not know stays in our tables once they have been answered. */
    void forgetStranger(UUID mail) {
        if (answers.subject(mail).map(about -> about.personId() == null).orElse(false)) {
            answers.remove(mail);
        }
    }

    private Understood no(UUID mail, String why) {
        mails.became(mail, Understood.NO.word());
        List<FieldAnswer> rows = new ArrayList<>(answers.ofSubmission(mail).stream()
                .filter(answer -> !answer.field().equals("why"))
                .map(answer -> Arrivals.row(answer.field(), answer.question(), answer.shown()))
                .toList());
        rows.add(Arrivals.row("why", "Why you are asked", why));
        Optional<Answer> any = answers.ofSubmission(mail).stream().findFirst();
        Optional<Subject> about = answers.subject(mail);
        if (any.isPresent() && about.isPresent()) {
            answers.store(mail, any.get().author(), Arrivals.FORM, about.get(), rows);
        }
        return Understood.NO;
    }

    private Map<String, Object> values(UUID mail, String name, List<?> list) {
        Map<String, Object> values = new HashMap<>();
        values.put(name, list);
        values.put("files", said(mail, Arrivals.FILES).isPresent());
        return values;
    }

    /** The newest rules: the letter's own may be older than replies. */
    private Under under(Written letter) {
        return new Under(rules.current(), letter.program());
    }

    private Understanding read(UUID mail, Written letter) {
        String name = people.person(Objects.requireNonNull(letter.personId())).name();
        List<String> own = OwnWords.of(said(mail, Arrivals.TEXT).orElse(""), name);
        return Understanding.of(
                questions(letter),
                own,
                dates.today(rules.row(letter.deployment(), letter.program()).zone()));
    }

    private Optional<String> said(UUID mail, String field) {
        return answers.ofSubmission(mail).stream()
                .filter(answer -> answer.field().equals(field))
                .map(Answer::shown)
                .findFirst();
    }

    private Written letter(UUID id) {
        return written.letter(id).orElseThrow();
    }

    private static List<Question> questions(Written letter) {
        try {
            return JSON.readValue(Objects.requireNonNull(letter.asked()), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the questions of a letter are not JSON", e);
        }
    }
}
