package org.seealso.mentorship;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Calendars;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class ReturnToPoolDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final MentorshipCourse course;
    private final Calendars calendars;

    ReturnToPoolDelegate(
            ParticipantLetters letters, PublishedRules rules, MentorshipCourse course, Calendars calendars) {
        this.letters = letters;
        this.rules = rules;
        this.course = course;
        this.calendars = calendars;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        UUID mentorship = facts.id("mentorshipId");
        List<UUID> members = facts.ids("memberIds");
        for (UUID member : members) {
            letters.write("new-partner", under, member, mentorship, Map.of(), null, calendars.calledOff(mentorship));
        }
        course.toPool(mentorship, members, under.program());
    }
}
