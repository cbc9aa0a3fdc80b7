package org.seealso.security;

import org.seealso.confidence.Handlers;

/** The groups tasks are offered to; the names stand in the diagrams. */
public final class Groups {
    public static final String COORDINATORS = "coordinators";
    public static final String CONDUCT_HANDLERS = Handlers.GROUP;
    public static final String ADMINS = "camunda-admin";

    private Groups() {}
}
