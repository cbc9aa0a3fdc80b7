package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.xml.sax.InputSource;

/**
 * Diagrams changed at random in one place: an element or an attribute gone, or another value. The check says what is
 * wrong, or the engine still takes the diagram; it never breaks down. Most changes must be noticed. More of them with
 * {@code -Dseealso.mutants=500}, others with {@code -Dseealso.mutants.seed=2}; the survivors stand in
 * target/mutants.txt.
 */
class MutantsTest {
    private static final int MUTANTS = Integer.getInteger("seealso.mutants", 40);
    private static final long SEED = Long.getLong("seealso.mutants.seed", 7);
    private static final double NOTICED = 0.6;

    private final RulesCheck check = HouseCheck.create();
    private final Random random = new Random(SEED);

    private record Mutant(String file, String what, String xml) {}

    @Test
    void aChangedDiagramIsNoticedOrStillRuns() throws Exception {
        List<String> files = List.copyOf(Draft.unchanged().names(".bpmn"));
        List<String> survivors = new ArrayList<>();
        int noticed = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Mutant mutant = mutant(files.get(random.nextInt(files.size())));
            RuleFiles rules = new Draft().write(mutant.file(), mutant.xml()).files();
            List<Fault> faults = check.check(rules);
            if (faults.isEmpty()) {
                assertThat(EngineParse.problems(mutant.file(), mutant.xml().getBytes(StandardCharsets.UTF_8)))
                        .as(mutant.what())
                        .isEmpty();
                survivors.add(mutant.file() + ": " + mutant.what());
            } else {
                noticed++;
            }
        }
        String ratio = "%d of %d changed diagrams noticed (seed %d)".formatted(noticed, MUTANTS, SEED);
        System.out.println(ratio);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/mutants.txt"), ratio + "\n" + String.join("\n", survivors) + "\n");
        assertThat((double) noticed / MUTANTS).as(ratio).isGreaterThan(NOTICED);
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
        if (random.nextBoolean()) {
            element.removeAttributeNode(attribute);
            return described + " removed";
        }
        attribute.setValue(attribute.getValue() + "X");
        return described + " with an X";
    }
}
