package org.seealso.firstcontact;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
class SendEncouragingWordsDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final FirstContacts contacts;
    private final Answers answers;

    SendEncouragingWordsDelegate(
            ParticipantLetters letters, PublishedRules rules, FirstContacts contacts, Answers answers) {
        this.letters = letters;
        this.rules = rules;
        this.contacts = contacts;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        String note = answers.ofProcess(facts.execution().getProcessInstanceId(), "help-first-contact").stream()
                .filter(answer -> answer.field().equals("note"))
                .map(Answer::shown)
                .reduce("", (first, second) -> second);
        for (UUID member : contacts.members(mentorship)) {
            letters.write("first-words", under, member, mentorship, Map.of("note", note), null, List.of());
        }
    }
}
