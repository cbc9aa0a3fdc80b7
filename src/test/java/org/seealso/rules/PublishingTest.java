package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seealso.engine.Rhythm;

/** Publishing on an engine of its own, with authorization on as in the house. */
class PublishingTest {
    private static final OwnEngine OWN = new OwnEngine("publishing");

    private final ProcessEngine engine = OWN.engine();
    private final Deployments deployments = OWN.deployments();
    private final PublishedRulesFromEngine published = OWN.published();

    @TempDir
    Path folder = Path.of(".");

    @AfterAll
    static void stopEngine() {
        OWN.engine().close();
    }

    @BeforeEach
    void beginWithNothingPublished() {
        OWN.copyTinyRules(folder);
    }

    @AfterEach
    void forgetEverything() {
        OWN.forgetEverything();
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
        return OWN.publisher(folder, "at-once");
    }

    private String letter(String deployment) {
        return published
                .file(deployment, "letters/hello.md")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private void edit(String file, String from, String to) {
        OwnEngine.edit(folder, file, from, to);
    }
}
