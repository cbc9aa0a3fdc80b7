package org.seealso.agreement;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The contract with agreement.bpmn, several of which may run for one mentorship. */
@Component
class AgreementProcess {
    static final String NOW = "now";
    static final String LATER = "later";
    static final String NEVER = "never";
    static final String WRITTEN = "written";

    private final RuntimeService runtime;

    AgreementProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Ends whatever else is being talked about in the mentorship, and calls off its forms. */
    void supersede(UUID mentorshipId, String instance) {
        tellOthers("agreement.superseded", mentorshipId, instance);
    }

    /** What counted before need not be looked at again. */
    void replace(UUID mentorshipId, String instance) {
        tellOthers("agreement.replaced", mentorshipId, instance);
    }

    private void tellOthers(String message, UUID mentorshipId, String instance) {
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("agreement")
                .processInstanceBusinessKey(mentorshipId.toString())
                .list()
                .stream()
                .filter(other -> !other.getId().equals(instance))
                .forEach(other -> runtime.createMessageCorrelation(message)
                        .processInstanceId(other.getId())
                        .correlateAll());
    }
}
