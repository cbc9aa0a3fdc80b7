package org.seealso.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;

/**
 * Our deployments in the engine. The source of each carries its number and the fingerprint of its files, because two
 * deployments may have the same time.
 */
@Component
final class Deployments {
    private static final String NAME = "SeeAlso rules";
    private static final Pattern SOURCE = Pattern.compile("(\\d+) ([0-9a-f]{64})");

    private final ProcessEngine engine;

    Deployments(ProcessEngine engine) {
        this.engine = engine;
    }

    record Ours(String id, int number, String fingerprint, Instant at) {
        private static Stream<Ours> of(Deployment deployment) {
            Matcher source = SOURCE.matcher(String.valueOf(deployment.getSource()));
            return source.matches()
                    ? Stream.of(new Ours(
                            deployment.getId(),
                            Integer.parseInt(source.group(1)),
                            source.group(2),
                            deployment.getDeploymentTime().toInstant()))
                    : Stream.empty();
        }
    }

    Optional<Ours> newest() {
        return asTheHouse(() ->
                engine.getRepositoryService().createDeploymentQuery().deploymentName(NAME).unlimitedList().stream()
                        .flatMap(Ours::of)
                        .max(Comparator.comparingInt(Ours::number)));
    }

    Ours deploy(RuleFiles files) {
        int number = newest().map(Ours::number).orElse(0) + 1;
        return asTheHouse(() -> {
            DeploymentBuilder builder = engine.getRepositoryService()
                    .createDeployment()
                    .name(NAME)
                    .source(number + " " + files.fingerprint());
            files.names()
                    .forEach(name -> builder.addInputStream(name, new java.io.ByteArrayInputStream(files.bytes(name))));
            Deployment done = builder.deploy();
            return new Ours(
                    done.getId(),
                    number,
                    files.fingerprint(),
                    done.getDeploymentTime().toInstant());
        });
    }

    /**
     * Runs a question of our own without asking whether the person whose request this is may read deployments: nobody
     * but the admin may, and everybody's page is drawn from one.
     */
    <T> T asTheHouse(Callable<T> question) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(question));
    }

    ProcessEngine engine() {
        return engine;
    }
}
