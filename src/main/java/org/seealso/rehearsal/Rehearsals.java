package org.seealso.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        FAILED,
        STOPPED
    }

    /**
     * What to play.
     *
     * @param from the first day
     * @param until the last day, or nothing for the end of the season
     */
    public record Options(
            String program,
            int people,
            long seed,
            LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * A rehearsal as it is kept.
     *
     * @param fingerprint of the rules that were played
     * @param percent 0 to 100
     * @param from the first day; none was kept of rehearsals before version 22 of the database
     * @param message what it is doing, or why it failed, for people
     * @param compared whether the live rules were played, too
     * @param stoppedBy who stopped it, if anybody did
     */
    public record Kept(
            UUID id,
            String fingerprint,
            String program,
            int people,
            long seed,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String startedBy,
            Instant startedAt,
            State state,
            int percent,
            String message,
            int findings,
            boolean compared,
            @Nullable String stoppedBy) {}

    /** Somebody has stopped it: what is played of it is of no use any more. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final RehearsalRepository kept;
    private final Clock clock;
    private final Map<UUID, RehearsalRun.Curtain> mine = new ConcurrentHashMap<>();
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
                options.from(),
                options.until(),
                who,
                clock.instant(),
                State.RUNNING,
                0,
                "Waiting for its turn",
                0,
                live != null,
                null);
        kept.add(wanted);
        mine.put(wanted.id(), new RehearsalRun.Curtain());
        oneByOne.execute(() -> play(wanted, rules, live, options));
        return wanted.id();
    }

    /** The first day of those who do not choose one. */
    public LocalDate nextFirst() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusMonths(1)
                .withDayOfMonth(1);
    }

    /**
     * Stops one that waits or is played, wherever that is; another server hears of it with its next step.
     *
     * @return whether it was still to be stopped
     */
    public boolean stop(UUID id, String who) {
        boolean stopped = kept.stop(id, who);
        RehearsalRun.Curtain curtain = mine.get(id);
        if (stopped && curtain != null) {
            curtain.fall();
        }
        return stopped;
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

    private void play(Kept wanted, RuleFiles rules, @Nullable RuleFiles live, Options options) {
        try {
            Result now = season(wanted.id(), rules, options, 0, live == null ? ALL : HALF);
            String report;
            if (live == null) {
                report = ReportPage.html(now, rules);
            } else {
                Result before = season(wanted.id(), live, options, HALF, ALL);
                report = ReportPage.comparison(before, live, now, rules);
            }
            kept.done(wanted.id(), now.findings().size(), report);
        } catch (Stopped e) {
            LOG.info("A rehearsal was stopped.");
        } catch (RehearsalRefused e) {
            kept.failed(wanted.id(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A rehearsal failed", e);
            kept.failed(wanted.id(), "The rehearsal failed; the log says why. Try again with other people or a seed.");
        } finally {
            mine.remove(wanted.id());
        }
    }

    private Result season(UUID id, RuleFiles rules, Options options, int first, int last) {
        tell(id, first, "Beginning");
        Path folder = folder(rules);
        try {
            return RehearsalRun.play(
                    new Rehearsal.Options(
                            folder,
                            options.program(),
                            options.people(),
                            options.seed(),
                            null,
                            options.from(),
                            options.until(),
                            0),
                    (percent, what) -> tell(id, first + percent * (last - first) / ALL, what),
                    mine.getOrDefault(id, new RehearsalRun.Curtain()));
        } finally {
            Stage.remove(folder);
        }
    }

    private void tell(UUID id, int percent, String what) {
        if (!kept.progress(id, percent, what)) {
            throw new Stopped();
        }
        kept.alive(mine.keySet());
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

    @Override
    public void destroy() {
        oneByOne.shutdownNow();
    }
}
