package org.seealso.rules;

import java.util.List;
import java.util.Optional;
import org.seealso.rules.Publication.Wish;

/** Why rules are not published, each with what to do instead. */
record Refusals(RulesCheck check, Deployments deployments) {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 1_000;

    void live(RuleFiles files) {
        if (deployments.newest().map(Deployments.Ours::fingerprint).equals(Optional.of(files.fingerprint()))) {
            throw new PublicationRefused(
                    "Exactly these rules are live already; nothing was published. Change a file first.");
        }
    }

    void unsound(RuleFiles files) {
        List<Fault> faults = check.check(files);
        if (!faults.isEmpty()) {
            throw new PublicationRefused(
                    "The check found " + (faults.size() == 1 ? "one fault" : faults.size() + " faults")
                            + ", so nothing was published and the live rules stay. Correct the files and try again.",
                    faults);
        }
    }

    void groundless(Wish wish) {
        reason(wish.reason());
        String forcedWhy = wish.forcedWhy();
        if (wish.rehearsal() == null && forcedWhy == null) {
            throw new PublicationRefused("These rules were not rehearsed yet. Rehearse them first, or say why they may"
                    + " be published without a rehearsal; that is kept with the publication.");
        }
        if (forcedWhy != null) {
            reason(forcedWhy);
        }
    }

    static void reason(String reason) {
        int length = reason.strip().length();
        if (length < SHORTEST_REASON) {
            throw new PublicationRefused("Say in a sentence why; whoever reads the history later will want to know.");
        }
        if (length > LONGEST_REASON) {
            throw new PublicationRefused("Keep the reason under " + LONGEST_REASON + " characters.");
        }
    }
}
