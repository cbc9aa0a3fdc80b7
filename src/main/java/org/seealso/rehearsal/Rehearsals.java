package org.seealso.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.rules.RuleFiles;
import org.springframework.stereotype.Component;

/** Rehearsals that were started from the admin's page. */
@Component
public final class Rehearsals {
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public record Options(String program, int people, long seed) {}

    public record Kept(
            UUID id,
            String fingerprint,
            String program,
            int people,
            long seed,
            String startedBy,
            Instant startedAt,
            State state,
            int percent,
            String message,
            int findings,
            boolean compared) {}

    public UUID start(RuleFiles rules, @Nullable RuleFiles live, Options options, String who) {
        throw new IllegalStateException("Rehearsals are not built in yet.");
    }

    public List<Kept> recent(int most) {
        return List.of();
    }

    public Optional<Kept> newestDone(String fingerprint) {
        return Optional.empty();
    }

    public Optional<Kept> find(UUID id) {
        return Optional.empty();
    }

    public Optional<String> report(UUID id) {
        return Optional.empty();
    }
}
