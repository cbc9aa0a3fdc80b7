package org.seealso.checkin;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Ids;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The messages by which check-in.bpmn hands on what others take care of. */
@Component
class CheckInProcess {
    private final Messages messages;

    CheckInProcess(Messages messages) {
        this.messages = messages;
    }

    /** @param raised no, or unsafe for a word about safety, which goes to the conduct handlers (A13) */
    void raiseFitProblem(UUID submission, String program, String raised) {
        messages.start(
                "fitProblem.raised",
                submission,
                Map.of(
                        "submissionId",
                        submission.toString(),
                        "program",
                        program,
                        "category",
                        "badFit",
                        "raised",
                        raised,
                        "want",
                        "record",
                        "contactPartner",
                        "no"));
    }

    /** Somebody is busy: their partner hears of it, and nobody is nudged (B9). */
    void tellBusy(Asked asked, String program, String cohortId, String label, LocalDate until) {
        messages.start(
                "plans.changed",
                Ids.next(),
                Map.of(
                        "program",
                        program,
                        "cohortId",
                        cohortId,
                        "mentorshipId",
                        asked.mentorshipId().toString(),
                        "label",
                        label,
                        "applicationId",
                        asked.participantId().toString(),
                        "what",
                        "busy",
                        "until",
                        until.toString()));
    }
}
