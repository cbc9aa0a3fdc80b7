package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seealso.command.HouseCheck;

/**
 * The blocks admins compose from: each is put into a small diagram as the Modeler would, with what an admin fills in,
 * and the product's own check finds nothing wrong with it.
 */
class ElementTemplatesTest {
    static final Path FILE = Path.of(".camunda/element-templates/seealso.json");

    /** What an admin writes where the block asks; by the name of what it sets. */
    private static final Map<String, String> FILLED_IN = Map.of(
            "form", "in-touch",
            "letter", "in-touch",
            "camunda:formRef", "look-at-check-in",
            "camunda:decisionRef", "problem-routing",
            "camunda:resultVariable", "route");

    private static final Map<String, String> LABELS = Map.of(
            "bpmn:CallActivity", "Ask somebody",
            "bpmn:UserTask", "Look after it",
            "bpmn:BusinessRuleTask", "Find the way",
            "bpmn:IntermediateCatchEvent", "Time to go on");

    private static final Map<String, String> LABELS_OF_DELEGATES =
            Map.of("sendLetterDelegate", "Send letter about parking", "raiseFitProblemDelegate", "Raise fit problem");

    private static final RulesCheck CHECK = HouseCheck.create();

    static Stream<Block> blocks() {
        try {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(FILE.toFile()).spliterator(), false)
                    .map(Block::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreTheNamedBlocks() {
        assertThat(blocks().map(Block::toString))
                .containsExactly(
                        "Ask a participant",
                        "Send a letter",
                        "Coordinator task",
                        "Wait until",
                        "Decide by table",
                        "Raise a fit problem");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void aBlockSaysWhatItIsForAndHelpsWithEveryLine(Block block) {
        assertThat(block.template().path("description").asText()).hasSizeGreaterThan(40);
        assertThat(block.properties())
                .filteredOn(property -> !property.path("type").asText().equals("Hidden"))
                .allSatisfy(property -> {
                    assertThat(property.path("label").asText()).isNotBlank();
                    assertThat(property.path("description").asText()).endsWith(".");
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void aBlockInADiagramPassesTheCheck(Block block) {
        RuleFiles rules = new Draft().write("sample.bpmn", block.diagram(false)).files();

        assertThat(CHECK.check(rules)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void aBlockLeftEmptyIsNoticed(Block block) {
        if (block.properties().stream()
                .noneMatch(property ->
                        property.path("constraints").path("notEmpty").asBoolean()
                                && property.path("value").isMissingNode())) {
            return;
        }
        RuleFiles rules = new Draft().write("sample.bpmn", block.diagram(true)).files();

        assertThat(CHECK.check(rules))
                .as(block.toString())
                .anySatisfy(fault -> assertThat(fault.file()).isEqualTo("sample.bpmn"));
    }

    record Block(JsonNode template) {
        List<JsonNode> properties() {
            return StreamSupport.stream(template.path("properties").spliterator(), false)
                    .toList();
        }

        String type() {
            return template.path("elementType")
                    .path("value")
                    .asText(template.path("appliesTo").path(0).asText());
        }

        String diagram(boolean empty) {
            StringBuilder attributes = new StringBuilder();
            StringBuilder extensions = new StringBuilder();
            StringBuilder inputs = new StringBuilder();
            for (JsonNode property : properties()) {
                JsonNode binding = property.path("binding");
                String name = binding.path("name").asText(binding.path("target").asText());
                String value = property.path("value").asText("");
                if (value.isEmpty() && !empty) {
                    value = filledIn(property);
                }
                if (value.isEmpty()) {
                    continue;
                }
                switch (binding.path("type").asText()) {
                    case "property" ->
                        attributes
                                .append(' ')
                                .append(name)
                                .append("=\"")
                                .append(value)
                                .append('"');
                    case "camunda:in" ->
                        extensions
                                .append("<camunda:in ")
                                .append(binding.path("expression").asBoolean() ? "sourceExpression" : "source")
                                .append("=\"" + value + "\" target=\"" + name + "\" />");
                    case "camunda:in:businessKey" -> extensions.append("<camunda:in businessKey=\"" + value + "\" />");
                    case "camunda:out" ->
                        extensions.append("<camunda:out source=\""
                                + binding.path("source").asText() + "\" target=\"" + value + "\" />");
                    case "camunda:inputParameter" ->
                        inputs.append(
                                "<camunda:inputParameter name=\"" + name + "\">" + value + "</camunda:inputParameter>");
                    default -> throw new AssertionError("a binding this test does not know: " + binding);
                }
            }
            if (!inputs.isEmpty()) {
                extensions.append("<camunda:inputOutput>").append(inputs).append("</camunda:inputOutput>");
            }
            return sample(element(), attributes.toString(), extensions.toString(), id(), label());
        }

        /** The diagram before the block is put on its one step, whose id is {@code Step}. */
        String bare() {
            return sample(
                    template.path("elementType").isMissingNode() ? element() : "bpmn:task", "", "", "Step", "Step");
        }

        /** What an admin would call the step. */
        String label() {
            return properties().stream()
                    .map(property -> property.path("value").asText("").replaceAll("[${}]", ""))
                    .filter(LABELS_OF_DELEGATES::containsKey)
                    .map(LABELS_OF_DELEGATES::get)
                    .findFirst()
                    .orElse(LABELS.getOrDefault(type(), ""));
        }

        /** The id house law gives a step with that name. */
        String id() {
            String kind = type().substring("bpmn:".length());
            return (kind.equals("IntermediateCatchEvent") ? "Event" : kind) + "_" + Naming.pascal(label());
        }

        /** What an admin writes where a visible line asks for it; empty where the block says something itself. */
        static String filledIn(JsonNode property) {
            JsonNode binding = property.path("binding");
            return property.path("value").asText("").isEmpty()
                    ? FILLED_IN.getOrDefault(
                            binding.path("name").asText(binding.path("target").asText()), "")
                    : "";
        }

        private String element() {
            String kind = type().substring("bpmn:".length());
            return "bpmn:" + kind.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + kind.substring(1);
        }

        /** The start, the block, the end; begun from Tasklist, so that somebody starts it. */
        private static String sample(String element, String attributes, String extensions, String id, String label) {
            String timer = element.equals("bpmn:intermediateCatchEvent")
                    ? "<bpmn:timerEventDefinition id=\"Timer_Sample\"><bpmn:timeDate"
                            + " xsi:type=\"bpmn:tFormalExpression\">${dueAt}</bpmn:timeDate>"
                            + "</bpmn:timerEventDefinition>"
                    : "";
            return SAMPLE.replace("ELEMENT", element)
                    .replace("ATTRIBUTES", attributes)
                    .replace(
                            "EXTENSIONS",
                            extensions.isEmpty()
                                    ? ""
                                    : "<bpmn:extensionElements>" + extensions + "</bpmn:extensionElements>")
                    .replace("TIMER", timer)
                    .replace("BLOCK", id)
                    .replace("LABEL", label);
        }

        @Override
        public String toString() {
            return template.path("name").asText();
        }
    }

    private static final String SAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Sample" targetNamespace="http://seealso.org">
              <bpmn:process id="sample" name="Sample" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:documentation>One block.</bpmn:documentation>
                <bpmn:extensionElements><camunda:properties><camunda:property name="variables" value="program cohortId applicationId mentorshipId label dueAt signal period raised category partnerFirst want" /></camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="StartEvent_Begun" name="Begun" camunda:formRef="session-notes" camunda:formRefBinding="deployment">
                  <bpmn:outgoing>Flow_Begun_Block</bpmn:outgoing>
                </bpmn:startEvent>
                <ELEMENT id="BLOCK" name="LABEL"ATTRIBUTES>EXTENSIONS<bpmn:incoming>Flow_Begun_Block</bpmn:incoming><bpmn:outgoing>Flow_Block_Done</bpmn:outgoing>TIMER</ELEMENT>
                <bpmn:endEvent id="EndEvent_Done" name="Done"><bpmn:incoming>Flow_Block_Done</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="Flow_Begun_Block" sourceRef="StartEvent_Begun" targetRef="BLOCK" />
                <bpmn:sequenceFlow id="Flow_Block_Done" sourceRef="BLOCK" targetRef="EndEvent_Done" />
              </bpmn:process>
              <bpmndi:BPMNDiagram id="BPMNDiagram_Sample">
                <bpmndi:BPMNPlane id="BPMNPlane_Sample" bpmnElement="sample">
                  <bpmndi:BPMNShape id="StartEvent_Begun_di" bpmnElement="StartEvent_Begun"><dc:Bounds x="100" y="102" width="36" height="36" /></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="BLOCK_di" bpmnElement="BLOCK"><dc:Bounds x="190" y="80" width="100" height="80" /></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="EndEvent_Done_di" bpmnElement="EndEvent_Done"><dc:Bounds x="340" y="102" width="36" height="36" /></bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="Flow_Begun_Block_di" bpmnElement="Flow_Begun_Block"><di:waypoint x="136" y="120" /><di:waypoint x="190" y="120" /></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="Flow_Block_Done_di" bpmnElement="Flow_Block_Done"><di:waypoint x="290" y="120" /><di:waypoint x="340" y="120" /></bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;
}
