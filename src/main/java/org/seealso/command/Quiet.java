package org.seealso.command;

import org.springframework.boot.logging.LoggingSystem;

/** Without this, libraries used before Spring sets up the log would fill the terminal. */
final class Quiet {
    private Quiet() {}

    static void untilSpringStarts() {
        LoggingSystem.get(Quiet.class.getClassLoader()).beforeInitialize();
    }
}
