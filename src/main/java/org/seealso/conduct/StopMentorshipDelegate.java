package org.seealso.conduct;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class StopMentorshipDelegate implements JavaDelegate {
    private final Answers answers;
    private final ConductReportProcess process;

    StopMentorshipDelegate(Answers answers, ConductReportProcess process) {
        this.answers = answers;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answers.subject(Facts.of(execution).id("submissionId"))
                .map(Subject::mentorshipId)
                .ifPresent(process::endMentorship);
    }
}
