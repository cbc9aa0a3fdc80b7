package org.seealso.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.seealso.engine.Ids;
import org.seealso.engine.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons we write to; one row per address. */
@Component
@Transactional
public class People {
    private final JdbcClient jdbc;
    private final Clock clock;

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person with this address, made now if unknown. A known person keeps the name they gave first. */
    public Person named(String name, String email) {
        return named(name, email, Language.ENGLISH);
    }

    /**
     * The same for somebody who chose a language. A known person keeps the one they have, too: who fills in a public page
     * with their address need not be them.
     */
    public Person named(String name, String email, Language language) {
        jdbc.sql("insert into person (id, name, email, language, created_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (lower(email)) do nothing")
                .params(Ids.next(), name, email, language.code(), Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select * from person where lower(email) = lower(?)")
                .param(email)
                .query(People::read)
                .single();
    }

    public Person person(UUID id) {
        return jdbc.sql("select * from person where id = ?")
                .param(id)
                .query(People::read)
                .single();
    }

    /** The person with this address, if we know one. */
    public Optional<Person> find(String email) {
        return jdbc.sql("select * from person where lower(email) = lower(?)")
                .param(email)
                .query(People::read)
                .optional();
    }

    /** Corrects an address, unless it is another person's: two people never share one. Whether it was corrected. */
    public boolean changeAddress(UUID id, String email) {
        return jdbc.sql(
                                "update person set email = ? where id = ?"
                                        + " and not exists (select 1 from person other where lower(other.email) = lower(?) and other.id <> ?)")
                        .params(email, id, email, id)
                        .update()
                == 1;
    }

    /** In which language somebody is written to. */
    public void speaks(UUID id, String language) {
        jdbc.sql("update person set language = ? where id = ?")
                .params(language, id)
                .update();
    }

    static Person read(ResultSet row, int n) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"));
    }
}
