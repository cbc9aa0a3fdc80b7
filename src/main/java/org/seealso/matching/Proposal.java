package org.seealso.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest matches of a cohort, for the coordinator who decides.
 *
 * @param edition counts confirmations; a decision must name the edition it was made from
 * @param proof "proven best" or the remaining gap, in a sentence
 */
public record Proposal(
        UUID runId,
        UUID cohortId,
        int edition,
        Instant madeAt,
        int people,
        long total,
        long bound,
        String proof,
        @Nullable String confirmedBy,
        List<Group> groups,
        List<Left> left) {

    /** A pair or trio; {@code percent} is how much of the highest possible score it reaches. */
    public record Group(
            List<Member> members, int score, int percent, boolean byHand, List<String> reasons, List<String> watch) {}

    public record Member(UUID participantId, String name, String libraryType, String employer) {}

    /** Somebody who is left over, and why. */
    public record Left(Member member, String reason) {}
}
