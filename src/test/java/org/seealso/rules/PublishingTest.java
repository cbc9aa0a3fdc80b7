package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seealso.TestServers;
import org.seealso.engine.Rhythm;

/** Publishing on an engine of its own, with authorization on as in the house. */
class PublishingTest {
    private static final Path TINY = Path.of("src/test/resources/tiny-rules");
    private static final String DATABASE = TestServers.emptyDatabase("publishing");

    private static ProcessEngine engine = startEngine();

    private Deployments deployments = new Deployments(engine);
    private PublishedRulesFromEngine published = new PublishedRulesFromEngine(deployments);
    private Path folder = TINY;

    private static ProcessEngine startEngine() {
        return new StandaloneProcessEngineConfiguration()
                .setJdbcUrl(DATABASE)
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUsername("postgres")
                .setJdbcPassword("postgres")
                .setDatabaseSchemaUpdate("true")
                .setHistory("none")
                .setAuthorizationEnabled(true)
                .setProcessEngineName("publishing")
                .buildProcessEngine();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @BeforeEach
    void beginWithNothingPublished(@TempDir Path directory) throws IOException {
        folder = directory;
        try (Stream<Path> files = Files.walk(TINY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = directory.resolve(TINY.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @AfterEach
    void forgetEverything() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(d -> engine.getRepositoryService().deleteDeployment(d.getId(), true));
    }

    @Test
    void publishesEverythingAsOneDeployment() {
        publisher().publish();

        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isOne();
        assertThat(published.names(published.current()))
                .containsExactlyInAnyOrder(
                        "tiny.bpmn",
                        "sibling.bpmn",
                        "tiny-rules.dmn",
                        "program-rules.dmn",
                        "review.form",
                        "letters/hello.md");
    }

    @Test
    void publishesNothingAgainWhenNothingChanged() {
        publisher().publish();
        String before = published.current();

        publisher().publish();

        assertThat(published.current()).isEqualTo(before);
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isOne();
    }

    @Test
    void keepsTheOldLettersReadableAfterAChange() {
        publisher().publish();
        String before = published.current();
        edit("forms/letters/hello.md", "how are you?", "how have you been?");

        publisher().publish();

        assertThat(letter(before)).contains("how are you?");
        assertThat(letter(published.current())).contains("how have you been?");
    }

    @Test
    void keepsTheLastGoodRulesLiveWhenTheNewOnesAreFaulty() {
        publisher().publish();
        String before = published.current();
        edit("forms/letters/hello.md", "{{firstName}}", "{{fristName}}");

        RulesPublisher publisher = publisher();
        publisher.publish();

        assertThat(published.current()).isEqualTo(before);
        assertThat(publisher.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("letters/hello.md");
            assertThat(fault.element()).isEqualTo("fristName");
        });
        assertThat(publisher.liveNumber()).isOne();
    }

    @Test
    void publishesAgainOnceTheFaultIsGone() {
        publisher().publish();
        edit("forms/letters/hello.md", "{{firstName}}", "{{fristName}}");
        publisher().publish();
        edit("forms/letters/hello.md", "{{fristName}}", "friend");

        RulesPublisher publisher = publisher();
        publisher.publish();

        assertThat(publisher.faults()).isEmpty();
        assertThat(publisher.liveNumber()).isEqualTo(2);
        assertThat(letter(published.current())).contains("Dear friend");
    }

    @Test
    void doesNotStartWithoutAnyGoodRules() {
        edit("forms/letters/hello.md", "{{firstName}}", "{{fristName}}");

        assertThatThrownBy(() -> publisher().publish())
                .isInstanceOf(RulesFaulty.class)
                .hasMessageContaining("letters/hello.md, fristName");
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isZero();
    }

    @Test
    void readsForSomebodyWhoMayNotReadDeployments() {
        publisher().publish();
        engine.getIdentityService().setAuthentication("stranger", List.of());
        PublishedRules asked = new PublishedRulesFromEngine(deployments);

        assertThat(asked.file(asked.current(), "review.form")).isPresent();
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .as("what the stranger sees of the engine")
                .isZero();
    }

    @Test
    void knowsTheDeploymentOfAProcess() {
        publisher().publish();
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("tiny")
                .singleResult()
                .getId();
        engine.getIdentityService().setAuthentication("stranger", List.of());

        assertThat(published.deploymentOf(definition)).isEqualTo(published.current());
    }

    @Test
    void saysNothingOfAFileThatIsNotThere() {
        publisher().publish();

        assertThat(published.file(published.current(), "letters/none.md")).isEmpty();
    }

    @Test
    void readsTheRowOfAProgram() {
        publisher().publish();

        ProgramRow row = published.row(published.current(), "mla-peer");

        assertThat(row.program()).isEqualTo("mla-peer");
        assertThat(row.zone()).isEqualTo(ZoneId.of("America/Winnipeg"));
        assertThat(row.checkIns()).isEqualTo(Rhythm.parse("monthly"));
        assertThat(row.agreement()).isTrue();
    }

    @Test
    void readsTheRowsOfAnyTable() {
        publisher().publish();

        assertThat(published.rows(published.current(), "tiny-rules", Map.of("program", "mla-peer")))
                .containsExactly(Map.of("signal", "green"));
        assertThat(published.rows(published.current(), "tiny-rules", Map.of("program", "other")))
                .isEmpty();
    }

    @Test
    void saysThatAProgramIsUnknown() {
        publisher().publish();

        assertThatThrownBy(() -> published.row(published.current(), "vimloc"))
                .isInstanceOf(UnknownProgram.class)
                .hasMessageContaining("vimloc");
    }

    private RulesPublisher publisher() {
        return new RulesPublisher(
                new RulesCheck(Set.of("sendCheckInDelegate"), Set.of("firstName", "program", "reminder")),
                deployments,
                published,
                folder.toString());
    }

    private String letter(String deployment) {
        return published
                .file(deployment, "letters/hello.md")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private void edit(String file, String from, String to) {
        try {
            Path path = folder.resolve(file);
            Files.writeString(path, Files.readString(path).replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
