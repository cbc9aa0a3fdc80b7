package org.seealso.matching;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator fixes before the matches are found again.
 *
 * @param locked groups to keep, in the order of their members; where there are mentors, the mentor first
 * @param held who is not to be matched now and stays in the pool
 * @param forbid pairs that must never be matched, {@code forbidWhy} a note for each, in their order
 * @param allow pairs a coordinator forbade and takes back
 */
public record Wish(
        List<List<UUID>> locked,
        List<UUID> held,
        List<List<UUID>> forbid,
        List<String> forbidWhy,
        List<List<UUID>> allow,
        String why) {
    static final Wish NONE = new Wish(null, null, null, null, null, null);

    public Wish(
            @Nullable List<List<UUID>> locked,
            @Nullable List<UUID> held,
            @Nullable List<List<UUID>> forbid,
            @Nullable List<String> forbidWhy,
            @Nullable List<List<UUID>> allow,
            @Nullable String why) {
        this.locked = Objects.requireNonNullElse(locked, List.of());
        this.held = Objects.requireNonNullElse(held, List.of());
        this.forbid = Objects.requireNonNullElse(forbid, List.of());
        this.forbidWhy = Objects.requireNonNullElse(forbidWhy, List.of());
        this.allow = Objects.requireNonNullElse(allow, List.of());
        this.why = Objects.requireNonNullElse(why, "");
    }
}
