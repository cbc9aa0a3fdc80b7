package org.seealso.people;

import java.util.UUID;

/** A human being we write to, once, however many programs they take part in. */
public record Person(UUID id, String name, String email, String language) {
    public String firstName() {
        return name.strip().split("\\s+")[0];
    }
}
