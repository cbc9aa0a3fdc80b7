package org.seealso.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.seealso.engine.Ids;
import org.seealso.rules.Publication.Wish;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way rules become live: checked, rehearsed or forced, approved, deployed as a whole, and recorded. Nodes that
 * publish at the same moment go one after the other, and the second finds nothing left to do.
 */
@Component
public class Publications {
    private final Refusals refusals;
    private final Deployments deployments;
    private final PublishedRulesFromEngine published;
    private final PublicationRepository kept;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publications(
            RulesCheck check,
            Deployments deployments,
            PublishedRulesFromEngine published,
            PublicationRepository kept,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.refusals = new Refusals(check, deployments);
        this.deployments = deployments;
        this.published = published;
        this.kept = kept;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What people apply under now; empty before the first start. */
    public Optional<Publication> live() {
        return deployments.newest().flatMap(ours -> kept.numbered(ours.number()));
    }

    /** Everything that was ever published, newest first. */
    public List<Publication> history() {
        return kept.published();
    }

    /** The wish for exactly these files that waits for an approval, or for the next start. */
    public Optional<Publication> waiting(RuleFiles files) {
        return kept.waiting(files.fingerprint());
    }

    /** The files of a deployment, as they were published. */
    public RuleFiles files(String deployment) {
        Map<String, byte[]> read = new TreeMap<>();
        for (String name : published.names(deployment)) {
            published.file(deployment, name).ifPresent(bytes -> read.put(name, bytes));
        }
        return RuleFiles.of(read);
    }

    /** The files people apply under now. */
    public Optional<RuleFiles> liveFiles() {
        return deployments.newest().map(ours -> files(ours.id()));
    }

    /** Records the wish, for somebody else to approve. */
    public Publication ask(RuleFiles files, Wish wish) {
        return locked(() -> record(files, wish));
    }

    /** Approves what was asked; exactly these files are published by the next start that finds them in its folders. */
    public void approve(RuleFiles files, String who) {
        locked(() -> {
            kept.approve(asked(files).id(), who, now());
            return files;
        });
    }

    /** Approves what was asked and publishes it. */
    public Publication approveAndPublish(RuleFiles files, String who) {
        return fresh(locked(() -> {
            refusals.unsound(files);
            Publication asked = asked(files);
            if (!asked.isApproved()) {
                kept.approve(asked.id(), who, now());
            }
            return deploy(files, asked.id());
        }));
    }

    /** Everything in one: the author approves it, too. */
    public Publication publish(RuleFiles files, Wish wish) {
        return fresh(locked(() -> {
            refusals.unsound(files);
            Publication asked = record(files, wish);
            kept.approve(asked.id(), wish.author(), now());
            return deploy(files, asked.id());
        }));
    }

    /** The rules before the live ones; empty if there are none. */
    public Optional<Publication> former() {
        return live().flatMap(live -> kept.numbered(number(live) - 1));
    }

    /**
     * Publishes the former rules again.
     *
     * @param number the live rules whoever asks has seen, so that nobody takes back what they never saw
     */
    public Publication takeBack(int number, String who, String reason) {
        return fresh(locked(() -> {
            Publication live = live().filter(p -> number(p) == number)
                    .orElseThrow(() -> new PublicationRefused("Number " + number
                            + " is not live any more, so there is nothing to take back. Look at the history first."));
            Publication former = kept.numbered(number - 1)
                    .orElseThrow(() -> new PublicationRefused("Nothing was published before number " + number
                            + ", so there is nothing to go back to." + " Correct the files and publish them instead."));
            Refusals.reason(reason);
            Publication again = former.again(Ids.next(), number(live), who, reason, now());
            kept.add(again);
            return deploy(files(String.valueOf(former.deployment())), again.id());
        }));
    }

    /** What a start does about its folders. */
    enum AtStart {
        PUBLISHED,
        NOTHING_NEW,
        WAITS,
        TAKEN_BACK
    }

    /**
     * The same path for a start, which has nobody to ask.
     *
     * @param atOnce publish what nobody approved, too
     */
    AtStart start(RuleFiles files, boolean atOnce) {
        AtStart done = locked(() -> {
            Optional<Deployments.Ours> newest = deployments.newest();
            newest.ifPresent(this::recordWhatWasLiveBefore);
            if (newest.isEmpty()) {
                deploy(files, own(files, "The first rules of this SeeAlso."));
                return AtStart.PUBLISHED;
            }
            if (newest.get().fingerprint().equals(files.fingerprint())) {
                return AtStart.NOTHING_NEW;
            }
            Optional<Publication> asked = waiting(files).filter(Publication::isApproved);
            if (asked.isPresent()) {
                deploy(files, asked.get().id());
                return AtStart.PUBLISHED;
            }
            if (!atOnce) {
                return AtStart.WAITS;
            }
            if (wasTakenBack(files)) {
                return AtStart.TAKEN_BACK;
            }
            deploy(files, own(files, "The folders had changed."));
            return AtStart.PUBLISHED;
        });
        if (done == AtStart.PUBLISHED) {
            published.forgetCurrent();
        }
        return done;
    }

    /** Whether the live rules were published to get rid of exactly these. */
    public boolean wasTakenBack(RuleFiles files) {
        return live().map(Publication::takenBackOf)
                .flatMap(kept::numbered)
                .filter(back -> back.fingerprint().equals(files.fingerprint()))
                .isPresent();
    }

    /** A database from before publications were recorded. */
    private void recordWhatWasLiveBefore(Deployments.Ours live) {
        if (kept.numbered(live.number()).isEmpty()) {
            kept.add(Publication.byAStart(
                            Ids.next(),
                            live.fingerprint(),
                            "Live before SeeAlso kept a record of publications.",
                            live.at())
                    .live(live.number(), live.id(), live.at()));
        }
    }

    private UUID own(RuleFiles files, String reason) {
        UUID id = Ids.next();
        kept.add(Publication.byAStart(id, files.fingerprint(), reason, now()));
        return id;
    }

    private Publication record(RuleFiles files, Wish wish) {
        refusals.live(files);
        refusals.groundless(wish);
        Publication asked = Publication.wished(Ids.next(), files.fingerprint(), wish, now());
        kept.add(asked);
        return asked;
    }

    private Publication asked(RuleFiles files) {
        refusals.live(files);
        return waiting(files)
                .orElseThrow(() -> new PublicationRefused(
                        "Nobody asked for these rules yet, or the files changed since. Look at what would change"
                                + " now, and ask again."));
    }

    private Publication deploy(RuleFiles files, UUID id) {
        Deployments.Ours now = deployments.deploy(files);
        kept.publish(id, now.number(), now.id(), now());
        return kept.find(id).orElseThrow();
    }

    private Publication fresh(Publication done) {
        published.forgetCurrent();
        return done;
    }

    private <T> T locked(Supplier<T> work) {
        T done = transaction.execute(status -> {
            kept.lock();
            return work.get();
        });
        if (done == null) {
            throw new IllegalStateException("publishing gave no answer");
        }
        return done;
    }

    private static int number(Publication published) {
        Integer number = published.number();
        if (number == null) {
            throw new IllegalStateException("not published");
        }
        return number;
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
