package org.seealso;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.seealso.mail.PromptGreenMail;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL and one mail server (SMTP and IMAP) for the whole test run, on free ports. */
public class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final EmbeddedPostgres POSTGRES = startPostgres();
    public static final PromptGreenMail MAIL = startMail();

    /** Each context has a database of its own, or one's sender would send another's letters. */
    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    private static EmbeddedPostgres startPostgres() {
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
            // The library's own hook would stop PostgreSQL under the feet of contexts that are still closing.
            SpringApplication.getShutdownHandlers().add(() -> close(postgres));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty database of its own, for tests that bring their own engine. */
    public static String emptyDatabase(String name) {
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
            return POSTGRES.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PromptGreenMail startMail() {
        PromptGreenMail mail = new PromptGreenMail(0, 0);
        mail.withConfiguration(com.icegreen.greenmail.configuration.GreenMailConfiguration.aConfig()
                .withDisabledAuthentication()
                .withSieveIgnoreDetail());
        mail.start();
        return mail;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name =
                context.getEnvironment().getProperty("seealso.test.database", "context_" + CONTEXTS.incrementAndGet());
        TestPropertyValues.of(
                        "spring.datasource.url=" + emptyDatabase(name),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "seealso.conduct-key=conduct-key-in-tests",
                        "seealso.test.imap-port=" + MAIL.imapPort(),
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + MAIL.getSmtp().getPort())
                .applyTo(context);
    }
}
