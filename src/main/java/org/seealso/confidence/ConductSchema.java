package org.seealso.confidence;

import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to the schema {@code conduct}. Where it has a role of its own, that role is taken on for as long as the
 * schema is used and not a statement longer, since the caller's transaction goes on in other tables.
 */
@Component
class ConductSchema {
    private static final String ROLE = "seealso_conduct";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final boolean ownRole;

    ConductSchema(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.ownRole = jdbc.sql("select pg_get_userbyid(nspowner) = ? from pg_namespace where nspname = 'conduct'")
                .param(ROLE)
                .query(Boolean.class)
                .single();
    }

    /** Works in the caller's transaction, or in one of its own; {@code work} touches nothing but this schema. */
    <T> T use(Function<JdbcClient, T> work) {
        return transaction.execute(status -> {
            if (!ownRole) {
                return work.apply(jdbc);
            }
            jdbc.sql("set local role " + ROLE).update();
            T result = work.apply(jdbc);
            // After a failed statement the whole transaction is rolled back, and the role with it.
            jdbc.sql("set local role none").update();
            return result;
        });
    }
}
