package org.seealso.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Publishes the folders as one deployment, before the web port opens. Faulty rules leave the last good ones live (house
 * law 5); without any, SeeAlso does not start.
 */
@Component
public class RulesPublisher implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(RulesPublisher.class);

    private final RulesCheck check;
    private final Deployments deployments;
    private final PublishedRulesFromEngine published;
    private final RulesFolder folder;
    private volatile List<Fault> faults = List.of();

    RulesPublisher(
            RulesCheck check,
            Deployments deployments,
            PublishedRulesFromEngine published,
            @Value("${seealso.rules:.}") String directory) {
        this.check = check;
        this.deployments = deployments;
        this.published = published;
        // As text: Spring would look for a Path such as "." inside the web application first.
        this.folder = new RulesFolder(Path.of(directory));
    }

    @Override
    public void afterSingletonsInstantiated() {
        publish();
    }

    /** Checks the folders and publishes them if they are sound and new. */
    public synchronized void publish() {
        RuleFiles files = folder.read();
        Optional<Deployments.Ours> live = deployments.newest();
        faults = check.check(files);
        if (!faults.isEmpty()) {
            if (live.isEmpty()) {
                throw new RulesFaulty(folder.where(), faults);
            }
            LOG.error(
                    "The rules in {} have {} faults and were not published; the rules published before stay live.",
                    folder.where(),
                    faults.size());
            faults.forEach(fault -> LOG.error("{}", fault));
            return;
        }
        if (live.map(Deployments.Ours::fingerprint)
                .filter(files.fingerprint()::equals)
                .isPresent()) {
            LOG.info("Nothing new in {}: the published rules stay live.", folder.where());
            return;
        }
        Deployments.Ours now = deployments.deploy(files);
        published.forgetCurrent();
        LOG.info(
                "Published the rules in {} as number {}: {} files.",
                folder.where(),
                now.number(),
                files.names().size());
    }

    /** What is wrong with the rules in the folders; empty means they are live. */
    public List<Fault> faults() {
        return faults;
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
