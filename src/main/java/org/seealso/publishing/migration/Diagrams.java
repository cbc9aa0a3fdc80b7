package org.seealso.publishing.migration;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.type.ModelElementType;
import org.springframework.stereotype.Component;

/** The diagrams as deployed: what an element is called, and which could take its place. */
@Component
class Diagrams {
    private final RepositoryService repository;

    Diagrams(RepositoryService repository) {
        this.repository = repository;
    }

    /** The same process in another deployment. */
    Optional<String> definition(String process, String deployment) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .deploymentId(deployment)
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .findFirst();
    }

    String process(String definition) {
        return repository.getProcessDefinition(definition).getName();
    }

    /** What people call an element: its words, without a line break. */
    String name(String definition, String place) {
        return element(definition, place).map(Diagrams::name).orElse(place);
    }

    private static String name(FlowNode element) {
        String name = element.getName();
        return name == null || name.isBlank() ? element.getId() : name.strip().replaceAll("\\s+", " ");
    }

    Optional<FlowNode> element(String definition, String place) {
        ModelElementInstance found = model(definition).getModelElementById(place.replace("#multiInstanceBody", ""));
        return found instanceof FlowNode node ? Optional.of(node) : Optional.empty();
    }

    boolean isRepeated(FlowNode element) {
        return element instanceof Activity activity && activity.getLoopCharacteristics() != null;
    }

    /** A place of the new diagram one could go on at. */
    record Candidate(String id, String name, boolean sameName) {}

    /** Elements of the same kind; those with the same name first, then those only the new diagram has. */
    List<Candidate> candidates(String from, String to, String place) {
        Optional<FlowNode> old = element(from, place);
        if (old.isEmpty()) {
            return List.of();
        }
        return nodes(to).stream()
                .filter(node -> isLike(old.get(), node))
                .sorted(Comparator.comparing((FlowNode node) -> !name(node).equals(name(old.get())))
                        .thenComparing(node -> element(from, node.getId()).isPresent())
                        .thenComparing(Diagrams::name)
                        .thenComparing(FlowNode::getId))
                .map(node -> new Candidate(node.getId(), name(node), name(node).equals(name(old.get()))))
                .toList();
    }

    boolean isLike(FlowNode old, FlowNode fresh) {
        return old.getElementType().equals(fresh.getElementType())
                && isRepeated(old) == isRepeated(fresh)
                && triggers(old).equals(triggers(fresh));
    }

    private static List<ModelElementType> triggers(FlowNode element) {
        return element.getChildElementsByType(EventDefinition.class).stream()
                .map(EventDefinition::getElementType)
                .toList();
    }

    /** Everything a token may stand at, inside subprocesses, too. */
    Collection<FlowNode> nodes(String definition) {
        return model(definition).getModelElementsByType(FlowNode.class);
    }

    private BpmnModelInstance model(String definition) {
        return repository.getBpmnModelInstance(definition);
    }
}
