package org.seealso.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Ends what still runs about somebody who is not there any more. */
@Component
public class LooseEnds {
    private static final List<String> ABOUT = List.of("applicationId", "personId", "leaverId");

    private final RuntimeService runtime;

    LooseEnds(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Ends every process that was begun for one of these ids, with all it called.
     *
     * @param shared business keys of what others take part in, too; that goes on
     */
    public void end(Collection<UUID> ids, Set<UUID> shared) {
        for (UUID id : ids) {
            Stream.concat(
                            ABOUT.stream()
                                    .flatMap(name -> runtime
                                            .createProcessInstanceQuery()
                                            .rootProcessInstances()
                                            .variableValueEquals(name, id.toString())
                                            .list()
                                            .stream()),
                            runtime
                                    .createProcessInstanceQuery()
                                    .rootProcessInstances()
                                    .processInstanceBusinessKey(id.toString())
                                    .list()
                                    .stream())
                    .filter(instance -> !isShared(instance, shared))
                    .map(ProcessInstance::getId)
                    .distinct()
                    .toList()
                    .forEach(this::end);
        }
    }

    private static boolean isShared(ProcessInstance instance, Set<UUID> shared) {
        return shared.stream().map(UUID::toString).anyMatch(key -> key.equals(instance.getBusinessKey()));
    }

    private void end(String instance) {
        if (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
            runtime.deleteProcessInstance(instance, "it was about somebody who is not here any more", true, true);
        }
    }
}
