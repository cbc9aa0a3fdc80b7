package org.seealso.matching;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The matches as a coordinator left them: everybody of the run once, in a group of two or three or left over. */
public record Edit(int edition, List<List<UUID>> groups, List<UUID> left) {
    public Edit(int edition, @Nullable List<List<UUID>> groups, @Nullable List<UUID> left) {
        this.edition = edition;
        this.groups = Objects.requireNonNullElse(groups, List.of());
        this.left = Objects.requireNonNullElse(left, List.of());
    }
}
