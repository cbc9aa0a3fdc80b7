package org.seealso.rehearsal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.seealso.engine.StepsTaken;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Counts how often each node and each flow of each diagram is walked. */
@Component
@ConditionalOnProperty("seealso.rehearsal.from")
class Walked extends StepsTaken {
    private final Map<String, Map<String, Integer>> counts = new ConcurrentHashMap<>();

    /** Element or flow id → how often, of one process. */
    SortedMap<String, Integer> of(String process) {
        return new TreeMap<>(counts.getOrDefault(process, Map.of()));
    }

    @Override
    protected void taken(String process, String element) {
        counts.computeIfAbsent(process, p -> new ConcurrentHashMap<>()).merge(element, 1, Integer::sum);
    }
}
