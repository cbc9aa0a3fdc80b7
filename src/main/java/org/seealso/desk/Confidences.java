package org.seealso.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.seealso.confidence.Audit;
import org.seealso.confidence.Audit.Deed;
import org.seealso.confidence.ConductReports;
import org.seealso.confidence.Handlers;
import org.seealso.confidence.Handlers.Standing;
import org.seealso.engine.Accounts;
import org.seealso.form.Verdict.FieldAnswer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks about a conduct report: what a handler writes is kept with it, encrypted, and a party may not act (A13). */
@Component
@Transactional
class Confidences {
    private final ConductReports reports;
    private final Handlers handlers;
    private final Accounts accounts;
    private final Audit audit;

    Confidences(ConductReports reports, Handlers handlers, Accounts accounts, Audit audit) {
        this.reports = reports;
        this.handlers = handlers;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** The report a task is about, whoever looks at it; an admin may open every task. */
    Optional<UUID> report(TaskSubject task) {
        return task.id("submissionId").filter(reports::exists);
    }

    boolean isOne(TaskSubject task) {
        return report(task).isPresent();
    }

    /** True as well for every task that is about no report. A refusal is written down. */
    boolean mayHandle(TaskSubject task, String user) {
        Optional<UUID> submission = report(task);
        boolean may = submission
                .flatMap(reports::report)
                .map(report -> accounts.account(user)
                        .filter(account -> handlers.standing(report, account) == Standing.FREE)
                        .isPresent())
                .orElse(submission.isEmpty());
        if (!may) {
            submission.ifPresent(id -> audit.note(id, user, Deed.REFUSED));
        }
        return may;
    }

    void keep(TaskSubject task, String user, List<FieldAnswer> written) {
        report(task).ifPresent(submission -> {
            reports.write(submission, user, task.form(), written);
            audit.note(submission, user, Deed.WROTE);
        });
    }
}
