package org.seealso.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Ids;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Rehearsals started from the admin's pages, each in a process of its own, one after the other: people here must not
 * wait because invented ones have a season.
 */
@Component
public class Rehearsals implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private static final int ALL = 100;
    private static final int HALF = 50;

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public record Options(String program, int people, long seed) {}

    /**
     * A rehearsal as it is kept.
     *
     * @param fingerprint of the rules that were played
     * @param percent 0 to 100
     * @param message what it is doing, or why it failed, for people
     * @param compared whether the live rules were played, too
     */
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

    private final RehearsalRepository kept;
    private final Clock clock;
    private final Set<UUID> mine = ConcurrentHashMap.newKeySet();
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "rehearsals");
        thread.setDaemon(true);
        return thread;
    });

    Rehearsals(RehearsalRepository kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Starts one, after those before it.
     *
     * @param rules which have been checked and have no fault
     * @param live what to compare with, or nothing
     */
    public UUID start(RuleFiles rules, @Nullable RuleFiles live, Options options, String who) {
        Kept wanted = new Kept(
                Ids.next(),
                rules.fingerprint(),
                options.program(),
                options.people(),
                options.seed(),
                who,
                clock.instant(),
                State.RUNNING,
                0,
                "Waiting for its turn",
                0,
                live != null);
        kept.add(wanted);
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusMonths(1)
                .withDayOfMonth(1);
        mine.add(wanted.id());
        oneByOne.execute(() -> play(wanted, rules, live, from));
        return wanted.id();
    }

    public List<Kept> recent(int most) {
        return kept.recent(most);
    }

    /** The newest finished rehearsal of exactly these rules. */
    public Optional<Kept> newestDone(String fingerprint) {
        return kept.newestDone(fingerprint);
    }

    public Optional<Kept> find(UUID id) {
        return kept.find(id);
    }

    /** One HTML file with everything in it, script and style included: show it apart from our own pages. */
    public Optional<String> report(UUID id) {
        return kept.report(id);
    }

    private void play(Kept wanted, RuleFiles rules, @Nullable RuleFiles live, LocalDate from) {
        try {
            Result now = season(wanted, rules, from, 0, live == null ? ALL : HALF);
            String report;
            if (live == null) {
                report = ReportPage.html(now, rules);
            } else {
                Result before = season(wanted, live, from, HALF, ALL);
                report = ReportPage.comparison(before, live, now, rules);
            }
            kept.done(wanted.id(), now.findings().size(), report);
        } catch (RehearsalRefused e) {
            kept.failed(wanted.id(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A rehearsal failed", e);
            kept.failed(wanted.id(), "The rehearsal failed; the log says why. Try again with other people or a seed.");
        } finally {
            mine.remove(wanted.id());
        }
    }

    private Result season(Kept wanted, RuleFiles rules, LocalDate from, int first, int last) {
        Path folder = folder(rules);
        try {
            return RehearsalRun.play(
                    new Rehearsal.Options(
                            folder, wanted.program(), wanted.people(), wanted.seed(), null, from, null, 0),
                    (percent, what) -> {
                        kept.progress(wanted.id(), first + percent * (last - first) / ALL, what);
                        kept.alive(mine);
                    });
        } finally {
            remove(folder);
        }
    }

    private static Path folder(RuleFiles rules) {
        try {
            Path folder = Files.createTempDirectory("rehearsal");
            RulesFolder.write(rules, folder);
            return folder;
        } catch (IOException e) {
            throw new RehearsalRefused("The rules cannot be written to a folder of their own: " + e.getMessage(), e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        oneByOne.shutdownNow();
    }
}
