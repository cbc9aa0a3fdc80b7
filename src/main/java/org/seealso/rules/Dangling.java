package org.seealso.rules;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Finds what an element refers to and nothing is called, before anybody follows the reference. */
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
