package org.seealso.checkin;

import org.seealso.engine.Facts;

/**
 * What check-in-signal.dmn decides by, of both members of a mentorship.
 *
 * @param deciding how often in a row this member said "I am still finding out", this time included
 * @param silences how often in a row this member did not answer, this time included
 * @param others answered if another member has answered this period, silent if all have let it pass, else waiting
 * @param pace contacts so far in percent of those hoped for until today, 100 at most (C3)
 * @param asked how many check-ins this member has had, this one included
 */
record Signs(String reply, String fit, int deciding, int silences, String others, int pace, int asked) {
    void set(Facts facts) {
        facts.set("reply", reply);
        facts.set("fit", fit);
        facts.set("deciding", deciding);
        facts.set("silences", silences);
        facts.set("others", others);
        facts.set("pace", pace);
        facts.set("asked", asked);
    }
}
