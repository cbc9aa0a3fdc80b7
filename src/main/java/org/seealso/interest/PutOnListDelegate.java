package org.seealso.interest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.springframework.stereotype.Component;

@Component
class PutOnListDelegate implements JavaDelegate {
    private final InterestList list;

    PutOnListDelegate(InterestList list) {
        this.list = list;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        InterestList.Ahead ahead = list.put(facts.id("applicationId"));
        facts.set("open", ahead.open());
        facts.set("session", ahead.session().isPresent());
        facts.set("coming", "");
        ahead.session().ifPresent(session -> facts.set("sessionAt", session));
    }
}
