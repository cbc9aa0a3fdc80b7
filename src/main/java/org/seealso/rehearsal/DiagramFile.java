package org.seealso.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.seealso.rules.RuleFiles;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A diagram as a reader sees it: its name, its elements in words, and what is needed to draw it. Read as plain XML, so
 * that a report can be written where no engine runs.
 *
 * @param xml without what a picture does not show
 */
record DiagramFile(String process, String name, String documentation, Map<String, Part> parts, String xml) {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> NOT_DRAWN =
            Set.of("extensionElements", "documentation", "incoming", "outgoing", "conditionExpression");
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("startEvent", "start"),
            Map.entry("endEvent", "end"),
            Map.entry("intermediateCatchEvent", "waiting"),
            Map.entry("intermediateThrowEvent", "event"),
            Map.entry("boundaryEvent", "way out"),
            Map.entry("userTask", "somebody’s task"),
            Map.entry("serviceTask", "automatic step"),
            Map.entry("sendTask", "automatic step"),
            Map.entry("businessRuleTask", "decision table"),
            Map.entry("callActivity", "another diagram"),
            Map.entry("subProcess", "part of the diagram"),
            Map.entry("exclusiveGateway", "question"),
            Map.entry("inclusiveGateway", "question"),
            Map.entry("eventBasedGateway", "whatever comes first"),
            Map.entry("parallelGateway", "side by side"),
            Map.entry("receiveTask", "waiting"),
            Map.entry("manualTask", "step"),
            Map.entry("scriptTask", "automatic step"),
            Map.entry("task", "step"),
            Map.entry("sequenceFlow", "path"));

    /**
     * An element or a flow.
     *
     * @param telling whether its count says something its neighbours' do not: every element, and a flow where paths part
     */
    record Part(
            String id,
            String name,
            String kind,
            String documentation,
            boolean flow,
            boolean telling,
            String source,
            String target) {}

    /** Nothing if the rules hold no such diagram or it cannot be read. */
    static Optional<DiagramFile> in(RuleFiles rules, String process) {
        return rules.file(process + ".bpmn").flatMap(bytes -> {
            try {
                return Optional.of(read(process, bytes));
            } catch (SAXException e) {
                return Optional.empty();
            } catch (IOException | ParserConfigurationException | TransformerException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static DiagramFile read(String process, byte[] bytes)
            throws SAXException, IOException, ParserConfigurationException, TransformerException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        Document document = builder.parse(new ByteArrayInputStream(bytes));

        List<Element> all = elements(document.getElementsByTagNameNS(BPMN, "*"));
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Integer> ways = new LinkedHashMap<>();
        for (Element element : all) {
            names.put(element.getAttribute("id"), element.getAttribute("name"));
            if ("sequenceFlow".equals(element.getLocalName())) {
                ways.merge(element.getAttribute("sourceRef"), 1, Integer::sum);
            }
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Element element : all) {
            String kind = KINDS.get(element.getLocalName());
            if (kind != null) {
                boolean flow = "sequenceFlow".equals(element.getLocalName());
                String id = element.getAttribute("id");
                parts.put(
                        id,
                        new Part(
                                id,
                                flow ? between(element, names) : named(element),
                                kind,
                                child(element, "documentation"),
                                flow,
                                !flow || ways.getOrDefault(element.getAttribute("sourceRef"), 0) > 1,
                                element.getAttribute("sourceRef"),
                                element.getAttribute("targetRef")));
            }
        }
        Element root = all.stream()
                .filter(element -> "process".equals(element.getLocalName()))
                .findFirst()
                .orElse(document.getDocumentElement());
        String name = root.getAttribute("name").isEmpty() ? process : root.getAttribute("name");
        return new DiagramFile(process, name, child(root, "documentation"), parts, slim(document));
    }

    private static String named(Element element) {
        String name = element.getAttribute("name").replaceAll("\\s+", " ").strip();
        return name.isEmpty() ? "(without a name)" : name;
    }

    private static String between(Element flow, Map<String, String> names) {
        String from = names.getOrDefault(flow.getAttribute("sourceRef"), "");
        String to = names.getOrDefault(flow.getAttribute("targetRef"), "");
        String name = flow.getAttribute("name");
        return (from + (name.isEmpty() ? "" : " " + name) + " → " + to)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String child(Element element, String name) {
        return nodes(element.getChildNodes()).stream()
                .filter(node -> name.equals(node.getLocalName()))
                .map(node -> node.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static String slim(Document document) throws TransformerException {
        document.normalize();
        prune(document.getDocumentElement());
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.setOutputProperty(OutputKeys.INDENT, "no");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }

    private static void prune(Node node) {
        for (Node child : nodes(node.getChildNodes())) {
            boolean blank = child.getNodeType() == Node.TEXT_NODE
                    && child.getTextContent().isBlank();
            boolean unseen = child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE
                    || (child.getLocalName() != null && NOT_DRAWN.contains(child.getLocalName()));
            if (blank || unseen) {
                node.removeChild(child);
            } else {
                prune(child);
            }
        }
    }

    private static List<Element> elements(NodeList list) {
        return nodes(list).stream().map(Element.class::cast).toList();
    }

    private static List<Node> nodes(NodeList list) {
        return new ArrayList<>(
                IntStream.range(0, list.getLength()).mapToObj(list::item).toList());
    }
}
