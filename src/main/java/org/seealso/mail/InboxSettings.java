package org.seealso.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that replies and bounces come to. Without a host nobody is offered to reply.
 *
 * @param address where it is; {@code local+anything@domain} must arrive there, too. Empty: the address letters come from
 * @param handled the folder messages are moved to once they are dealt with; empty: they stay, marked as read
 * @param authserv the name by which our own server signs its Authentication-Results; empty: its verdict is not asked
 * @param program whose coordinators read what comes from nobody we know; empty: the first row's
 */
@ConfigurationProperties("seealso.mail.inbox")
public record InboxSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean tls,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String handled,
        @DefaultValue("") String address,
        @DefaultValue("") String authserv,
        @DefaultValue("") String program,
        @DefaultValue("1m") Duration pollEvery,
        @DefaultValue("5000000") long largest) {

    /** Whether there is one. */
    public boolean exists() {
        return !host.isBlank();
    }
}
