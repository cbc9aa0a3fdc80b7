package org.seealso.rules.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A diagram and what changes in it; no element if only the drawing was moved.
 *
 * @param name what the process is called
 */
public record DiagramDifference(String file, String name, Kind kind, List<Changed> elements) {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> HOLDERS = Set.of(
            "definitions", "process", "subProcess", "transaction", "adHocSubProcess", "collaboration", "laneSet");
    /** Told by the flows themselves, or by the elements inside. */
    private static final Set<String> NOT_ITS_OWN =
            Set.of("incoming", "outgoing", "extensionElements", "documentation", "laneSet");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("sourceRef", "from"),
            Map.entry("targetRef", "to"),
            Map.entry("conditionExpression", "condition"),
            Map.entry("documentation", "help text"),
            Map.entry("timeDate", "when"),
            Map.entry("timeDuration", "after how long"),
            Map.entry("timeCycle", "how often"),
            Map.entry("delegateExpression", "what it does"),
            Map.entry("candidateGroups", "who may do it"),
            Map.entry("candidateUsers", "who may do it (people)"),
            Map.entry("assignee", "whose task it is"),
            Map.entry("dueDate", "due"),
            Map.entry("formRef", "form"),
            Map.entry("formKey", "form"),
            Map.entry("decisionRef", "table"),
            Map.entry("calledElement", "process it calls"),
            Map.entry("default", "way if no condition holds"),
            Map.entry("messageRef", "message"),
            Map.entry("attachedToRef", "attached to"),
            Map.entry("cancelActivity", "interrupts"));

    /**
     * One element.
     *
     * @param name of the element; its kind if it has none
     * @param help its documentation, empty if it has none
     */
    public record Changed(String id, String name, String help, Kind kind, List<Detail> details) {}

    /** What an element is for, as its documentation says. */
    public record Help(String name, String help) {}

    /** Every element that says what it is for, in the order of the file. */
    public static List<Help> helps(byte[] bytes) {
        return elements(bytes).values().stream()
                .filter(element -> !help(element).isEmpty())
                .map(element -> new Help(name(element), help(element)))
                .toList();
    }

    private static String help(Element element) {
        return Xml.child(element, "documentation").map(Xml::text).orElse("");
    }

    static DiagramDifference of(String file, Kind kind, Optional<byte[]> before, Optional<byte[]> after) {
        Map<String, Element> was = before.map(DiagramDifference::elements).orElse(Map.of());
        Map<String, Element> is = after.map(DiagramDifference::elements).orElse(Map.of());
        List<Changed> changed = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>(is.keySet());
        ids.addAll(was.keySet());
        for (String id : ids) {
            Element old = was.get(id);
            Element fresh = is.get(id);
            if (old == null && fresh != null) {
                changed.add(new Changed(id, name(fresh), help(fresh), Kind.ADDED, List.of()));
            } else if (old != null && fresh == null) {
                changed.add(new Changed(id, name(old), help(old), Kind.REMOVED, List.of()));
            } else if (old != null && fresh != null) {
                List<Detail> details = Detail.between(properties(old), properties(fresh));
                if (!details.isEmpty()) {
                    changed.add(new Changed(id, name(fresh), help(fresh), Kind.CHANGED, details));
                }
            }
        }
        String name = (is.isEmpty() ? was : is)
                .values().stream()
                        .filter(element -> element.getLocalName().equals("process"))
                        .map(DiagramDifference::name)
                        .findFirst()
                        .orElse(file);
        return new DiagramDifference(file, name, kind, changed);
    }

    /** By id, in the order of the file. */
    private static Map<String, Element> elements(byte[] bytes) {
        Map<String, Element> found = new LinkedHashMap<>();
        collect(Xml.read(bytes), found);
        return found;
    }

    private static void collect(Element parent, Map<String, Element> found) {
        for (Element child : Xml.children(parent)) {
            if (BPMN.equals(child.getNamespaceURI()) && !NOT_ITS_OWN.contains(child.getLocalName())) {
                if (child.hasAttribute("id")) {
                    found.put(child.getAttribute("id"), child);
                }
                if (HOLDERS.contains(child.getLocalName())) {
                    collect(child, found);
                }
            }
        }
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("kind", spaced(element.getLocalName()));
        boolean holder = HOLDERS.contains(element.getLocalName());
        gather(element, "", holder, properties);
        return properties;
    }

    private static void gather(Element element, String where, boolean holder, Map<String, String> properties) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                put(properties, where + word(attribute.getLocalName()), attribute.getValue());
            }
        }
        for (Element child : Xml.children(element)) {
            String local = child.getLocalName();
            if (local.equals("incoming") || local.equals("outgoing") || (holder && isElementOfItsOwn(child))) {
                continue;
            }
            String text = Xml.text(child);
            String label = label(child);
            if (!text.isEmpty()) {
                put(properties, where + label, text);
            }
            boolean shallow = local.equals("extensionElements") || local.endsWith("EventDefinition");
            gather(child, shallow ? where : where + label + " ", false, properties);
        }
    }

    private static boolean isElementOfItsOwn(Element child) {
        return child.hasAttribute("id") && BPMN.equals(child.getNamespaceURI());
    }

    /** Camunda's parameters are told apart by what they are called, not by their place in the file. */
    private static String label(Element child) {
        for (String key : List.of("name", "target", "variables", "businessKey")) {
            if (child.hasAttribute(key)) {
                return word(child.getLocalName()) + " " + child.getAttribute(key);
            }
        }
        return word(child.getLocalName());
    }

    private static void put(Map<String, String> properties, String key, String value) {
        String free = key;
        for (int n = 2; properties.containsKey(free); n++) {
            free = key + " (" + n + ")";
        }
        properties.put(free, value);
    }

    private static String name(Element element) {
        String name = element.getAttribute("name").strip();
        if (!name.isEmpty() && !element.getLocalName().equals("sequenceFlow")) {
            return name;
        }
        return spaced(element.getLocalName()) + (name.isEmpty() ? "" : " “" + name + "”");
    }

    private static String word(String property) {
        return WORDS.getOrDefault(property, spaced(property));
    }

    private static String spaced(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
