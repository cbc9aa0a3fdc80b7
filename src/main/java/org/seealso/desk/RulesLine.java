package org.seealso.desk;

import java.util.List;
import org.seealso.rules.Fault;
import org.seealso.rules.RulesPublisher;

/** Which rules people apply under, and what keeps the folders from being published. */
record RulesLine(int number, String where, boolean fine, String faultsInWords, List<FaultLine> faults) {
    static RulesLine of(RulesPublisher rules) {
        List<FaultLine> faults = rules.faults().stream().map(FaultLine::of).toList();
        return new RulesLine(
                rules.liveNumber(),
                rules.where(),
                faults.isEmpty(),
                faults.size() == 1 ? "one fault" : faults.size() + " faults",
                faults);
    }

    record FaultLine(String file, String element, String why, String whatToDo) {
        private static FaultLine of(Fault fault) {
            String element = fault.element().equals("-") ? "the whole file" : fault.element();
            return new FaultLine(fault.file(), element, fault.why(), fault.whatToDo());
        }
    }
}
