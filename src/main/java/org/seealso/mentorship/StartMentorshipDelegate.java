package org.seealso.mentorship;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.DueDates;
import org.seealso.engine.Facts;
import org.seealso.people.Mentorship;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class StartMentorshipDelegate implements JavaDelegate {
    private final MentorshipCourse course;
    private final PublishedRules rules;
    private final DueDates dates;

    StartMentorshipDelegate(MentorshipCourse course, PublishedRules rules, DueDates dates) {
        this.course = course;
        this.rules = rules;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        ProgramRow row = rules.row(rules.deploymentOf(facts.definition()), facts.text("program"));
        Mentorship mentorship = course.begin(facts.id("mentorshipId"), row);
        facts.set("memberIds", course.members(mentorship.id()));
        facts.set("agreementWanted", row.agreement());
        facts.set("pollWanted", row.pollDays() > 0);
        facts.set("period", 0);
        facts.set(
                "firstContactAt", dates.morningOf(mentorship.startsOn().plusDays(row.firstContactDays()), row.zone()));
        facts.set(
                "trialReviewAt",
                dates.morningOf(
                        row.trialReviewMonths() > 0
                                ? mentorship.startsOn().plusMonths(row.trialReviewMonths())
                                : DueDates.NEVER,
                        row.zone()));
        facts.set("early", false);
        facts.set("next", "");
    }
}
