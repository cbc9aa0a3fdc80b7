package org.seealso.matching.fit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.matching.optimum.Scores;

/** How everybody of a pool suits everybody else, by place; immutable once made. */
public final class Fit implements Scores {
    /** @param excluded pairs of person ids that must never be matched: forbidden, failed or declined before */
    public Fit(Criteria criteria, Frame frame, List<Candidate> pool, Set<Set<UUID>> excluded) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int of(int a, int b) {
        return FORBIDDEN;
    }

    /** The highest score any two of the pool who may be matched have; 0 if none may. */
    public int best() {
        return 0;
    }

    /** Why two people must never be matched, which nobody may overrule, as a sentence for coordinators. */
    public Optional<String> never(int a, int b) {
        return Optional.empty();
    }

    /** Why two people have no way to meet or to go together, as a sentence; a coordinator who knows better may pair them. */
    public Optional<String> cannot(int a, int b) {
        return Optional.empty();
    }

    /** Why somebody can be in no match at all, such as too few years for a mentor, as a sentence. */
    public Optional<String> unfit(int person) {
        return Optional.empty();
    }

    /** Groups who chose one another in their applications (D1, D14), where nothing forbids it. */
    public List<List<Integer>> chosen() {
        return List.of();
    }

    /** A group in words; for mentors, the mentor stands first. */
    public Explained explain(List<Integer> group) {
        throw new UnsupportedOperationException();
    }

    /** Why somebody is in no group, as a sentence or two. */
    public String whyLeft(int person) {
        return "";
    }

    /** What would help those left over, such as "Three more mentors who know public libraries." */
    public List<String> wouldHelp(List<Integer> left) {
        return List.of();
    }
}
