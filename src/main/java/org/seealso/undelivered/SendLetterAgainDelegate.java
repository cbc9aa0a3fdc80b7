package org.seealso.undelivered;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.answer.Answers;
import org.seealso.engine.Facts;
import org.seealso.letter.Letters;
import org.springframework.stereotype.Component;

@Component
class SendLetterAgainDelegate implements JavaDelegate {
    private final Letters letters;
    private final Answers answers;

    SendLetterAgainDelegate(Letters letters, Answers answers) {
        this.letters = letters;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answers.ofProcess(execution.getProcessInstanceId(), "reach-person").stream()
                .filter(answer -> answer.field().equals("newAddress"))
                .findFirst()
                .ifPresent(address -> letters.resend(Facts.of(execution).id("letterId"), address.shown()));
    }
}
