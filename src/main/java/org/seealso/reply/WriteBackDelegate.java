package org.seealso.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class WriteBackDelegate implements JavaDelegate {
    private final Replies replies;
    private final Answers answers;
    private final PublishedRules rules;

    WriteBackDelegate(Replies replies, Answers answers, PublishedRules rules) {
        this.replies = replies;
        this.answers = answers;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        String words = answers.ofProcess(execution.getProcessInstanceId(), "read-reply").stream()
                .filter(answer -> answer.field().equals("reply"))
                .map(Answer::shown)
                .findFirst()
                .orElse("");
        replies.writeBack(
                facts.id("submissionId"),
                new Under(rules.deploymentOf(facts.definition()), facts.text("program")),
                facts.maybeId("applicationId"),
                words);
    }
}
