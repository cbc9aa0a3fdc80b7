package org.seealso.letter;

import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Language;

/** Writes letters into the outbox, inside the caller's transaction (house law 7). */
public interface Letters {
    /** Writes the letter now; it is sent after the transaction commits. Returns the letter's id. */
    UUID write(LetterOrder order);

    /** Writes to an address that is no participant's, such as a conduct handler's; no standing links. */
    UUID writeTo(String name, String deployment, String program, String address, Map<String, Object> values);

    /** The same. @param otherwise in which language to write to an address that is nobody's we know */
    UUID writeTo(
            String name,
            String deployment,
            String program,
            String address,
            Language otherwise,
            Map<String, Object> values);

    /** Whether this person got this letter in this mentorship. */
    boolean wasWritten(String name, UUID mentorshipId, UUID personId);

    /**
     * Sends a letter that was refused, or whose fate is unknown, once more, perhaps to another address. False if what it
     * said is no longer kept, as of one that left and came back.
     */
    boolean resend(UUID letterId, String address);
}
