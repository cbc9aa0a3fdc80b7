package org.seealso.publishing.migration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of moving one mentorship.
 *
 * @param said for people: what to know about it, or why it stayed where it was
 * @param steps what moved from where to where
 * @param state where everything stood afterwards
 */
record Migration(
        UUID id,
        UUID mentorship,
        String toDeployment,
        String who,
        Instant at,
        boolean moved,
        String said,
        List<Move.Step> steps,
        String state,
        @Nullable Instant undoneAt) {}
