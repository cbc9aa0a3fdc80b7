package org.seealso.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Why the mailbox can't be read, in a sentence an admin can act on. No name and no password stands in it. */
final class MailboxTrouble {
    private MailboxTrouble() {}

    static String sentence(Exception failed, InboxSettings settings) {
        String server = settings.host() + (settings.port() == 0 ? "" : ":" + settings.port());
        if (isOf(failed, AuthenticationFailedException.class)) {
            return "the server does not accept IMAP_USER with this IMAP_PASSWORD. Some providers want a password made"
                    + " for programs, an “app password”";
        }
        if (isOf(failed, FolderNotFoundException.class)) {
            return "there is no folder “" + settings.folder() + "”. Set IMAP_FOLDER to one there is";
        }
        if (isOf(failed, CertificateException.class)) {
            return "this machine does not trust the certificate of " + server + ", or it is for another name. Set"
                    + " IMAP_HOST to the name in the certificate; if your own authority signed it, start Java with"
                    + " -Djavax.net.ssl.trustStore";
        }
        if (isOf(failed, SSLException.class)) {
            return server + " does not speak TLS there. IMAP_PORT is usually 993; IMAP_TLS=false is for a server on"
                    + " this very machine";
        }
        if (isOf(failed, UnknownHostException.class)) {
            return "there is no server by the name " + settings.host() + ". Look at IMAP_HOST";
        }
        if (isOf(failed, MailConnectException.class) || isOf(failed, SocketTimeoutException.class)) {
            return "nothing answers at " + server + ". Look at IMAP_HOST and IMAP_PORT";
        }
        return "the connection was lost (" + failed.getClass().getSimpleName() + ")";
    }

    private static boolean isOf(Exception failed, Class<? extends Throwable> kind) {
        return Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }
}
