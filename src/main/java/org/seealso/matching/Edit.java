package org.seealso.matching;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The matches as a coordinator left them: everybody of the run in a group, or left over; a mentor in as many groups as
 * their capacity.
 *
 * @param held those of {@code left} who are not to be told yet that there is no match: they are matched in a next round
 */
public record Edit(int edition, List<List<UUID>> groups, List<UUID> left, List<UUID> held, String why) {
    public Edit(
            int edition,
            @Nullable List<List<UUID>> groups,
            @Nullable List<UUID> left,
            @Nullable List<UUID> held,
            @Nullable String why) {
        this.edition = edition;
        this.groups = Objects.requireNonNullElse(groups, List.of());
        this.left = Objects.requireNonNullElse(left, List.of());
        this.held = Objects.requireNonNullElse(held, List.of());
        this.why = Objects.requireNonNullElse(why, "");
    }
}
