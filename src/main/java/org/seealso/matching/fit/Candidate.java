package org.seealso.matching.fit;

import java.time.Instant;
import java.util.UUID;
import org.seealso.engine.Language;

/**
 * One person of the pool as the matching sees them.
 *
 * @param role peer, mentor or mentee
 * @param capacity how many mentees a mentor can still take, from 0; 0 for anybody else
 * @param since when they came into the pool
 * @param front whether a match of theirs fell through: they come before everybody else
 * @param language in which they are told why they were matched
 */
public record Candidate(
        UUID participantId,
        UUID personId,
        String name,
        String email,
        String role,
        int capacity,
        Instant since,
        boolean front,
        Profile profile,
        Language language) {

    public Candidate(
            UUID participantId,
            UUID personId,
            String name,
            String email,
            String role,
            int capacity,
            Instant since,
            boolean front,
            Profile profile) {
        this(participantId, personId, name, email, role, capacity, since, front, profile, Language.ENGLISH);
    }

    public String firstName() {
        return name.strip().split("\\s+")[0];
    }

    public boolean isMentor() {
        return role.equals("mentor");
    }
}
