package org.seealso.mail;

/** What became of one attempt. Reasons are codes or fixed phrases: a server's own words often repeat the address. */
public sealed interface Outcome {
    /** The server took the letter. */
    record Sent() implements Outcome {}

    /** The server will never take this letter for this address. */
    record Refused(String reason) implements Outcome {}

    /** The server did not take this letter now, and others may fare better. */
    record TryLater(String reason) implements Outcome {}

    /** No letter can be sent at the moment: nobody answers, or our account is not accepted. */
    record Unreachable(String reason) implements Outcome {}

    /** The connection broke after the whole letter was handed over: it may or may not have arrived. */
    record Unknown(String reason) implements Outcome {}
}
