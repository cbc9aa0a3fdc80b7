package org.seealso.publishing.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The way from one diagram to another: what is the same goes without saying, what is not was chosen by an admin. */
@Component
class Route {
    private static final String BODY = "#multiInstanceBody";

    private final RuntimeService runtime;
    private final Diagrams diagrams;

    Route(RuntimeService runtime, Diagrams diagrams) {
        this.runtime = runtime;
        this.diagrams = diagrams;
    }

    /** @param choices those of this process only; one that cannot be kept is refused in words */
    MigrationPlan plan(String from, String to, List<Choice> choices) {
        Map<String, String> pairs = new LinkedHashMap<>();
        runtime.createMigrationPlan(from, to)
                .mapEqualActivities()
                .build()
                .getInstructions()
                .forEach(same -> pairs.put(same.getSourceActivityId(), same.getTargetActivityId()));
        Set<String> chosen = new HashSet<>();
        for (Choice choice : choices) {
            if (!pairs.containsKey(choice.place())
                    && diagrams.element(from, choice.place()).isPresent()
                    && diagrams.element(to, choice.to()).isPresent()) {
                chosen.add(choice.place());
                pair(from, to, choice, pairs);
            }
        }
        return sound(from, to, pairs, chosen);
    }

    /** What lies inside a renamed place goes along with it, as far as it has kept its own name. */
    private void pair(String from, String to, Choice choice, Map<String, String> pairs) {
        FlowNode old = diagrams.element(from, choice.place()).orElseThrow();
        if (diagrams.isRepeated(old)) {
            pairs.put(choice.place() + BODY, choice.to() + BODY);
        }
        pairs.put(choice.place(), choice.to());
        for (FlowNode inside : diagrams.nodes(from)) {
            Optional<FlowNode> same = diagrams.element(to, inside.getId());
            if (isInside(inside, old)
                    && same.filter(node -> diagrams.isLike(inside, node)).isPresent()) {
                if (diagrams.isRepeated(inside)) {
                    pairs.putIfAbsent(inside.getId() + BODY, inside.getId() + BODY);
                }
                pairs.putIfAbsent(inside.getId(), inside.getId());
            }
        }
    }

    private static boolean isInside(FlowNode inner, FlowNode outer) {
        for (ModelElementInstance parent = inner.getParentElement();
                parent != null;
                parent = parent.getParentElement()) {
            if (parent.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** The engine says which pairs it cannot follow; what nobody chose is left out, and then may be missed later. */
    private MigrationPlan sound(String from, String to, Map<String, String> pairs, Set<String> chosen) {
        Map<String, String> left = new LinkedHashMap<>(pairs);
        while (true) {
            try {
                MigrationPlanBuilder builder = runtime.createMigrationPlan(from, to);
                for (Map.Entry<String, String> pair : left.entrySet()) {
                    builder = builder.mapActivities(pair.getKey(), pair.getValue());
                }
                return builder.build();
            } catch (MigrationPlanValidationException refused) {
                List<String> failing = new ArrayList<>();
                refused.getValidationReport()
                        .getInstructionReports()
                        .forEach(report -> failing.add(source(report.getMigrationInstruction())));
                List<String> mine = failing.stream().filter(chosen::contains).toList();
                if (!mine.isEmpty()) {
                    throw new CannotMove(
                            "Who waits at “" + diagrams.name(from, mine.get(0)) + "” cannot go on at “"
                                    + diagrams.name(to, left.getOrDefault(mine.get(0), ""))
                                    + "”. Choose another place, or leave this mentorship where it is.",
                            refused);
                }
                if (failing.isEmpty() || !left.keySet().removeAll(failing)) {
                    throw refused;
                }
            }
        }
    }

    private static String source(MigrationInstruction instruction) {
        return instruction.getSourceActivityId();
    }
}
