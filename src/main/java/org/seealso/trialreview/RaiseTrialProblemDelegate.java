package org.seealso.trialreview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.engine.Facts;
import org.seealso.engine.Ids;
import org.seealso.engine.Messages;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;

@Component
class RaiseTrialProblemDelegate implements JavaDelegate {
    private static final String ORIGIN = "The trial review says that it does not fit.";

    private final Participants participants;
    private final Answers answers;
    private final Messages messages;

    RaiseTrialProblemDelegate(Participants participants, Answers answers, Messages messages) {
        this.participants = participants;
        this.answers = answers;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Participant member = participants.participant(facts.id("applicationId"));
        UUID submission = Ids.next();
        answers.store(
                submission,
                member.person().id().toString(),
                "fit-problem",
                new Subject(member.person().id(), member.id(), facts.id("mentorshipId"), member.cohortId(), null),
                List.of(new FieldAnswer("origin", "Where this comes from", ORIGIN, ORIGIN, Set.of("coordinators"))));
        messages.start(
                "fitProblem.raised",
                submission,
                Map.of(
                        "submissionId",
                        submission.toString(),
                        "program",
                        facts.text("program"),
                        "category",
                        "badFit",
                        "raised",
                        facts.text("fit").equals("unsafe") ? "unsafe" : "no",
                        "want",
                        "record",
                        "contactPartner",
                        "no"));
    }
}
