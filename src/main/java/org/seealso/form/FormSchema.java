package org.seealso.form;

import java.util.ArrayList;
import java.util.List;

/** A form as its file describes it. */
record FormSchema(String id, List<Component> components) {

    /** Every component, groups before their children, in the form's order. */
    List<Component> all() {
        List<Component> all = new ArrayList<>();
        collect(components, all);
        return all;
    }

    private static void collect(List<Component> components, List<Component> all) {
        for (Component component : components) {
            all.add(component);
            collect(component.children(), all);
        }
    }
}
