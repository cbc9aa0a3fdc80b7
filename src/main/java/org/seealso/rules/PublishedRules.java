package org.seealso.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of published deployments. A running mentorship reads the forms and letters of its own deployment (house
 * law 5), so every question names one.
 */
public interface PublishedRules {
    /** The deployment new applications and mentorships start under. */
    String current();

    /** The deployment a process definition belongs to. */
    String deploymentOf(String processDefinitionId);

    /** A file by its bare name, such as {@code check-in.form} or {@code letters/check-in.md}. */
    Optional<byte[]> file(String deployment, String name);

    /** The names of all files of a deployment. */
    Set<String> names(String deployment);

    /** The program's row; throws UnknownProgram with a sentence for people if the table has none. */
    ProgramRow row(String deployment, String program);

    /** The rows of all programs, in the order of the table. */
    default List<ProgramRow> programs(String deployment) {
        return file(deployment, ProgramTable.FILE)
                .map(dmn -> new ProgramTable(dmn).rows())
                .orElse(List.of());
    }

    /** Every row a decision table gives for these inputs, output name → value; empty if none matches. */
    List<Map<String, Object>> rows(String deployment, String decision, Map<String, ?> inputs);
}
