package org.seealso.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one file. */
final class FaultList {
    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    FaultList(String file) {
        this.file = file;
    }

    void add(String element, String why, String whatToDo) {
        Fault fault = new Fault(file, element, why, whatToDo);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    void addWhole(String why, String whatToDo) {
        add(Fault.WHOLE_FILE, why, whatToDo);
    }

    boolean names(String element) {
        return faults.stream().anyMatch(f -> f.element().equals(element));
    }

    List<Fault> list() {
        return List.copyOf(faults);
    }
}
