package org.seealso.plans;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.seealso.engine.Messages;
import org.springframework.stereotype.Component;

/** The contract with plans.bpmn, several of which may run for one mentorship: a member's newest word counts. */
@Component
class PlansProcess {
    private final RuntimeService runtime;
    private final Messages messages;

    PlansProcess(RuntimeService runtime, Messages messages) {
        this.runtime = runtime;
        this.messages = messages;
    }

    /** Ends the asking about a time this member suggested before. */
    void suggestedAnew(UUID mentorshipId, UUID participantId, String instance) {
        tellOthers("plans.suggestedAnew", new Plans.Place(mentorshipId, participantId), instance);
    }

    /** Ends the waiting for the end of a busy time, wherever the same person told of one. */
    void toldAnew(List<Plans.Place> places, String instance) {
        places.forEach(place -> tellOthers("plans.toldAnew", place, instance));
    }

    /** A check-in that falls into a busy time waits for its end; one that waited may come now (B9). */
    void planAnew(List<Plans.Place> places) {
        places.forEach(place -> messages.tell("mentorship.replanned", place.mentorshipId()));
    }

    private void tellOthers(String message, Plans.Place place, String instance) {
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("plans")
                .processInstanceBusinessKey(place.mentorshipId().toString())
                .variableValueEquals("applicationId", place.participantId().toString())
                .list()
                .stream()
                .filter(other -> !other.getId().equals(instance))
                .forEach(other -> runtime.createMessageCorrelation(message)
                        .processInstanceId(other.getId())
                        .correlateAll());
    }
}
