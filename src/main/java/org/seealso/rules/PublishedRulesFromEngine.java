package org.seealso.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Deployments never change, so what was read once is kept; only which one is the newest is asked again. */
@Component
class PublishedRulesFromEngine implements PublishedRules {
    private static final String CURRENT = "current";

    private final Deployments deployments;
    private final Cache<FileName, Optional<byte[]>> files =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final Cache<String, Set<String>> names =
            Caffeine.newBuilder().maximumSize(100).build();
    private final Cache<String, String> deploymentsOfProcesses =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final Cache<FileName, DecisionTable> tables =
            Caffeine.newBuilder().maximumSize(100).build();
    /** Every letter asks for its program's row several times, and a table's cells are read as FEEL each time. */
    private final Cache<FileName, ProgramRow> programs =
            Caffeine.newBuilder().maximumSize(1_000).build();
    /** Another node may publish: a few seconds late is soon enough. */
    private final Cache<String, String> current =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

    PublishedRulesFromEngine(Deployments deployments) {
        this.deployments = deployments;
    }

    private record FileName(String deployment, String name) {}

    @Override
    public String current() {
        return current.get(
                CURRENT,
                key -> deployments
                        .newest()
                        .map(Deployments.Ours::id)
                        .orElseThrow(() -> new IllegalStateException("No rules are published.")));
    }

    void forgetCurrent() {
        current.invalidateAll();
    }

    @Override
    public String deploymentOf(String processDefinitionId) {
        return deploymentsOfProcesses.get(
                processDefinitionId,
                id -> deployments.asTheHouse(() -> deployments
                        .engine()
                        .getRepositoryService()
                        .getProcessDefinition(id)
                        .getDeploymentId()));
    }

    @Override
    public Optional<byte[]> file(String deployment, String name) {
        return files.get(new FileName(deployment, name), this::read).map(byte[]::clone);
    }

    private Optional<byte[]> read(FileName file) {
        if (!names(file.deployment()).contains(file.name())) {
            return Optional.empty();
        }
        return Optional.of(deployments.asTheHouse(() -> {
            try (InputStream stream =
                    deployments.engine().getRepositoryService().getResourceAsStream(file.deployment(), file.name())) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    @Override
    public Set<String> names(String deployment) {
        return names.get(
                deployment,
                id -> Set.copyOf(deployments.asTheHouse(
                        () -> deployments.engine().getRepositoryService().getDeploymentResourceNames(id))));
    }

    @Override
    public ProgramRow row(String deployment, String program) {
        return programs.get(
                new FileName(deployment, program),
                wanted -> rows(deployment, ProgramTable.DECISION, Map.of("program", program)).stream()
                        .findFirst()
                        .map(cells -> ProgramTable.read(program, cells))
                        .orElseThrow(() -> new UnknownProgram(program)));
    }

    @Override
    public List<Map<String, Object>> rows(String deployment, String decision, Map<String, ?> inputs) {
        return tables.get(
                        new FileName(deployment, decision + ".dmn"),
                        table -> new DecisionTable(
                                decision,
                                file(table.deployment(), table.name())
                                        .orElseThrow(() -> new IllegalArgumentException(
                                                "The published rules hold no table " + table.name() + "."))))
                .rows(inputs);
    }
}
