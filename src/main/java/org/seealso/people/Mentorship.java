package org.seealso.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A pair, trio or group from kickoff to closing. {@code members} are those who have not left. */
public record Mentorship(
        UUID id, UUID cohortId, State state, LocalDate startsOn, LocalDate endsOn, List<Participant> members) {

    /** PLANNED until kickoff; ACTIVE; ENDING while the closing survey is out; CLOSED for good. */
    public enum State {
        PLANNED,
        ACTIVE,
        ENDING,
        CLOSED
    }

    /** "Ana Silva &amp; Ben Okoro": the one personal datum a task may show in the engine (house law 3). */
    public String label() {
        return members.stream().map(m -> m.person().name()).collect(Collectors.joining(" & "));
    }

    public List<Participant> partnersOf(UUID participantId) {
        return members.stream().filter(m -> !m.id().equals(participantId)).toList();
    }
}
