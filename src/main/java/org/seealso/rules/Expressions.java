package org.seealso.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.FunctionNode;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Reads {@code ${…}} with the engine's own parser and finds what house law 9 forbids. */
final class Expressions {
    private static final Set<String> CALLS = Set.of("size", "isEmpty");

    private Expressions() {}

    /** What an expression reads, and what is wrong with it in itself. */
    record Reading(Set<String> variables, List<String> faults) {}

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    static Reading read(String text) {
        Set<String> variables = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        try {
            Tree tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text);
            for (IdentifierNode identifier : tree.getIdentifierNodes()) {
                if (!identifier.getName().equals("execution")) {
                    variables.add(identifier.getName());
                }
            }
            for (FunctionNode function : tree.getFunctionNodes()) {
                variables.remove(function.getName());
                faults.add("calls the function " + function.getName() + "()");
            }
            inspect(tree.getRoot(), faults);
        } catch (TreeBuilderException e) {
            faults.add("cannot be read ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")");
        }
        return new Reading(variables, faults);
    }

    private static void inspect(Node node, List<String> faults) {
        if (node instanceof AstMethod method) {
            Node target = method.getChild(0);
            String name = target instanceof AstDot dot ? nameOf(dot) : "a method";
            if (method.getChild(1).getCardinality() > 0) {
                faults.add("calls " + name + "(…) with arguments");
            } else if (!(CALLS.contains(name) && target.getChild(0) instanceof IdentifierNode)) {
                faults.add("calls " + name + "(), which is not known");
            }
            inspect(target.getChild(0), faults);
            return;
        }
        if (node instanceof AstDot dot
                && dot.getChild(0) instanceof IdentifierNode base
                && base.getName().equals("execution")
                && !knownOfExecution(nameOf(dot))) {
            faults.add("asks execution for " + nameOf(dot) + ", which it does not have");
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            inspect(node.getChild(i), faults);
        }
    }

    /** AstDot keeps its property to itself, but prints it: {@code ". size"}. */
    private static String nameOf(AstDot dot) {
        return dot.toString().replace(".", "").strip();
    }

    private static boolean knownOfExecution(String property) {
        String getter = "get" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        return Stream.of(DelegateExecution.class.getMethods())
                .anyMatch(m -> m.getName().equals(getter) && m.getParameterCount() == 0);
    }
}
