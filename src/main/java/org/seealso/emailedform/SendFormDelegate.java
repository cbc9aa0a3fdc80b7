package org.seealso.emailedform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendFormDelegate implements JavaDelegate {
    private final EmailedForms forms;
    private final PublishedRules rules;

    SendFormDelegate(EmailedForms forms, PublishedRules rules) {
        this.forms = forms;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        EmailedForms.Wanted wanted = wanted(facts, rules);
        EmailedForms.Waiting waiting = forms.waiting(wanted, facts.maybeInstant("answerBy"));
        forms.send(wanted, waiting.expiresAt(), false);
        facts.set("remindAt", waiting.remindAt());
        facts.set("expiresAt", waiting.expiresAt());
        facts.set(EmailedFormProcess.REPLY, "silence");
    }

    static EmailedForms.Wanted wanted(Facts facts, PublishedRules rules) {
        return new EmailedForms.Wanted(
                new Under(rules.deploymentOf(facts.definition()), facts.text("program")),
                facts.execution().getProcessInstanceId(),
                facts.text("form"),
                facts.text("letter"),
                facts.id("applicationId"),
                facts.idOrNull("mentorshipId"),
                facts.maybeText(EmailedFormProcess.FACTS),
                facts.maybeText("calendar"));
    }
}
