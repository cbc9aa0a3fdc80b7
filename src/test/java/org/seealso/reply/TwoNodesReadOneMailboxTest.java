package org.seealso.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seealso.SecondNode;
import org.seealso.SeeAlsoTest;
import org.seealso.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Both nodes hear of the same mail at the same moment: each message acts once, and none is left lying. */
@SeeAlsoTest
class TwoNodesReadOneMailboxTest extends Correspondence {
    private static final int STRANGERS = 40;

    @Autowired
    Environment settings;

    @Autowired
    Clock clock;

    @Test
    void eachMessageActsOnce() throws MessagingException {
        long before = dealtWith();
        long tasks = toRead();
        try (SecondNode other = SecondNode.beside(settings, clock)) {
            assertThat(other.port()).isPositive();
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < STRANGERS; i++) {
                messages.add(message("stranger" + i + "@library.example", PROGRAM, "May I join, too?"));
            }
            messages.add(STRANGERS / 2, reply("1) 3\n5) good\n10) no, thank you"));
            messages.forEach(message -> put(message.getBytes(StandardCharsets.UTF_8)));
            // The same message once more, as a mail server does that is not sure.
            messages.forEach(message -> put(message.getBytes(StandardCharsets.UTF_8)));

            await().atMost(Duration.ofSeconds(60)).until(TwoNodesReadOneMailboxTest::left, left -> left == 0);
        }
        stage.time.settle();
        assertThat(dealtWith() - before).isEqualTo(STRANGERS + 1L);
        assertThat(answered()).containsEntry("contacts", "Twice").containsEntry("fit", "Good");
        assertThat(jdbc.sql("select count(*) from letter where participant_id = ? and name = 'reply-understood'")
                        .param(ana.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(toRead() - tasks).as("a task for each stranger").isEqualTo(STRANGERS);
    }

    private long toRead() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("reply")
                .activityIdIn("UserTask_ReadReply")
                .count();
    }

    /** What nobody has put aside yet. */
    private static long left() throws FolderException {
        return TestServers.MAIL
                .getManagers()
                .getImapHostManager()
                .getInbox(TestServers.MAIL.getUserManager().getUserByEmail(PROGRAM))
                .getMessages()
                .stream()
                .filter(message -> !message.getFlags().contains("SeeAlsoTaken"))
                .count();
    }
}
