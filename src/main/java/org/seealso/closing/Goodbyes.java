package org.seealso.closing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.letter.Certificates;
import org.seealso.letter.Under;
import org.seealso.mail.Attachment;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the last letter brings its reader: their own change, a certificate, an address if all agree (A9, A10, C11). */
@Component
@Transactional
class Goodbyes {
    private static final String REFERENCE = "I would like a letter of reference about my part in the program.";
    private static final String BY_HAND = "I would like a certificate of participation. My name has letters that"
            + " SeeAlso has no font for, so please write the certificate by hand.";

    private final Closings closings;
    private final Surveys surveys;
    private final Certificates certificates;
    private final PublishedRules rules;

    Goodbyes(Closings closings, Surveys surveys, Certificates certificates, PublishedRules rules) {
        this.closings = closings;
        this.surveys = surveys;
        this.certificates = certificates;
        this.rules = rules;
    }

    /** @param values the placeholders of the letter */
    record Goodbye(Map<String, Object> values, Optional<Attachment> certificate) {}

    /** Leaves to coordinators what only a person can do. */
    void passOnWishes(UUID mentorshipId, UUID participantId, Under under) {
        Surveys.Wishes wishes = wishes(mentorshipId, participantId, under);
        if (wishes.reference()) {
            closings.askCoordinators(participantId, under.program(), REFERENCE);
        }
        if (wishes.certificate().filter(name -> !certificates.canWrite(name)).isPresent()) {
            closings.askCoordinators(participantId, under.program(), BY_HAND);
        }
    }

    private Surveys.Wishes wishes(UUID mentorshipId, UUID participantId, Under under) {
        ProgramRow row = rules.row(under.deployment(), under.program());
        return surveys.wishes(mentorshipId, closings.participant(participantId), row);
    }

    Goodbye of(UUID mentorshipId, UUID participantId, Under under) {
        ProgramRow row = rules.row(under.deployment(), under.program());
        Surveys.Wishes wishes = wishes(mentorshipId, participantId, under);
        Optional<Attachment> certificate = wishes.certificate()
                .filter(certificates::canWrite)
                .map(name -> certificates.write(under, participantId, mentorshipId, name));
        boolean byHand = wishes.certificate().isPresent() && certificate.isEmpty();
        List<Map<String, String>> changes =
                surveys.changes(mentorshipId, closings.participant(participantId), under.deployment(), row).stream()
                        .map(change -> Map.of(
                                "question", change.question(), "before", change.before(), "after", change.after()))
                        .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("changes", changes);
        values.put("keepInContact", closings.allKeepInContact(mentorshipId, row));
        values.put("certificate", certificate.isPresent());
        values.put("certificateByHand", byHand);
        values.put("reference", wishes.reference());
        values.put("deleted", closings.willBeForgotten(mentorshipId, participantId, row));
        return new Goodbye(values, certificate);
    }
}
