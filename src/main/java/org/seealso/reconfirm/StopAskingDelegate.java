package org.seealso.reconfirm;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class StopAskingDelegate implements JavaDelegate {
    private final MentorsAgain mentors;

    StopAskingDelegate(MentorsAgain mentors) {
        this.mentors = mentors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        mentors.stopAsking(facts.id("applicationId"));
    }
}
