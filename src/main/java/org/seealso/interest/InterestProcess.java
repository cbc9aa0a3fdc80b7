package org.seealso.interest;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.seealso.engine.Messages;
import org.seealso.people.Cohort;
import org.seealso.people.Participant;
import org.springframework.stereotype.Component;

/** The contract with interest.bpmn. Business key: the participant's id, which an application keeps. */
@Component
class InterestProcess {
    private final Messages messages;

    InterestProcess(Messages messages) {
        this.messages = messages;
    }

    void shown(Participant interested, Cohort cohort, Instant answerBy) {
        messages.start(
                "interest.shown",
                interested.id(),
                Map.of(
                        "program",
                        cohort.program(),
                        "cohortId",
                        cohort.id().toString(),
                        "applicationId",
                        interested.id().toString(),
                        "label",
                        interested.person().name(),
                        "answerBy",
                        Date.from(answerBy)));
    }
}
