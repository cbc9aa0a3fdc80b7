package org.seealso.command;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.seealso.rules.Fault;

/**
 * What the check found, for people and for programs.
 *
 * @param rules where the rules were read
 * @param clean whether there is neither a fault nor a warning
 * @param faults what keeps the rules from being published
 * @param warnings what may be published, and would stop somebody who has to mend it
 * @param notices what is good to know
 */
@JsonPropertyOrder({"rules", "clean", "faults", "warnings", "notices"})
record CheckReport(String rules, boolean clean, List<Fault> faults, List<Fault> warnings, List<Fault> notices) {
    static CheckReport of(String rules, List<Fault> faults, List<Fault> warnings, List<Fault> notices) {
        return new CheckReport(rules, faults.isEmpty() && warnings.isEmpty(), faults, warnings, notices);
    }

    String json() throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (faults.isEmpty()) {
            text.append("No faults in ").append(rules).append(".\n");
        } else {
            text.append(faults.size())
                    .append(faults.size() == 1 ? " fault in " : " faults in ")
                    .append(rules)
                    .append(". Nothing is published until ")
                    .append(faults.size() == 1 ? "it is" : "they are")
                    .append(" corrected:\n");
        }
        append(text, faults);
        if (!warnings.isEmpty()) {
            text.append("\nThis would be published, and then somebody would be asked to mend it:\n");
            append(text, warnings);
        }
        if (!notices.isEmpty()) {
            text.append("\nGood to know:\n");
            append(text, notices);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<Fault> faults) {
        Map<String, List<Fault>> byFile =
                faults.stream().collect(Collectors.groupingBy(Fault::file, LinkedHashMap::new, Collectors.toList()));
        byFile.forEach((file, all) -> {
            text.append('\n').append(file).append('\n');
            for (Fault fault : all) {
                String where = fault.element().equals("-") ? "" : fault.element() + ": ";
                text.append("  ").append(where).append(fault.why()).append('\n');
                text.append("    → ").append(fault.whatToDo()).append('\n');
            }
        });
    }
}
