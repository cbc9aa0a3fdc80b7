package org.seealso.fitproblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Mentorship;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class RenewAgreementDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final FitProblems problems;
    private final FitProblemProcess process;

    RenewAgreementDelegate(
            ParticipantLetters letters, PublishedRules rules, FitProblems problems, FitProblemProcess process) {
        this.letters = letters;
        this.rules = rules;
        this.problems = problems;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        FitProblems.Raised raised = problems.raised(facts.id("submissionId"));
        String process = facts.execution().getProcessInstanceId();
        UUID mentorship = facts.idOrNull("mentorshipId");
        letters.write(
                "fit-problem-continue",
                under,
                raised.by().id(),
                mentorship,
                Map.of("note", problems.written(process, "mediate", "memberNote")),
                null,
                List.of());
        String contact = facts.text("contactPartner");
        if (!contact.equals("no")) {
            String by = contact.equals("yes") ? raised.by().person().firstName() : "";
            Map<String, String> words =
                    Map.of("label", by, "note", problems.written(process, "mediate", "partnerNote"));
            raised.partners()
                    .forEach(partner ->
                            letters.write("fit-problem-partner", under, partner, mentorship, words, null, List.of()));
        }
        if (rules.row(under.deployment(), under.program()).agreement()) {
            raised.in()
                    .map(Mentorship::id)
                    .ifPresent(id -> this.process.renewAgreement(
                            id,
                            Map.of(
                                    "program", under.program(),
                                    "cohortId", facts.text("cohortId"),
                                    "mentorshipId", id.toString(),
                                    "label", facts.text("label"))));
        }
    }
}
