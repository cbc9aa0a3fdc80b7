package org.seealso.fitproblem;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.confidence.ConductReports;
import org.seealso.engine.Facts;
import org.seealso.form.Verdict.FieldAnswer;
import org.springframework.stereotype.Component;

@Component
class PassToConductHandlersDelegate implements JavaDelegate {
    private final Answers answers;
    private final ConductReports reports;
    private final FitProblemProcess process;

    PassToConductHandlersDelegate(Answers answers, ConductReports reports, FitProblemProcess process) {
        this.answers = answers;
        this.reports = reports;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID submission = facts.id("submissionId");
        Subject subject = answers.subject(submission).orElseThrow();
        List<FieldAnswer> written = answers.ofSubmission(submission).stream()
                .map(a -> new FieldAnswer(a.field(), a.question(), a.value(), a.shown(), a.readers()))
                .toList();
        reports.receive(submission, facts.text("program"), "fit-problem", subject, written);
        answers.remove(submission);
        process.reportConduct(submission, facts.text("program"));
    }
}
