package org.seealso.mentorship;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.Calendars;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class EndEarlyDelegate implements JavaDelegate {
    private final MentorshipCourse course;
    private final CourseLetters letters;
    private final Calendars calendars;
    private final PublishedRules rules;

    EndEarlyDelegate(MentorshipCourse course, CourseLetters letters, Calendars calendars, PublishedRules rules) {
        this.course = course;
        this.letters = letters;
        this.calendars = calendars;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        UUID mentorship = facts.id("mentorshipId");
        facts.set(
                "memberIds",
                course.endEarly(mentorship, facts.maybeText("enoughMembers").equals(Optional.of("false"))));
        facts.set("early", true);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        letters.farewellsCutShort(under, mentorship);
        if (rules.row(under.deployment(), under.program()).selfSelected()) {
            // People who found each other have no pool to go back to: nobody is asked what they would like instead.
            facts.set("next", "close");
        }
        // The letters that follow carry what is called off here.
        calendars.callOff(mentorship);
    }
}
