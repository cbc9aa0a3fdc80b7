package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.TestServers;
import org.seealso.season.Mailbox.Arrived;
import org.springframework.test.context.TestPropertySource;

/**
 * A whole season answered only by replies: over SMTP into the mailbox SeeAlso reads over IMAP. Only the application, the
 * confirmation of an address and the agreement, too long for a letter, go by their page.
 */
@SeeAlsoTest
@TestPropertySource(
        properties = {
            "seealso.test.database=replies",
            "db-scheduler.polling-interval=20ms",
            "seealso.mail.inbox.host=127.0.0.1",
            "seealso.mail.inbox.port=${seealso.test.imap-port}",
            "seealso.mail.inbox.user=" + RepliesSeasonTest.PROGRAM,
            "seealso.mail.inbox.password=" + RepliesSeasonTest.PROGRAM,
            "seealso.mail.inbox.address=" + RepliesSeasonTest.PROGRAM,
            "seealso.mail.inbox.tls=false",
            "seealso.mail.inbox.authserv=mx.replies.example",
            "seealso.mail.inbox.poll-every=2s"
        })
class RepliesSeasonTest extends AnySeason {
    /** A mailbox of its own: other tests read theirs on the same mail server. */
    static final String PROGRAM = "season@replies.example";

    /** Whoever writes none down is asked about the first contact. */
    private static final String AGREEMENT = "How will you work together";

    private static final int PEOPLE = 12;

    private final ByReply byReply = new ByReply(
            TestServers.MAIL.getSmtp().getPort(), "mx.replies.example; dmarc=pass header.from=vimloc.example");
    private final List<String> replying = new ArrayList<>();
    private final List<String> agreeing = new ArrayList<>();

    @Override
    Play open(String program, Dates dates) {
        Play play = super.open(program, dates);
        play.answeredBy(this::answer);
        return play;
    }

    /** Whatever can be answered by reply is; the rest has only its page, which every other one forgets to agree on. */
    private void answer(Participant person, Arrived letter, Map<String, List<String>> own) {
        if (!letter.text().contains(ByReply.OFFER)) {
            boolean agreement = letter.subject().contains(AGREEMENT);
            if (!agreement || numbered(agreeing, person) % 2 == 1) {
                person.answer(letter, own);
            }
            return;
        }
        if (byReply.answer(person, letter, own, numbered(replying, person))) {
            int sent = byReply.replies().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> jdbc.sql("select count(*) from incoming_mail")
                                    .query(Integer.class)
                                    .single()
                            == sent);
        }
    }

    private static int numbered(List<String> order, Participant person) {
        if (!order.contains(person.address())) {
            order.add(person.address());
        }
        return order.indexOf(person.address());
    }

    @Test
    void aSeasonAnsweredOnlyByRepliesRunsToItsEnd() {
        Map<String, Map<String, Integer>> letters = season("vimloc", PEOPLE, true, false, 2);

        // A reply nobody understood would have become a task, which no coordinator of this season knows how to do.
        assertThat(jdbc.sql("select distinct outcome from incoming_mail")
                        .query(String.class)
                        .list())
                .containsExactly("yes");
        assertThat(jdbc.sql("select distinct l.name from incoming_mail m join letter l on l.id = m.letter_id")
                        .query(String.class)
                        .list())
                .contains("consent", "first-contact", "check-in", "closing-survey");
        Map<String, Integer> confirmed = new HashMap<>();
        letters.forEach((address, got) -> {
            if (got.containsKey("reply-understood")) {
                confirmed.put(address, got.get("reply-understood"));
            }
            assertThat(got).doesNotContainKeys("reply-missing", "reply-written");
        });
        assertThat(confirmed).isEqualTo(byReply.replies()).hasSizeGreaterThan(PEOPLE / 2);
    }
}
