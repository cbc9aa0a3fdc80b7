package org.seealso.conduct;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.confidence.ConductReports;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/**
 * The contract with conduct-report.bpmn, and the messages by which it acts on a mentorship. Its instances hold the number
 * of the submission; which mentorship it is about is read from the report each time (house law 3).
 */
@Component
class ConductReportProcess {
    private final ConductReports reports;
    private final Messages messages;

    ConductReportProcess(ConductReports reports, Messages messages) {
        this.reports = reports;
        this.messages = messages;
    }

    /** Stops or resumes all contact; false if no mentorship was there to hear it. */
    boolean change(UUID submission, String change) {
        return mentorship(submission)
                .map(id -> messages.tell(
                        "mentorship.changed", id, Map.of("change", change, "until", "", "newcomerId", "")))
                .orElse(false);
    }

    /** Ends the mentorship; one that is closing already hears nothing. */
    void end(UUID submission) {
        mentorship(submission).ifPresent(id -> messages.tell("mentorship.ended", id));
    }

    private Optional<UUID> mentorship(UUID submission) {
        return reports.report(submission).map(report -> report.subject().mentorshipId());
    }
}
