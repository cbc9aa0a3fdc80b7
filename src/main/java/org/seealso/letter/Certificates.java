package org.seealso.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Language;
import org.seealso.mail.Attachment;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** Certificates of participation, written from {@code letters/_certificate.md} like any letter. */
@Component
public class Certificates {
    private static final String TEMPLATE = "_certificate";

    private final PublishedRules rules;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Clock clock;
    private final Paper paper = new Paper();

    Certificates(PublishedRules rules, Participants participants, Mentorships mentorships, Clock clock) {
        this.rules = rules;
        this.participants = participants;
        this.mentorships = mentorships;
        this.clock = clock;
    }

    /** Whether our fonts have every letter of the name: better no certificate than one with holes in the name. */
    public boolean canWrite(String name) {
        return paper.canWrite(name);
    }

    public Attachment write(Under under, UUID participantId, UUID mentorshipId, String name) {
        Participant participant = participants.participant(participantId);
        ProgramRow row = rules.row(under.deployment(), under.program());
        OutboxLetters.Text text = OutboxLetters.text(
                        rules,
                        under,
                        participant.role(),
                        TEMPLATE,
                        Language.of(participant.person().language()))
                .orElseThrow(() -> new LetterFault(TEMPLATE, "does not exist in the published rules."));
        LetterFile template = template(under, participant.role(), text);
        Map<String, Object> values = new HashMap<>(OutboxLetters.ofProgram(row));
        values.put(Placeholders.NAME.key(), name);
        values.put(Placeholders.FIRST_NAME.key(), participant.person().firstName());
        values.put(Placeholders.MENTOR.key(), participant.role().equals(ProgramRow.MENTOR));
        values.put(
                Placeholders.PERIOD.key(), period(mentorships.mentorship(mentorshipId), row.zone(), text.language()));
        byte[] pdf =
                paper.pdf(text.language().code(), template.subject(values), template.paper(), template.body(values));
        return new Attachment(text.language().say("certificate.file"), "application/pdf", pdf);
    }

    private LetterFile template(Under under, String role, OutboxLetters.Text text) {
        return LetterFile.read(
                TEMPLATE,
                text.words(),
                part -> OutboxLetters.text(rules, under, role, part, text.language())
                        .map(OutboxLetters.Text::words));
    }

    /** "from January 12 to July 10, 2026"; one that ended early lasted until today. */
    private String period(Mentorship mentorship, ZoneId zone, Language language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate last = mentorship.endsOn().isAfter(today) ? today : mentorship.endsOn();
        return language.period(mentorship.startsOn(), last);
    }
}
