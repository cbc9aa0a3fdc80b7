package org.seealso.reconfirm;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class ConfirmMentorAgainDelegate implements JavaDelegate {
    private final MentorsAgain mentors;

    ConfirmMentorAgainDelegate(MentorsAgain mentors) {
        this.mentors = mentors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        mentors.confirm(facts.id("cohortId"), facts.id("earlierId"));
    }
}
