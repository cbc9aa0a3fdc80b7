package org.seealso.rules;

import java.util.List;

/** The rules were not published; the message says why and what to do next. */
public final class PublicationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    PublicationRefused(String message) {
        this(message, List.of());
    }

    PublicationRefused(String message, List<Fault> faults) {
        super(message);
        this.faults = List.copyOf(faults);
    }

    /** What the check found, if that was the reason. */
    public List<Fault> faults() {
        return faults;
    }

    /** For people. */
    public String inWords() {
        return String.valueOf(getMessage());
    }
}
