package org.seealso.publishing.migration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.seealso.engine.Ids;
import org.seealso.rules.PublishedRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running mentorships to the newest rules, each in a transaction of its own, and back again while nobody has
 * acted.
 */
@Component
public class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final int RECENT = 200;
    static final String UNEXPECTED =
            "The engine cannot take it over for a reason of its own, which the log names. It stays where it is.";

    private final RunningRepository running;
    private final MigrationRepository kept;
    private final Move move;
    private final Previews previews;
    private final PublishedRules rules;
    private final IdentityService identity;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    Migrations(
            RunningRepository running,
            MigrationRepository kept,
            Move move,
            Previews previews,
            PublishedRules rules,
            IdentityService identity,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.running = running;
        this.kept = kept;
        this.move = move;
        this.previews = previews;
        this.rules = rules;
        this.identity = identity;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** What became of one mentorship. */
    public record Outcome(UUID mentorship, String name, boolean done, String said) {}

    /** A past move that may be undone, or that was refused. */
    public record Past(UUID mentorship, String name, String who, Instant at, boolean moved, String said) {}

    /** How many mentorships run under each publication, newest number first. */
    public SortedMap<Integer, Integer> perNumber() {
        SortedMap<Integer, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        running.all().forEach(one -> counts.merge(one.number(), 1, Integer::sum));
        return counts;
    }

    public Preview preview(Collection<Choice> choices) {
        return asTheHouse(() -> previews.of(List.copyOf(choices)));
    }

    /** Moves these mentorships, each for itself; whoever cannot be moved stays where it was. */
    public List<Outcome> migrate(Set<UUID> mentorships, Collection<Choice> choices, String who) {
        return asTheHouse(() -> {
            String live = rules.current();
            List<Outcome> outcomes = new ArrayList<>();
            for (UUID mentorship : mentorships) {
                running.of(mentorship).ifPresent(one -> outcomes.add(migrate(one, live, List.copyOf(choices), who)));
            }
            return outcomes;
        });
    }

    private Outcome migrate(Running one, String live, List<Choice> choices, String who) {
        if (one.isUnder(live)) {
            return new Outcome(one.mentorship(), one.name(), true, "It is under the newest rules already.");
        }
        try {
            String said = ownTransaction.execute(status -> {
                Move.Done done = move.to(live, one, choices);
                String words = words(done.notes());
                kept.add(new Migration(
                        Ids.next(),
                        one.mentorship(),
                        live,
                        who,
                        now(),
                        true,
                        words,
                        done.steps(),
                        running.state(one),
                        null));
                return words;
            });
            return new Outcome(one.mentorship(), one.name(), true, String.valueOf(said));
        } catch (CannotMove stays) {
            return stayed(one, live, who, stays.inWords());
        } catch (ProcessEngineException refused) {
            LOG.warn("A mentorship could not be moved, as the engine says: {}", refused.getMessage());
            return stayed(one, live, who, UNEXPECTED);
        }
    }

    private Outcome stayed(Running one, String live, String who, String why) {
        kept.add(new Migration(Ids.next(), one.mentorship(), live, who, now(), false, why, List.of(), "", null));
        return new Outcome(one.mentorship(), one.name(), false, why);
    }

    /** Moves that may still be undone, newest first. */
    public List<Past> undoable() {
        Map<UUID, Running> now = new HashMap<>();
        running.all().forEach(one -> now.put(one.mentorship(), one));
        List<Past> past = new ArrayList<>();
        for (Migration migration : kept.recent(RECENT)) {
            Running one = now.get(migration.mentorship());
            if (migration.moved()
                    && migration.undoneAt() == null
                    && one != null
                    && past.stream().noneMatch(p -> p.mentorship().equals(one.mentorship()))
                    && running.state(one).equals(migration.state())) {
                past.add(new Past(
                        one.mentorship(), one.name(), migration.who(), migration.at(), true, migration.said()));
            }
        }
        return past;
    }

    /** What was tried last and refused, of mentorships that still run under other rules than the live ones. */
    public List<Past> refused() {
        String live = rules.current();
        Map<UUID, Running> now = new HashMap<>();
        running.all().forEach(one -> now.put(one.mentorship(), one));
        Set<UUID> lookedAt = new HashSet<>();
        List<Past> past = new ArrayList<>();
        for (Migration migration : kept.recent(RECENT)) {
            Running one = now.get(migration.mentorship());
            if (lookedAt.add(migration.mentorship()) && !migration.moved() && one != null && !one.isUnder(live)) {
                past.add(new Past(
                        one.mentorship(), one.name(), migration.who(), migration.at(), false, migration.said()));
            }
        }
        return past;
    }

    /** Takes the last move of these mentorships back, as long as nothing happened in them since. */
    public List<Outcome> undo(Set<UUID> mentorships, String who) {
        return asTheHouse(() -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (UUID mentorship : mentorships) {
                running.of(mentorship).ifPresent(one -> outcomes.add(undo(one, who)));
            }
            return outcomes;
        });
    }

    private Outcome undo(Running one, String who) {
        Optional<Migration> last = kept.last(one.mentorship());
        if (last.isEmpty()) {
            return new Outcome(one.mentorship(), one.name(), false, "It was not moved, so there is nothing to undo.");
        }
        if (!running.state(one).equals(last.get().state())) {
            return new Outcome(
                    one.mentorship(),
                    one.name(),
                    false,
                    "Somebody acted in it since, or a day came, so the move stays. If the new rules do harm, take them"
                            + " back and move it again.");
        }
        try {
            String said = ownTransaction.execute(status -> {
                Move.Done done = move.take(last.get().steps().stream()
                        .map(step -> new Move.Step(
                                step.instance(),
                                step.process(),
                                step.to(),
                                step.from(),
                                step.choices().stream().map(Choice::back).toList()))
                        .toList());
                kept.undone(last.get().id(), who, now());
                return words(done.notes());
            });
            return new Outcome(one.mentorship(), one.name(), true, String.valueOf(said));
        } catch (CannotMove stays) {
            return new Outcome(one.mentorship(), one.name(), false, stays.inWords());
        }
    }

    static String words(List<String> notes) {
        return String.join(" ", notes.stream().distinct().toList());
    }

    /** Whoever asks may publish rules, yet holds no grant on the instances in the engine. */
    private <T> T asTheHouse(Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
