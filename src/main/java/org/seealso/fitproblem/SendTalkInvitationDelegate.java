package org.seealso.fitproblem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.letter.CalendarEntry;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

@Component
class SendTalkInvitationDelegate implements JavaDelegate {
    private final ParticipantLetters letters;
    private final PublishedRules rules;
    private final FitProblems problems;

    SendTalkInvitationDelegate(ParticipantLetters letters, PublishedRules rules, FitProblems problems) {
        this.letters = letters;
        this.rules = rules;
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Under under = new Under(rules.deploymentOf(facts.definition()), facts.text("program"));
        ProgramRow row = rules.row(under.deployment(), under.program());
        FitProblems.Raised raised = problems.raised(facts.id("submissionId"));
        String process = facts.execution().getProcessInstanceId();
        Instant at = LocalDateTime.parse(problems.value(process, "arrange-talk", "talkAt"))
                .atZone(row.zone())
                .toInstant();
        Map<String, Object> values = Map.of("talkAt", at, "note", problems.written(process, "arrange-talk", "note"));
        CalendarEntry talk = new CalendarEntry(
                facts.text("submissionId") + "-talk",
                language -> language.say("talk", row.name()),
                at,
                Duration.ofMinutes(30),
                row.zone(),
                language -> row.coordinatorName());
        Stream.concat(Stream.of(raised.by().id()), raised.partners().stream())
                .forEach(member -> letters.write(
                        "three-way-talk", under, member, facts.idOrNull("mentorshipId"), values, null, List.of(talk)));
    }
}
