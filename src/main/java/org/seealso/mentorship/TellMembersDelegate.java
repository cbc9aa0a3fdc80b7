package org.seealso.mentorship;

import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class TellMembersDelegate implements JavaDelegate {
    private final PublishedRules rules;
    private final CourseLetters letters;

    TellMembersDelegate(PublishedRules rules, CourseLetters letters) {
        this.rules = rules;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        switch (facts.text("change")) {
            case "pause" -> letters.paused(under, mentorship, LocalDate.parse(facts.text("until")));
            case "stop" -> letters.stopped(under, mentorship);
            case "resume" -> letters.resumed(under, mentorship);
            case "extend" -> letters.extended(under, mentorship);
            case "join" -> letters.joined(under, mentorship, facts.id("newcomerId"));
            default -> throw new IllegalStateException("no change is called " + facts.text("change"));
        }
    }
}
