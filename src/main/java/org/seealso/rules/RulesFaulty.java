package org.seealso.rules;

import java.util.List;
import java.util.stream.Collectors;

/** There are no rules to run: those in the folders have faults, and none were published before. */
public final class RulesFaulty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RulesFaulty(String where, List<Fault> faults) {
        super("SeeAlso has no rules to run: those in " + where + " have " + faults.size()
                + " faults, and none were published before.\n"
                + faults.stream().map(f -> "  " + f).collect(Collectors.joining("\n"))
                + "\nCorrect them (the check command finds the same) and start again.");
    }
}
