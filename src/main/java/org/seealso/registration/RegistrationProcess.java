package org.seealso.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Messages;
import org.seealso.people.Mentorship;
import org.springframework.stereotype.Component;

/** The contract with registration.bpmn. Business key: the mentorship's id. */
@Component
class RegistrationProcess {
    private final Messages messages;

    RegistrationProcess(Messages messages) {
        this.messages = messages;
    }

    void received(Mentorship mentorship, String program, String form, List<UUID> members, Instant answerBy) {
        messages.start(
                "registration.received",
                mentorship.id(),
                Map.of(
                        "program", program,
                        "cohortId", mentorship.cohortId().toString(),
                        "mentorshipId", mentorship.id().toString(),
                        "label", mentorship.label(),
                        "memberIds",
                                new ArrayList<>(
                                        members.stream().map(UUID::toString).toList()),
                        "confirmForm", form,
                        "answerBy", Date.from(answerBy)));
    }
}
