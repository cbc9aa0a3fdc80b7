package org.seealso.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Language;
import org.seealso.letter.WrittenLetters.Written;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The outbox's rows. Waiting and outages are measured by the database's clock, not the business clock: a rehearsed
 * year must not make a mail server look dead.
 */
@Repository
class LetterRepository {
    /**
     * A reader as letters know them.
     *
     * @param timeZone the one they gave last, in whatever form; null if nowhere, or if it was deleted
     */
    record Reader(
            String name,
            String email,
            String language,
            boolean erased,
            @Nullable String timeZone) {
        Reader in(Language other) {
            return new Reader(name, email, other.code(), erased, timeZone);
        }

        /** Empty also for a zone nobody knows. */
        Optional<ZoneId> zone() {
            return Optional.ofNullable(timeZone)
                    .filter(ZoneId.getAvailableZoneIds()::contains)
                    .map(ZoneId::of);
        }
    }

    private final JdbcClient jdbc;

    LetterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Reader> reader(UUID personId) {
        return jdbc.sql("""
                        select name, email, language, erased_at is not null as erased, (
                            select value #>> '{}' from answer where person_id = person.id and field = 'timeZone'
                            order by answered_at desc limit 1) as time_zone
                        from person where id = ?""").param(personId).query(Reader.class).optional();
    }

    /** What somebody with this address reads, if we know them. */
    Optional<String> languageOf(String address) {
        return jdbc.sql("select language from person where lower(email) = lower(?)")
                .param(address)
                .query(String.class)
                .optional();
    }

    void insert(LetterRow letter, Instant now) {
        jdbc.sql("""
                        insert into letter (id, person_id, participant_id, mentorship_id, program, name, deployment,
                            label, address, sender_name, reply_to, subject, text, html, calendar,
                            attachment_name, attachment_type, attachment, message_id,
                            in_reply_to, reminder, return_path, unsubscribe, reply_hash, bounce_hash, link_id, asked,
                            state, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb,
                            'WAITING', ?)""")
                .param(letter.id())
                .param(letter.personId())
                .param(letter.participantId())
                .param(letter.mentorshipId())
                .param(letter.program())
                .param(letter.name())
                .param(letter.deployment())
                .param(letter.label())
                .param(letter.address())
                .param(letter.senderName())
                .param(letter.replyTo())
                .param(letter.subject())
                .param(letter.text())
                .param(letter.html())
                .param(letter.calendar())
                .param(letter.attachmentName())
                .param(letter.attachmentType())
                .param(letter.attachment())
                .param(letter.messageId())
                .param(letter.inReplyTo())
                .param(letter.reminder())
                .param(letter.returnPath())
                .param(letter.unsubscribe())
                .param(letter.replyHash())
                .param(letter.bounceHash())
                .param(letter.linkId())
                .param(letter.asked())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The Message-ID that starts the thread of this person's letters in a mentorship. */
    Optional<String> threadOf(UUID mentorshipId, UUID personId) {
        return jdbc.sql("""
                        select message_id from letter where mentorship_id = ? and person_id = ?
                        order by created_at, id limit 1""")
                .param(mentorshipId)
                .param(personId)
                .query(String.class)
                .optional();
    }

    /**
     * Where a participant stands, and the mentorship a letter to them is about.
     *
     * @param takesPart whether there is still something to leave: nobody who left or was declined is shown the way out
     * @param mentorshipId the one asked for; else the one they are in today, for letters that are about none
     * @param stillIn whether they have not left that mentorship
     * @param underWay whether it runs
     * @param open whether it has no last day
     */
    record Place(
            String role,
            boolean takesPart,
            @Nullable UUID mentorshipId,
            boolean stillIn,
            boolean underWay,
            boolean open) {}

    Optional<Place> place(UUID participantId, @Nullable UUID mentorshipId) {
        return jdbc.sql("""
                        select participant.role,
                            participant.state not in ('WITHDRAWN', 'DECLINED', 'NOT_ELIGIBLE', 'FORGOTTEN', 'DONE')
                                as takes_part,
                            mentorship.id as mentorship_id, member.left_at is null as still_in,
                            mentorship.state is not distinct from 'ACTIVE' as under_way,
                            mentorship.ends_on is not distinct from 'infinity' as open
                        from participant
                        left join mentorship on mentorship.id = coalesce(cast(:mentorship as uuid), (
                            select today.id from member join mentorship today on today.id = member.mentorship_id
                            where member.participant_id = :participant and left_at is null
                                and today.state in ('ACTIVE', 'ENDING')
                            limit 1))
                        left join member on member.mentorship_id = mentorship.id
                            and member.participant_id = participant.id
                        where participant.id = :participant""")
                .param("participant", participantId)
                .param("mentorship", mentorshipId)
                .query(Place.class)
                .optional();
    }

    int writtenBefore(String name, UUID mentorshipId, UUID personId) {
        return jdbc.sql("""
                        select count(*) from letter
                        where name = ? and mentorship_id = ? and person_id = ? and not reminder""")
                .param(name)
                .param(mentorshipId)
                .param(personId)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes a letter for one attempt. A row still in SENDING belongs to a sender that died: the letter may have left,
     * which counts as a doubt.
     */
    Optional<LetterRow> claim(UUID id) {
        return jdbc.sql("""
                        update letter
                        set doubts = doubts + case state when 'SENDING' then 1 else 0 end,
                            state = 'SENDING', attempts = attempts + 1
                        where id = ? and state in ('WAITING', 'SENDING')
                        returning *""").param(id).query(LetterRow.class).optional();
    }

    void sent(UUID id, Instant now, boolean keepContent) {
        jdbc.sql("""
                        update letter set state = 'SENT', sent_at = :now, last_error = null,
                            text = case when :keep then text else '' end,
                            html = case when :keep then html else '' end,
                            reply_to = case when :keep or reply_hash is null then reply_to else '' end,
                            return_path = null,
                            unsubscribe = null,
                            calendar = case when :keep then calendar end,
                            attachment = case when :keep then attachment end
                        where id = :id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("keep", keepContent)
                .param("id", id)
                .update();
    }

    void notSent(UUID id, LetterRow.State state, String reason, int doubts) {
        jdbc.sql("update letter set state = ?, last_error = ?, doubts = ? where id = ?")
                .param(state.name())
                .param(reason)
                .param(doubts)
                .param(id)
                .update();
    }

    /** False for a letter that left long ago: what it said is no longer kept. */
    boolean readdress(UUID id, String address) {
        return jdbc.sql("""
                                update letter set state = 'WAITING', address = ?, attempts = 0, doubts = 0,
                                    last_error = null
                                where id = ? and state in ('REFUSED', 'UNKNOWN') and text <> ''""").param(address).param(id).update() == 1;
    }

    /** @param column one of ours that names a letter */
    Optional<Written> written(String column, Object value) {
        return jdbc.sql("""
                        select id, program, name, deployment, label, address, subject, person_id, participant_id,
                            mentorship_id, link_id, asked::text
                        from letter where\s""" + column + " = ?").param(value).query(Written.class).optional();
    }

    /** True the first time, for a letter that had left. */
    boolean cameBack(UUID id, String reason) {
        return jdbc.sql("update letter set state = 'REFUSED', last_error = ? where id = ? and state = 'SENT'")
                        .param(reason)
                        .param(id)
                        .update()
                == 1;
    }

    int cameBackForNow(UUID id, @Nullable UUID linkId) {
        jdbc.sql("update letter set last_error = 'came back for now' where id = ?")
                .param(id)
                .update();
        return jdbc.sql("""
                        select count(*) from letter join link on link.public_id = letter.link_id
                        where last_error = 'came back for now'
                            and process_instance = (select process_instance from link where public_id = ?)""").param(linkId).query(Integer.class).single();
    }

    boolean wantsOptional(UUID personId, String program) {
        return jdbc.sql("select count(*) from optional_letters_stopped where person_id = ? and program = ?")
                        .param(personId)
                        .param(program)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void stopOptional(UUID personId, String program, Instant now) {
        jdbc.sql("insert into optional_letters_stopped (person_id, program, stopped_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .param(personId)
                .param(program)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void sendOptional(UUID personId, String program) {
        jdbc.sql("delete from optional_letters_stopped where person_id = ? and program = ?")
                .param(personId)
                .param(program)
                .update();
    }

    long waiting() {
        return jdbc.sql("select count(*) from letter where state in ('WAITING', 'SENDING')")
                .query(Long.class)
                .single();
    }

    Optional<LetterRow> firstWaiting() {
        return jdbc.sql("select * from letter where state = 'WAITING' order by created_at, id limit 1")
                .query(LetterRow.class)
                .optional();
    }

    void outageBegins() {
        jdbc.sql("insert into mail_outage (since) values (now()) on conflict do nothing")
                .update();
    }

    /** True for exactly one caller per outage, once it has lasted that long. */
    boolean tellOfOutage(Duration lasting) {
        return jdbc.sql("""
                                update mail_outage set told = true
                                where not told and since <= now() - make_interval(secs => ?)""").param(lasting.toMillis() / 1000.0).update() == 1;
    }

    /** Ends the outage and lets every waiting letter go now instead of after its delay. */
    void outageEnds(String task) {
        if (jdbc.sql("delete from mail_outage").update() > 0) {
            jdbc.sql("""
                            update scheduled_tasks set execution_time = now(), version = version + 1
                            where task_name = ? and not picked and execution_time > now()""").param(task).update();
        }
    }
}
