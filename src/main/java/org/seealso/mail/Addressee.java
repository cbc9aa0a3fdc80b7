package org.seealso.mail;

/** Whoever deals with the mail that arrives in the program's mailbox. */
public interface Addressee {
    /**
     * Deals with a message, or does nothing if it was dealt with before; all in one transaction. A message comes again
     * until this returns.
     */
    void take(Incoming message);

    /** Gives a message that cannot be dealt with to a person: taking it failed again and again. */
    void giveToAPerson(Incoming message);
}
