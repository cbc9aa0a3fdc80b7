package org.seealso.help;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendReplyDelegate implements JavaDelegate {
    private final Answers answers;
    private final ParticipantLetters letters;
    private final PublishedRules rules;

    SendReplyDelegate(Answers answers, ParticipantLetters letters, PublishedRules rules) {
        this.answers = answers;
        this.letters = letters;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Map<String, Object> values = Map.of(
                "question", shown(answers.ofSubmission(facts.id("submissionId")), "question"),
                "reply", shown(answers.ofProcess(execution.getProcessInstanceId(), "answer-question"), "reply"));
        letters.write(
                "help-reply",
                new Under(rules.deploymentOf(facts.definition()), facts.text("program")),
                facts.id("applicationId"),
                values);
    }

    private static String shown(List<Answer> answers, String field) {
        return answers.stream()
                .filter(answer -> answer.field().equals(field))
                .map(Answer::shown)
                .findFirst()
                .orElse("");
    }
}
