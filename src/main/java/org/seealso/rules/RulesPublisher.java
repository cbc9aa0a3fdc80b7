package org.seealso.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks at the folders before the web port opens. Faulty rules leave the last good ones live (house law 5); without
 * any, SeeAlso does not start. Changed ones are published at once on the quick start, and wait for an admin elsewhere.
 */
@Component
public class RulesPublisher implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(RulesPublisher.class);
    private static final String AT_ONCE = "at-once";
    /** For the commands, which publish or take back by themselves. */
    public static final String BY_COMMAND = "by-command";

    private final RulesCheck check;
    private final Deployments deployments;
    private final Publications publications;
    private final RulesFolder folder;
    private final boolean atOnce;
    private final boolean byCommand;
    private volatile @Nullable Looked looked;

    RulesPublisher(
            RulesCheck check,
            Deployments deployments,
            Publications publications,
            @Value("${seealso.rules:.}") String directory,
            @Value("${seealso.publish:approved}") String mode) {
        this.check = check;
        this.deployments = deployments;
        this.publications = publications;
        // As text: Spring would look for a Path such as "." inside the web application first.
        this.folder = new RulesFolder(Path.of(directory));
        this.atOnce = mode.equals(AT_ONCE);
        this.byCommand = mode.equals(BY_COMMAND);
    }

    /** What the folders hold at this moment. */
    public record Looked(RuleFiles files, List<Fault> faults) {}

    @Override
    public void afterSingletonsInstantiated() {
        if (!byCommand) {
            publish();
        }
    }

    /** What a start does: checks the folders and publishes what may be published without asking anybody. */
    public synchronized void publish() {
        Looked now = look();
        if (!now.faults().isEmpty()) {
            if (deployments.newest().isEmpty()) {
                throw new RulesFaulty(folder.where(), now.faults());
            }
            LOG.error(
                    "The rules in {} have {} faults and were not published; the rules published before stay live.",
                    folder.where(),
                    now.faults().size());
            now.faults().forEach(fault -> LOG.error("{}", fault));
            return;
        }
        switch (publications.start(now.files(), atOnce)) {
            case PUBLISHED ->
                LOG.info(
                        "Published the rules in {} as number {}: {} files.",
                        folder.where(),
                        liveNumber(),
                        now.files().names().size());
            case NOTHING_NEW -> LOG.info("Nothing new in {}: the published rules stay live.", folder.where());
            case WAITS ->
                LOG.warn(
                        "The rules in {} have changed and wait for an admin at /desk/rules; number {} stays live.",
                        folder.where(),
                        liveNumber());
            case TAKEN_BACK ->
                LOG.warn(
                        "The rules in {} were taken back and are not published again; number {} stays live.",
                        folder.where(),
                        liveNumber());
        }
    }

    /** Reads the folders again; checks them only if they changed since, because that takes a moment. */
    public Looked look() {
        RuleFiles files = folder.read();
        Looked before = looked;
        if (before != null
                && before.files().fingerprint().equals(files.fingerprint())
                && files.readingFaults().equals(before.files().readingFaults())) {
            return before;
        }
        Looked now = new Looked(files, check.check(files));
        looked = now;
        return now;
    }

    /** What was wrong with the rules in the folders at the last look. */
    public List<Fault> faults() {
        return Optional.ofNullable(looked).map(Looked::faults).orElse(List.of());
    }

    /** Whether a start publishes changed folders without asking anybody. */
    public boolean publishesAtOnce() {
        return atOnce;
    }

    /** Where the rules are read from, for people. */
    public String where() {
        return folder.where();
    }

    /** The number of the rules people apply under now. */
    public int liveNumber() {
        return deployments.newest().map(Deployments.Ours::number).orElse(0);
    }
}
