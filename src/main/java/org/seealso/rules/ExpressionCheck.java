package org.seealso.rules;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Walks every attribute and text of a process for what house law 9 allows: a known bean, or a simple condition. */
final class ExpressionCheck {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}");
    private static final Map<String, String> FORBIDDEN_ATTRIBUTES = Map.of(
            "class", "names a Java class",
            "expression", "runs an expression",
            "type", "leaves the work to another system",
            "scriptFormat", "runs a script",
            "resource", "runs a script");
    private static final Map<String, String> FORBIDDEN_ELEMENTS = Map.of(
            "script", "runs a script",
            "scriptTask", "runs a script",
            "field", "injects a field",
            "connector", "calls a connector",
            "formData", "defines a form inside the diagram");

    private final byte[] bytes;
    private final Set<String> delegates;
    private final Optional<ProcessVariables> variables;
    private final FaultList faults;

    ExpressionCheck(byte[] bytes, Set<String> delegates, Optional<ProcessVariables> variables, FaultList faults) {
        this.bytes = bytes;
        this.delegates = delegates;
        this.variables = variables;
        this.faults = faults;
    }

    void run() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
            walk(document.getDocumentElement(), Fault.WHOLE_FILE);
        } catch (Exception e) {
            faults.addWhole("The file cannot be read: " + e.getMessage() + ".", "Save it again in the Modeler.");
        }
    }

    private void walk(Element element, String owner) {
        String here = isFlowElement(element) ? element.getAttribute("id") : owner;
        String tag = element.getLocalName();
        if (FORBIDDEN_ELEMENTS.containsKey(tag)) {
            forbid(here, FORBIDDEN_ELEMENTS.getOrDefault(tag, ""));
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            checkAttribute((Attr) attributes.item(i), here);
        }
        if (tag.equals("in") || tag.equals("out")) {
            checkMapping(element, here);
        }
        if (tag.equals("conditionExpression") && element.hasAttribute("language")) {
            forbid(here, "uses another language");
        }
        if (tag.equals("documentation")) {
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, here);
            } else if (Expressions.isExpression(String.valueOf(child.getNodeValue()))) {
                checkExpression(here, child.getNodeValue().strip());
            }
        }
    }

    private void checkAttribute(Attr attribute, String here) {
        boolean camunda = CAMUNDA.equals(attribute.getNamespaceURI())
                || CAMUNDA.equals(attribute.getOwnerElement().getNamespaceURI());
        String attributeName = attribute.getLocalName();
        if (camunda && FORBIDDEN_ATTRIBUTES.containsKey(attributeName)) {
            forbid(here, FORBIDDEN_ATTRIBUTES.getOrDefault(attributeName, ""));
        } else if (camunda && attributeName.equals("collection") && !Expressions.isExpression(attribute.getValue())) {
            declared(here, attribute.getValue());
        } else if (attributeName.equals("delegateExpression")) {
            checkDelegate(here, attribute.getValue());
        } else if (Expressions.isExpression(attribute.getValue())) {
            checkExpression(here, attribute.getValue());
        }
    }

    private void checkDelegate(String here, String expression) {
        Matcher bean = BEAN.matcher(expression);
        if (!bean.matches()) {
            faults.add(here, "The delegate expression " + expression + " is no single name.", "Write ${nameDelegate}.");
        } else if (!delegates.contains(bean.group(1))) {
            faults.add(
                    here,
                    "Nothing is called " + bean.group(1) + ".",
                    "Check the spelling" + nearest(bean.group(1)) + ".");
        }
    }

    private String nearest(String unknown) {
        String lower = unknown.toLowerCase(Locale.ROOT);
        return delegates.stream()
                .filter(d -> d.toLowerCase(Locale.ROOT).startsWith(lower.substring(0, Math.min(6, lower.length()))))
                .sorted()
                .findFirst()
                .map(d -> "; did you mean " + d + "?")
                .orElse("");
    }

    private void checkMapping(Element mapping, String here) {
        if (mapping.getAttribute("variables").equals("all")) {
            faults.add(
                    here,
                    "The call hands over every variable.",
                    "List the variables one by one, so that nothing private travels along.");
        }
        String source = mapping.getAttribute("source");
        if (mapping.getLocalName().equals("in") && !source.isEmpty()) {
            declared(here, source);
        }
    }

    private void checkExpression(String here, String text) {
        Expressions.Reading reading = Expressions.read(text);
        reading.faults()
                .forEach(why -> faults.add(
                        here,
                        "The expression " + text + " " + why + ".",
                        "Compare declared variables only, such as ${decision == 'accept'}; let a delegate do more."));
        reading.variables().forEach(variable -> declared(here, variable));
    }

    private void declared(String here, String variable) {
        if (variables.isPresent() && !variables.get().declares(variable)) {
            faults.add(
                    here,
                    "Nothing sets the variable " + variable + ".",
                    "Use a routing field of a form, map it in, or list it in the extension property \"variables\""
                            + " of the process.");
        }
    }

    private void forbid(String here, String what) {
        faults.add(
                here, "It " + what + ", which no rule may do.", "Use a delegate expression such as ${nameDelegate}.");
    }

    /** The nearest thing an admin can click: a task, event, gateway, flow or the process itself. */
    private static boolean isFlowElement(Element element) {
        String tag = element.getLocalName();
        return element.hasAttribute("id")
                && !CAMUNDA.equals(element.getNamespaceURI())
                && !tag.endsWith("EventDefinition")
                && !tag.endsWith("Expression")
                && !tag.endsWith("Characteristics")
                && !tag.equals("definitions");
    }
}
