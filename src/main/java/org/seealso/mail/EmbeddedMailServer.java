package org.seealso.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A mail server inside the quick start: takes every letter for every address, keeps it in memory, sends none on. */
public class EmbeddedMailServer implements AutoCloseable {
    private final GreenMail server;

    private EmbeddedMailServer(GreenMail server) {
        this.server = server;
    }

    /** Starts SMTP and IMAP on this machine only; port 0 takes any free port. */
    public static EmbeddedMailServer start(int smtpPort, int imapPort) {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig()
                .withDisabledAuthentication()
                // Letters to seealso+anything are seealso's, as on a real mail server.
                .withSieveIgnoreDetail());
        server.start();
        return new EmbeddedMailServer(server);
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
