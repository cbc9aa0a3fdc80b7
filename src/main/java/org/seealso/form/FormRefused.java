package org.seealso.form;

import java.util.List;

/** A form that is missing or cannot be shown to people; the message names each fault and what to do. */
public final class FormRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FormRefused(String file, List<String> faults) {
        super(file + ": " + String.join(" ", faults));
    }
}
