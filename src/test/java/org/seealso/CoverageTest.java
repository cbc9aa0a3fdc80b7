package org.seealso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/** The gate after all other tests: every node and every flow of every diagram was walked by a process test. */
class CoverageTest {
    private final Set<String> walked;

    CoverageTest() throws IOException {
        walked = Footprints.all();
    }

    @Test
    void theProcessTestsTakeEveryNodeAndEveryFlow() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path diagram : diagrams()) {
            BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            List<String> untaken = new ArrayList<>();
            String nodes = share(process, model.getModelElementsByType(FlowNode.class), untaken);
            String flows = share(process, model.getModelElementsByType(SequenceFlow.class), untaken);
            System.out.printf("%-16s %s of the nodes, %s of the flows%n", process, nodes, flows);
            missing.addAll(untaken);
        }
        assertThat(missing).as("never walked by a process test").isEmpty();
    }

    private String share(String process, Collection<? extends FlowElement> elements, List<String> missing) {
        List<String> untaken = elements.stream()
                .filter(element -> !walked.contains(process + "/" + trace(element)))
                .map(element -> process + "/" + element.getId())
                .toList();
        missing.addAll(untaken);
        return Math.round(100.0 * (elements.size() - untaken.size()) / elements.size()) + " %";
    }

    /**
     * What shows that an element was walked: itself. Only a flow out of an event-based gateway is never taken by the
     * engine; it was walked when the event behind it happened, which has no other way in.
     */
    private static String trace(FlowElement element) {
        return element instanceof SequenceFlow flow
                        && flow.getSource() instanceof EventBasedGateway
                        && flow.getTarget().getIncoming().size() == 1
                ? flow.getTarget().getId()
                : element.getId();
    }

    private static List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }
}
