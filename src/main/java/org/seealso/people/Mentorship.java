package org.seealso.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Language;

/**
 * A pair, trio or group from kickoff to closing.
 *
 * @param endsOn {@link LocalDate#MAX} while it goes on until its members say so (D2)
 * @param pausedUntil the day on which a pause ends, if there is one (B9)
 * @param stopped whether all contact is stopped until a conduct handler says more (A13)
 * @param members those who have not left
 */
public record Mentorship(
        UUID id,
        UUID cohortId,
        State state,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalDate pausedUntil,
        boolean stopped,
        List<Participant> members) {

    /**
     * PROPOSED while its members are asked whether they agree, CALLED_OFF if one doesn't; PLANNED until kickoff; ACTIVE;
     * ENDING while the closing survey is out; CLOSED for good.
     */
    public enum State {
        PROPOSED,
        CALLED_OFF,
        PLANNED,
        ACTIVE,
        ENDING,
        CLOSED
    }

    /** "Ana Silva &amp; Ben Okoro": the one personal datum a task may show in the engine (house law 3). */
    public String label() {
        return members.stream().map(m -> m.person().name()).collect(Collectors.joining(" & "));
    }

    /** Whether it has no last day yet. */
    public boolean open() {
        return endsOn.equals(LocalDate.MAX);
    }

    /** Before everybody has agreed, nobody learns a partner's surname or address. */
    public boolean agreed() {
        return state != State.PROPOSED && state != State.CALLED_OFF;
    }

    public List<Participant> partnersOf(UUID participantId) {
        return members.stream().filter(m -> !m.id().equals(participantId)).toList();
    }

    /** The others, as people say it in the language of this member: "Ben Okoro and Cara Lee"; before everybody has agreed, first names alone. */
    public String partnerNames(UUID participantId) {
        Language language = members.stream()
                .filter(member -> member.id().equals(participantId))
                .map(member -> Language.of(member.person().language()))
                .findFirst()
                .orElse(Language.ENGLISH);
        return language.joined(partnersOf(participantId).stream()
                .map(Participant::person)
                .map(person -> agreed() ? person.name() : person.firstName())
                .toList());
    }
}
