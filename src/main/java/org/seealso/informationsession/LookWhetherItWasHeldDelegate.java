package org.seealso.informationsession;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.people.InformationSession;
import org.seealso.people.InformationSessions;
import org.springframework.stereotype.Component;

@Component
class LookWhetherItWasHeldDelegate implements JavaDelegate {
    private final InformationSessions sessions;
    private final DueDates dates;

    LookWhetherItWasHeldDelegate(InformationSessions sessions, DueDates dates) {
        this.sessions = sessions;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Instant over = sessions.of(facts.id("cohortId"))
                .map(InformationSession::endsAt)
                .orElse(dates.now());
        facts.set("over", !over.isAfter(dates.now()));
        facts.set("sessionOverAt", over);
    }
}
