package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.seealso.command.HouseCheck;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Diagrams changed at random in one place: an element or an attribute gone, or another value. The check says what is
 * wrong, or the engine still takes the diagram; it never breaks down. Changes that hurt must be noticed. More of them
 * with {@code -Dseealso.mutants=500}, others with {@code -Dseealso.mutants.seed=2}; the survivors stand in
 * target/mutants.txt, each with why it hurts nobody.
 */
class MutantsTest {
    private static final int MUTANTS = Integer.getInteger("seealso.mutants", 40);
    private static final long SEED = Long.getLong("seealso.mutants.seed", 7);
    private static final double NOTICED = 0.7;
    private static final double NOTICED_OF_THOSE_THAT_HURT = 0.97;

    /** What may change without hurting anybody, and why. */
    private static final Map<String, Pattern> HARMLESS = Map.of(
            "where a flow ends, the engine and the check know from where it begins",
            Pattern.compile("bpmn:incoming  in .* removed"),
            "words for people, and another word is still one",
            Pattern.compile("bpmn:\\w+ \\S+ name=\".*\" with an X"),
            "nobody speaks of it by its id",
            Pattern.compile("bpmn:\\w+(EventDefinition|Expression|Characteristics) (\\S+) id=\"\\2\" .*"),
            "the engine takes a condition without its type for one",
            Pattern.compile("bpmn:(conditionExpression|timeDate|completionCondition)  xsi:type=.* removed"),
            "the check alone reads what a process declares, and nothing asks for it",
            Pattern.compile("(camunda:propert\\w+|bpmn:extensionElements)  .*(name=\"variables\"|value=).*"
                    + "|camunda:propert\\w+  in \\S* removed|bpmn:extensionElements  in [a-z-]+ removed"),
            "a gateway where paths part or meet asks nothing, so it needs no name",
            Pattern.compile("bpmn:parallelGateway \\S+ name=\".*\" removed"),
            "without it people wait for the next step as with any other answer, or have no calendar file",
            Pattern.compile("camunda:in  (target=\"(goesOn|calendar)\"|sourceExpression=\"at once\").*"),
            "what follows is saved by itself",
            Pattern.compile(".* camunda:asyncAfter=\"true\" (removed|with an X), before what is saved by itself"));

    private final RulesCheck check = HouseCheck.create();
    private final Random random = new Random(SEED);

    private record Mutant(String file, String what, String xml) {}

    @Test
    void aChangedDiagramIsNoticedOrStillRuns() throws Exception {
        List<String> files = List.copyOf(Draft.unchanged().names(".bpmn"));
        List<String> survivors = new ArrayList<>();
        int noticed = 0;
        int harmless = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Mutant mutant = mutant(files.get(random.nextInt(files.size())));
            RuleFiles rules = new Draft().write(mutant.file(), mutant.xml()).files();
            List<Fault> faults = check.check(rules);
            if (faults.isEmpty()) {
                assertThat(EngineParse.problems(mutant.file(), mutant.xml().getBytes(StandardCharsets.UTF_8)))
                        .as(mutant.what())
                        .isEmpty();
                Optional<String> why = whyItHurtsNobody(mutant.what());
                harmless += why.isPresent() ? 1 : 0;
                survivors.add((why.isPresent() ? "harmless" : "HURTS") + " " + mutant.file() + ": " + mutant.what()
                        + why.map(words -> " (" + words + ")").orElse(""));
            } else {
                noticed++;
            }
        }
        survivors.sort(Comparator.naturalOrder());
        String ratio = "%d of %d changed diagrams noticed, %d hurt nobody, %d were missed (seed %d)"
                .formatted(noticed, MUTANTS, harmless, MUTANTS - noticed - harmless, SEED);
        System.out.println(ratio);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/mutants.txt"), ratio + "\n" + String.join("\n", survivors) + "\n");
        assertThat((double) noticed / MUTANTS).as(ratio).isGreaterThan(NOTICED);
        assertThat((double) noticed / (MUTANTS - harmless))
                .as(ratio + String.join("\n", survivors))
                .isGreaterThan(NOTICED_OF_THOSE_THAT_HURT);
    }

    private static Optional<String> whyItHurtsNobody(String what) {
        return HARMLESS.entrySet().stream()
                .filter(reason -> reason.getValue().matcher(what).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Mutant mutant(String file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(Draft.unchanged().text(file))));
        List<Element> elements = new ArrayList<>();
        collect(document.getDocumentElement(), elements);
        Element element = elements.get(random.nextInt(elements.size()));
        String what = change(element);
        StringWriter xml = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(xml));
        return new Mutant(file, what, xml.toString());
    }

    /** What the engine reads: everything in the process but its words to people. */
    private static void collect(Element element, List<Element> found) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner
                    && !inner.getLocalName().equals("BPMNDiagram")
                    && !inner.getLocalName().equals("documentation")) {
                found.add(inner);
                collect(inner, found);
            }
        }
    }

    private String change(Element element) {
        String name = element.getNodeName() + " " + element.getAttribute("id");
        int attributes = element.getAttributes().getLength();
        if (attributes == 0 || random.nextInt(3) == 0) {
            Node parent = element.getParentNode();
            name += " in " + ((Element) parent).getAttribute("id");
            parent.removeChild(element);
            return name + " removed";
        }
        Attr attribute = (Attr) element.getAttributes().item(random.nextInt(attributes));
        String described = name + " " + attribute.getName() + "=\"" + attribute.getValue() + "\"";
        String next = attribute.getName().equals("camunda:asyncAfter") && isSavedByItself(element)
                ? ", before what is saved by itself"
                : "";
        if (random.nextBoolean()) {
            element.removeAttributeNode(attribute);
            return described + " removed" + next;
        }
        attribute.setValue(attribute.getValue() + "X");
        return described + " with an X" + next;
    }

    /** Whether every way out of it leads straight to what is asynchronous before, or of an event to the end. */
    private static boolean isSavedByItself(Element element) {
        NodeList flows = element.getOwnerDocument().getElementsByTagName("bpmn:sequenceFlow");
        NodeList all = element.getOwnerDocument().getElementsByTagName("*");
        return IntStream.range(0, flows.getLength())
                .mapToObj(i -> (Element) flows.item(i))
                .filter(flow -> flow.getAttribute("sourceRef").equals(element.getAttribute("id")))
                .allMatch(flow -> IntStream.range(0, all.getLength())
                        .mapToObj(i -> (Element) all.item(i))
                        .anyMatch(target -> target.getAttribute("id").equals(flow.getAttribute("targetRef"))
                                && (target.getAttribute("camunda:asyncBefore").equals("true")
                                        || target.getLocalName().equals("endEvent")
                                                && element.getLocalName().endsWith("Event"))));
    }
}
