package org.seealso.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the faults of one file. */
final class FaultList {
    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    FaultList(String file) {
        this.file = file;
    }

    /** @param element its id; what has lost it can only be looked for in the whole file */
    void add(@Nullable String element, String why, String whatToDo) {
        Fault fault = new Fault(file, element == null ? Fault.WHOLE_FILE : element, why, whatToDo);
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
