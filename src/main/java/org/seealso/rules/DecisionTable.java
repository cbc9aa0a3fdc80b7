package org.seealso.rules;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** One decision table, parsed once; evaluating it touches neither the database nor the history. */
final class DecisionTable {
    private static final DmnEngine ENGINE =
            DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision decision;

    DecisionTable(String decision, byte[] dmn) {
        this.decision = ENGINE.parseDecision(decision, new ByteArrayInputStream(dmn));
    }

    /** The matching rows in the table's order, output name to value. */
    List<Map<String, Object>> rows(Map<String, ?> inputs) {
        return ENGINE.evaluateDecision(decision, new LinkedHashMap<String, Object>(inputs))
                .getResultList();
    }
}
