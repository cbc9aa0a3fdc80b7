package org.seealso.form;

import java.util.Optional;

/** The heading a form opens with; it becomes the page's heading, so the fields must not repeat it. */
record Heading(Component component, String words, String rest) {
    static Optional<Heading> first(FormSchema schema) {
        for (Component component : schema.components()) {
            String text = component.text("text").strip();
            if (component.type().equals("text") && text.startsWith("#")) {
                String[] lines = text.split("\\R", 2);
                return Optional.of(new Heading(
                        component, lines[0].replaceAll("^#+\\s*", ""), lines.length > 1 ? lines[1].strip() : ""));
            }
        }
        return Optional.empty();
    }
}
