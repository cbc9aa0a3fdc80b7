package org.seealso.emailedform;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Messages;
import org.seealso.letter.Links.Link;
import org.springframework.stereotype.Component;

/** The messages behind the links that stand in every letter; the rooms that listen are known to the diagrams alone. */
@Component
class StandingProcess {
    private final RuntimeService runtime;
    private final Messages messages;

    StandingProcess(RuntimeService runtime, Messages messages) {
        this.runtime = runtime;
        this.messages = messages;
    }

    void helpAsked(Link link, UUID submission, String label) {
        var correlation = start("help.asked", link, submission).setVariable("label", label);
        if (link.participantId() != null) {
            correlation.setVariable("applicationId", link.participantId().toString());
        }
        correlation.correlateStartMessage();
    }

    /** Names nobody yet: the table may find it is a conduct matter, which leaves no personal trace (house law 3). */
    void fitProblemRaised(Link link, UUID submission, Map<String, Object> routing) {
        start("fitProblem.raised", link, submission).setVariables(routing).correlateStartMessage();
    }

    /** A conduct report leaves nothing in the engine but the number of its submission (house law 3). */
    void conductReported(Link link, UUID submission) {
        start("conduct.reported", link, submission)
                .setVariable("label", "In confidence")
                .correlateStartMessage();
    }

    /** Somebody wrote down anew what the members of a mentorship agreed on (D14). */
    void agreementProposed(Link link, UUID submission, UUID cohortId, String label) {
        inMentorship("agreement.proposed", link, submission)
                .setVariable("cohortId", cohortId.toString())
                .setVariable("label", label)
                .setVariable("proposerId", String.valueOf(link.participantId()))
                .correlateStartMessage();
    }

    /** A member can't come, suggests another time, is busy, or is back (A12, B9). */
    void plansChanged(Link link, UUID submission, Map<String, Object> about, Map<String, Object> routing) {
        inMentorship("plans.changed", link, submission)
                .setVariables(routing)
                .setVariables(about)
                .setVariable("applicationId", String.valueOf(link.participantId()))
                .correlateStartMessage();
    }

    private MessageCorrelationBuilder inMentorship(String message, Link link, UUID submission) {
        String mentorship = String.valueOf(link.mentorshipId());
        return runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(mentorship)
                .setVariable("submissionId", submission.toString())
                .setVariable("program", link.program())
                .setVariable("mentorshipId", mentorship);
    }

    /** Takes a member out of a mentorship, or an applicant out of the pool; false if there is nothing left to leave. */
    boolean left(UUID participantId, @Nullable UUID mentorshipId) {
        Map<String, String> leaver = Map.of("leaverId", participantId.toString());
        return mentorshipId == null
                ? messages.tell("admission.withdrawn", participantId, leaver)
                : messages.tell("mentorship.left", mentorshipId, leaver);
    }

    /** Whatever somebody started or was asked in a mentorship ends the moment they leave it. */
    void over(UUID mentorshipId, UUID participantId) {
        messages.tellWhoever("mentorship.over", Map.of("mentorshipId", mentorshipId, "applicationId", participantId));
    }

    /** What comes next is counted anew: the closing, now that there is a last day. */
    void finished(UUID mentorshipId) {
        messages.tell("mentorship.replanned", mentorshipId);
    }

    /** A break for everybody in the mentorship; false if it is not under way any more. */
    boolean paused(UUID mentorshipId, String until) {
        return messages.tell(
                "mentorship.changed", mentorshipId, Map.of("change", "pause", "until", until, "newcomerId", ""));
    }

    private MessageCorrelationBuilder start(String message, Link link, UUID submission) {
        return runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(submission.toString())
                .setVariable("submissionId", submission.toString())
                .setVariable("program", link.program());
    }
}
