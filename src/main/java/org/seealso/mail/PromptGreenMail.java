package org.seealso.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Objects;

/**
 * GreenMail whose IMAP answers leave at once. Its own wait 40 ms for the reader's acknowledgement between the lines of
 * one answer (Nagle's algorithm), which made a third of a second of every reply that was read.
 */
public class PromptGreenMail extends GreenMail {
    /** On this machine only; port 0 takes any free port. */
    public PromptGreenMail(int smtpPort, int imapPort) {
        super(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        Map<String, AbstractServer> services = super.createServices(setups, managers);
        services.computeIfPresent(
                ServerSetup.PROTOCOL_IMAP, (name, slow) -> new PromptImap(slow.getServerSetup(), managers));
        return services;
    }

    public int imapPort() {
        return Objects.requireNonNull(services.get(ServerSetup.PROTOCOL_IMAP)).getPort();
    }

    private static final class PromptImap extends AbstractServer {
        PromptImap(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket reader) {
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), reader);
        }

        @Override
        protected void handleClientSocket(Socket reader) throws SocketException {
            reader.setTcpNoDelay(true);
            super.handleClientSocket(reader);
        }
    }
}
