package org.seealso.letter;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.seealso.TestClock;
import org.seealso.mail.Mailbox;
import org.seealso.mail.Post;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/**
 * Only the rooms of letters, on a database of their own: another context's sender must not pick up letters meant for
 * a mail server that misbehaves. Carries no annotation of its own, so that the whole system's scan passes it by.
 */
@ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    DbSchedulerAutoConfiguration.class
})
@Import({
    Post.class,
    Mailbox.class,
    LinksRepository.class,
    PrivateLinks.class,
    LetterRepository.class,
    LetterSender.class,
    OutboxTasks.class,
    Outbox.class,
    OutboxLetters.class,
    FolderRules.class,
    TestClock.class,
    LetterRooms.Undeliverable.class
})
public class LetterRooms {
    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(EmbeddedPostgres postgres) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setMaximumPoolSize(16);
        return new HikariDataSource(pool);
    }

    /** What coordinators would be told. */
    static class Undeliverable {
        final List<LetterUndeliverable> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(LetterUndeliverable event) {
            events.add(event);
        }
    }
}
