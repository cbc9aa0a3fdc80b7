package org.seealso.consent;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.people.Beginnings;
import org.springframework.stereotype.Component;

@Component
class BeginMentorshipDelegate implements JavaDelegate {
    private final Beginnings beginnings;

    BeginMentorshipDelegate(Beginnings beginnings) {
        this.beginnings = beginnings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        beginnings.begin(facts.id("mentorshipId"), facts.text("program"));
    }
}
