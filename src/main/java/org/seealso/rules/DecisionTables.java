package org.seealso.rules;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.springframework.stereotype.Component;

/** Reads the matching rows of a decision table of one deployment, wherever no BPMN asks for them. */
@Component
public class DecisionTables {
    private final PublishedRules rules;
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    DecisionTables(PublishedRules rules) {
        this.rules = rules;
    }

    /** The outputs of every matching row of {@code {decision}.dmn}, in the table's order. */
    public List<Map<String, Object>> rows(String deployment, String decision, Map<String, Object> inputs) {
        byte[] file = rules.file(deployment, decision + ".dmn")
                .orElseThrow(() -> new IllegalStateException("The published rules have no file " + decision + ".dmn."));
        DmnDecision table = engine.parseDecision(decision, new ByteArrayInputStream(file));
        return engine.evaluateDecisionTable(table, inputs).getResultList();
    }
}
