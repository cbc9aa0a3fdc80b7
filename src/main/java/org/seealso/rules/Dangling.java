package org.seealso.rules;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Finds references that lead nowhere or only one way, before anybody follows them. */
final class Dangling {
    private static final Set<String> NAMED_BY_TEXT = Set.of("incoming", "outgoing", "flowNodeRef");
    private static final Set<String> NAMED_BY_ATTRIBUTE = Set.of(
            "sourceRef",
            "targetRef",
            "attachedToRef",
            "default",
            "messageRef",
            "errorRef",
            "escalationRef",
            "signalRef");

    private Dangling() {}

    /** The first name nothing has. */
    static Optional<String> in(BpmnModelInstance model) {
        return below(model.getDocument().getRootElement())
                .flatMap(Dangling::references)
                .filter(id -> model.getModelElementById(id) == null)
                .findFirst();
    }

    /**
     * The first flow that the element it begins at does not list. The engine goes by the flow, other tools and this check
     * go by the element; where they disagree, nobody knows what was meant.
     */
    static Optional<String> unlisted(BpmnModelInstance model) {
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            FlowNode source = flow.getSource();
            if (source != null && !source.getOutgoing().contains(flow)) {
                return Optional.of("the flow " + flow.getId() + " begins at " + source.getId()
                        + ", which does not list it; delete that flow and draw it again");
            }
        }
        return Optional.empty();
    }

    private static Stream<DomElement> below(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(Dangling::below));
    }

    private static Stream<String> references(DomElement element) {
        Stream<String> attributes =
                NAMED_BY_ATTRIBUTE.stream().filter(element::hasAttribute).map(element::getAttribute);
        return NAMED_BY_TEXT.contains(element.getLocalName())
                ? Stream.concat(attributes, Stream.of(element.getTextContent().strip()))
                : attributes;
    }
}
