package org.seealso.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.seealso.TestServers;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** An engine on a database of its own, with authorization on as in the house, and what publishing needs around it. */
final class OwnEngine {
    private static final Path TINY = Path.of("src/test/resources/tiny-rules");

    private final ProcessEngine engine;
    private final Deployments deployments;
    private final PublishedRulesFromEngine published;
    private final DriverManagerDataSource database;
    private final RulesCheck check =
            new RulesCheck(Set.of("sendCheckInDelegate"), Set.of("firstName", "program", "reminder"));

    OwnEngine(String name) {
        String url = TestServers.emptyDatabase(name);
        this.database = new DriverManagerDataSource(url, "postgres", "postgres");
        JdbcClient.create(database)
                .sql("create table mentorship (id uuid primary key)")
                .update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V19__publications.sql")).execute(database);
        this.engine = new StandaloneProcessEngineConfiguration()
                .setJdbcUrl(url)
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUsername("postgres")
                .setJdbcPassword("postgres")
                .setDatabaseSchemaUpdate("true")
                .setHistory("none")
                .setAuthorizationEnabled(true)
                .setProcessEngineName(name)
                .buildProcessEngine();
        this.deployments = new Deployments(engine);
        this.published = new PublishedRulesFromEngine(deployments);
    }

    ProcessEngine engine() {
        return engine;
    }

    Deployments deployments() {
        return deployments;
    }

    PublishedRulesFromEngine published() {
        return published;
    }

    /** As on a node of its own: nothing remembered but what the database holds. */
    Publications publications() {
        return new Publications(
                check,
                deployments,
                published,
                new PublicationRepository(JdbcClient.create(database)),
                new DataSourceTransactionManager(database),
                Clock.systemUTC());
    }

    RulesPublisher publisher(Path folder, String mode) {
        return new RulesPublisher(check, deployments, publications(), folder.toString(), mode);
    }

    void copyTinyRules(Path folder) {
        try (Stream<Path> files = Files.walk(TINY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(TINY.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetEverything() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(d -> engine.getRepositoryService().deleteDeployment(d.getId(), true));
        JdbcClient.create(database).sql("delete from publication").update();
        published.forgetCurrent();
    }

    static void edit(Path folder, String file, String from, String to) {
        try {
            Path path = folder.resolve(file);
            Files.writeString(path, Files.readString(path).replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
