package org.seealso.change;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class ChangeMembersDelegate implements JavaDelegate {
    private final Changes changes;

    ChangeMembersDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.members(CheckChangeDelegate.wanted(Facts.of(execution)));
    }
}
