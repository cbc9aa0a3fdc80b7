package org.seealso.publishing.migration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A mentorship with every process that runs for it. No names: an admin looks after rules without knowing who takes part.
 *
 * @param name the cohort and its place in there
 */
record Running(UUID mentorship, String name, LocalDate startsOn, List<Instance> instances) {
    /**
     * One process instance.
     *
     * @param number of the publication it runs under; 0 if unknown
     * @param places where it waits: ids of elements, sorted, one for each token
     */
    record Instance(String id, String process, String definition, String deployment, int number, List<String> places) {}

    boolean isUnder(String deployment) {
        return instances.stream().allMatch(instance -> instance.deployment().equals(deployment));
    }

    /** The rules its own diagram belongs to, or else those of whatever runs for it. */
    int number() {
        return instances.stream()
                .filter(instance -> instance.process().equals("mentorship"))
                .findFirst()
                .orElse(instances.get(0))
                .number();
    }

    /** Those for whom this is equal stand at the same places of the same diagrams, and move or stay alike. */
    List<String> situation() {
        return instances.stream()
                .map(instance -> instance.definition() + instance.places())
                .sorted()
                .toList();
    }
}
