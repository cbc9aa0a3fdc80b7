package org.seealso.matching;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seealso.matching.fit.Explained;
import org.seealso.matching.optimum.Shape;

/**
 * The newest matches of a cohort, for the coordinator who decides.
 *
 * @param edition counts confirmations; a decision must name the edition it was made from
 * @param rolling whether people are matched as they come, so that whoever is left over simply waits on
 * @param consent whether everybody is asked before they learn whom they meet
 * @param proof "proven best" or the remaining gap, as a sentence
 * @param cost what fixing by hand costs the whole, as a sentence; empty if nothing was fixed
 * @param trouble why nothing could be found and what to do, as a sentence; else empty
 * @param stale who is no longer in the pool, as a sentence: these matches can't be confirmed; else empty
 * @param news who came since, as a sentence; else empty
 * @param changedBy who last had them found again or confirmed them
 * @param wouldHelp what would help those left over, as sentences
 */
public record Proposal(
        UUID runId,
        UUID cohortId,
        int edition,
        Instant madeAt,
        Shape shape,
        int people,
        boolean rolling,
        boolean consent,
        long total,
        long bound,
        String proof,
        String cost,
        String trouble,
        String stale,
        String news,
        @Nullable String changedBy,
        @Nullable String confirmedBy,
        List<Group> groups,
        List<Left> left,
        List<Member> held,
        List<String> wouldHelp,
        List<Forbidden> forbidden) {

    /** The answers that stand beside a name, as far as coordinators may read them. */
    public static final List<String> SHOWN = List.of("libraryType", "employer");

    /** Everybody whose answers it shows. */
    public Set<UUID> everybody() {
        return Stream.of(
                        groups.stream().flatMap(group -> group.members().stream()),
                        left.stream().map(Left::member),
                        held.stream(),
                        forbidden.stream().flatMap(pair -> Stream.of(pair.a(), pair.b())))
                .flatMap(Function.identity())
                .map(Member::participantId)
                .collect(Collectors.toSet());
    }

    /**
     * People who would meet; where there are mentors, the mentor first.
     *
     * @param percent how well they fit, compared with the best pair thinkable in this pool
     */
    public record Group(
            List<Member> members,
            int score,
            int percent,
            boolean locked,
            String origin,
            List<String> gives,
            List<String> reasons,
            List<String> watch,
            List<Explained.Bar> bars) {}

    public record Member(UUID participantId, String name, String role, String about) {}

    /** Somebody who is left over, and why. */
    public record Left(Member member, String reason) {}

    /** Two people a coordinator keeps apart. */
    public record Forbidden(Member a, Member b, String why) {}
}
