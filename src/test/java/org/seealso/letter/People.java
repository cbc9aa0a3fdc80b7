package org.seealso.letter;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of people for letters to be written to. */
record People(JdbcClient jdbc) {
    record Reader(UUID personId, UUID participantId, UUID mentorshipId, String email) {}

    Reader inMentorship(String name) {
        UUID person = UUID.randomUUID();
        UUID cohort = UUID.randomUUID();
        UUID participant = UUID.randomUUID();
        UUID mentorship = UUID.randomUUID();
        String email = person + "@readers.example";
        jdbc.sql("insert into person (id, name, email, created_at) values (?, ?, ?, now())")
                .params(person, name, email)
                .update();
        jdbc.sql("""
                        insert into cohort (id, program, name, zone, opens_on, closes_on, match_on, starts_on, ends_on,
                            state, created_at)
                        values (?, 'mla-peer', 'Pilot 2026', 'America/Winnipeg', '2025-11-19', '2025-12-12',
                            '2025-12-15', '2026-01-05', '2026-06-30', 'RUNNING', now())""").param(cohort).update();
        jdbc.sql("""
                        insert into participant (id, cohort_id, person_id, role, state, created_at, changed_at)
                        values (?, ?, ?, 'peer', 'MATCHED', now(), now())""").params(participant, cohort, person).update();
        jdbc.sql("""
                        insert into mentorship (id, cohort_id, state, starts_on, ends_on)
                        values (?, ?, 'ACTIVE', '2026-01-05', '2026-06-30')""").params(mentorship, cohort).update();
        return new Reader(person, participant, mentorship, email);
    }
}
