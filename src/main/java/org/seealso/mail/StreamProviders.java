package org.seealso.mail;

import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Jakarta Mail looks its one stream provider up anew for every part of every message, through every jar of the class
 * path; a quarter of the time a letter took went there. Named in a system property, it is found at once.
 */
final class StreamProviders {
    private static final String PROPERTY = "jakarta.mail.util.StreamProvider";

    private StreamProviders() {}

    static void remember() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, MailStreamProvider.class.getName());
        }
    }
}
