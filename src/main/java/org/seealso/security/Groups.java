package org.seealso.security;

/** The groups tasks are offered to; the names stand in the diagrams. */
public final class Groups {
    public static final String COORDINATORS = "coordinators";
    public static final String CONDUCT_HANDLERS = "conduct-handlers";
    public static final String ADMINS = "camunda-admin";

    private Groups() {}
}
