package org.seealso.people;

import java.util.UUID;

/** A person in a cohort; born as an application, and its id is the application's id. */
public record Participant(UUID id, UUID cohortId, Person person, String role, State state) {

    /** Every state a participant passes through, in the order of a good life. */
    public enum State {
        /** On the interest list, before applications open; becomes an application when they apply (A2). */
        INTERESTED,
        /** Applied, or just put on the interest list; address not confirmed yet. */
        APPLIED,
        /** Address confirmed, waiting for a coordinator. */
        IN_REVIEW,
        /** Accepted, with an orientation still to do before the pool. */
        ACCEPTED,
        /** Accepted, waiting for a match. */
        POOL,
        /** A match is found, and its members are asked whether they agree. */
        ASKED,
        MATCHED,
        /** Accepted, but nobody was left to match with. */
        UNMATCHED,
        DONE,
        DECLINED,
        NOT_ELIGIBLE,
        WITHDRAWN,
        /** Never confirmed their address; what they wrote is deleted. */
        FORGOTTEN
    }
}
