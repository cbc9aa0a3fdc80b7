package org.seealso.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes people of an earlier cohort into a new one, with what they wrote then: nobody types the same thing twice. */
@Component
@Transactional
public class Returns {
    private final Cohorts cohorts;
    private final Participants participants;
    private final Answers answers;
    private final Messages messages;
    private final PublishedRules rules;

    Returns(Cohorts cohorts, Participants participants, Answers answers, Messages messages, PublishedRules rules) {
        this.cohorts = cohorts;
        this.participants = participants;
        this.answers = answers;
        this.messages = messages;
        this.rules = rules;
    }

    /** Empty for somebody who is in the new cohort already, or for whom it is too late. */
    public Optional<Participant> into(UUID cohortId, UUID earlierId) {
        Participant earlier = participants.participant(earlierId);
        Cohort cohort = cohorts.cohort(cohortId);
        if (cohort.state() != Cohort.State.OPEN && cohort.state() != Cohort.State.PLANNED) {
            return Optional.empty();
        }
        Optional<Participant> returned = participants.apply(cohortId, earlier.person(), earlier.role());
        returned.ifPresent(now -> {
            ProgramRow row = rules.row(rules.current(), cohort.program());
            String application = row.formOf(earlier.role());
            if (answers.ofParticipant(now.id(), application).isEmpty()) {
                List<String> forms = new ArrayList<>(List.of(application, "application-more"));
                forms.forEach(form -> answers.copy(earlierId, form, now.id(), cohortId));
            }
            messages.start(
                    "admission.returned",
                    now.id(),
                    Map.of(
                            "program",
                            cohort.program(),
                            "cohortId",
                            cohortId.toString(),
                            "applicationId",
                            now.id().toString(),
                            "label",
                            now.person().name()));
        });
        return returned;
    }
}
