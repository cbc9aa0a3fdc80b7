package org.seealso.mentorship;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.LastDays;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Mentorship;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendKickoffDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final MentorshipCourse course;
    private final LastDays lastDays;

    SendKickoffDelegate(ParticipantLetters letters, PublishedRules rules, MentorshipCourse course, LastDays lastDays) {
        this.letters = letters;
        this.rules = rules;
        this.course = course;
        this.lastDays = lastDays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        ProgramRow row = rules.row(under.deployment(), under.program());
        Mentorship mentorship = course.mentorship(facts.id("mentorshipId"));
        for (UUID member : course.members(mentorship.id())) {
            letters.write(
                    "kickoff",
                    under,
                    member,
                    mentorship.id(),
                    FirstWord.of(mentorship, row.firstContact(), member).values(),
                    null,
                    lastDays.entries(mentorship, row));
        }
    }
}
