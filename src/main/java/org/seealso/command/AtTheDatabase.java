package org.seealso.command;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;
import org.seealso.rules.RulesPublisher;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Runs one command on the database of serve, beside whatever serves there: no letter goes out, no timer fires, and the
 * only port is a free one on this machine, until the command is done.
 */
final class AtTheDatabase {
    private static final String DATABASE = "SEEALSO_DB_URL";

    private final Class<?> application;
    private final Map<String, String> environment;

    AtTheDatabase(Class<?> application, Map<String, String> environment) {
        this.application = application;
        this.environment = Map.copyOf(environment);
    }

    void requireDatabase() {
        if (value(DATABASE).isEmpty()) {
            throw new CannotStart("This command works on the database of serve: set SEEALSO_DB_URL, SEEALSO_DB_USER,"
                    + " SEEALSO_DB_PASSWORD and SEEALSO_CONDUCT_KEY as for serve, and run it again.\n"
                    + "The quick start needs no command: sign in as admin and open /desk/rules, or start it again;"
                    + " it publishes changed folders when it starts.");
        }
    }

    /** Asked before anything starts: without published rules half of SeeAlso could not. */
    private void requireRules() {
        try (Connection connection = DriverManager.getConnection(
                        value(DATABASE), value("SEEALSO_DB_USER"), value("SEEALSO_DB_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery("select to_regclass('publication') is not null")) {
            if (!table.next() || !table.getBoolean(1)) {
                throw new CannotStart("This version of SeeAlso has not run on this database yet, so there is nothing to"
                        + " change. Start it with serve; its first start publishes the rules in its folders.");
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database cannot be used: " + e.getMessage() + "\nLook at SEEALSO_DB_URL,"
                            + " SEEALSO_DB_USER and SEEALSO_DB_PASSWORD.",
                    e);
        }
    }

    <T> T run(String rules, Function<ConfigurableApplicationContext, T> work) {
        requireRules();
        SpringApplication spring = new SpringApplication(application);
        // The outbox stays shut: what waits in it is sent by whoever serves.
        DbSchedulerStarter never = () -> {};
        spring.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(DbSchedulerStarter.class, () -> never));
        try (ConfigurableApplicationContext context = spring.run(
                "--spring.datasource.url=" + value(DATABASE),
                "--spring.datasource.username=" + value("SEEALSO_DB_USER"),
                "--spring.datasource.password=" + value("SEEALSO_DB_PASSWORD"),
                "--seealso.conduct-key=" + value("SEEALSO_CONDUCT_KEY"),
                "--seealso.rules=" + rules,
                "--seealso.publish=" + RulesPublisher.BY_COMMAND,
                "--seealso.retention=-",
                "--seealso.mail.inbox.host=",
                "--camunda.bpm.job-execution.enabled=false",
                "--server.port=0",
                "--server.address=127.0.0.1",
                // Only what the command needs is made; the rest would look after a running SeeAlso as if it were ours.
                "--spring.main.lazy-initialization=true",
                "--logging.level.root=WARN")) {
            return work.apply(context);
        }
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
