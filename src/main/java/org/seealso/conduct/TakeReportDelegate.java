package org.seealso.conduct;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.confidence.ConductReports;
import org.seealso.confidence.Report;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class TakeReportDelegate implements JavaDelegate {
    private final ConductReports reports;

    TakeReportDelegate(ConductReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Report report = reports.report(facts.id("submissionId")).orElseThrow();
        boolean wanted = report.answer("conduct-report", "stopNow")
                .filter(part -> "yes".equals(part.value()))
                .isPresent();
        // Without a mentorship there is nobody to stop contact with.
        facts.set("stopNow", wanted && report.subject().mentorshipId() != null);
        facts.set("contactStopped", false);
        facts.set("timesTold", 0);
    }
}
