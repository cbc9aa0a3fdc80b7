package org.seealso.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.TestServers;
import org.seealso.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

@SeeAlsoTest
class ReplyProcessTest extends Correspondence {
    @LocalServerPort
    int port;

    @Test
    void theLetterAsksItsQuestionsAndSaysHowToAnswerThem() throws MessagingException {
        assertThat(replyAddress()).matches("program\\+r-[0-9a-f]{32}@mentors\\.example");
        assertThat(text(letter))
                .contains("Or just reply to this letter", "Who reads your answers: coordinators.")
                .contains("1) How often have you been in touch with each other since the last check-in?")
                .contains(
                        "1\u00a0=\u00a0Not yet · 2\u00a0=\u00a0Once · 3\u00a0=\u00a0Twice · 4\u00a0=\u00a0Three times or more")
                .contains(
                        "Only the headings, never what was said.", "1 is not at all, 5 is fully.", "1 · 2 · 3 · 4 · 5")
                .contains("if your answer to 1 is anything but “Not yet”");
    }

    @Test
    void aLetterSaysOfEachQuestionWhoReadsItWhereThatDiffers() throws MessagingException {
        stage.ask(ana, mentorship, "closing-survey");
        assertThat(text(newestLetter("closing-survey")))
                .contains("Who reads this: only counted, without your name", "Who reads this: coordinators")
                .doesNotContain("Who reads your answers");
    }

    /** The whole way: a letter over SMTP, a reply as a mail program composes it, the mailbox, the next letter. */
    @Test
    void aReplyAnswersTheCheckInAndIsConfirmed() throws MessagingException {
        long before = dealtWith();
        MimeMessage reply = (MimeMessage) letter.reply(false);
        reply.setFrom(new InternetAddress(ana.person().email()));
        reply.setHeader("Authentication-Results", PROVEN);
        reply.setText("1) 3  5) good\n10) no, thank you\n11) All is well.\n\nThanks,\nAna\n\n"
                + "On Mon, Mar 2, 2026 at 9:00 AM MLA Mentors <program@mentors.example> wrote:\n"
                + text(letter).replaceAll("(?m)^", "> "));
        reply.saveChanges();
        assertThat(reply.getRecipients(Message.RecipientType.TO)[0].toString()).isEqualTo(replyAddress());
        java.util.Properties smtp = new java.util.Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", TestServers.MAIL.getSmtp().getPort());
        MimeMessage sent = new MimeMessage(jakarta.mail.Session.getInstance(smtp), bytes(reply));
        Transport.send(sent);

        await().atMost(Duration.ofSeconds(20)).until(() -> dealtWith() > before);
        stage.time.settle();
        assertThat(answered())
                .containsEntry("contacts", "Twice")
                .containsEntry("fit", "Good")
                .containsEntry("help", "No, thank you")
                .containsEntry("note", "All is well.");
        assertThat(asking).hasPassed("EndEvent_Answered").isEnded();
        assertThat(text(newestLetter("reply-understood")))
                .contains("How is it between you? Good")
                .contains("/f/");
        assertThat(answers.ofParticipant(ana.id(), "mail")).isEmpty();
    }

    private static java.io.InputStream bytes(MimeMessage message) throws MessagingException {
        try {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            message.writeTo(out);
            return new java.io.ByteArrayInputStream(out.toByteArray());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatIsMissingIsAskedForAndTheRestIsKept() throws MessagingException {
        UUID mail = arrives(reply("1) 2\n5) 1"));
        assertThat(outcome(mail)).isEqualTo("partly");
        assertThat(answered()).isEmpty();
        assertThat(asking).isWaitingAt("UserTask_AnswerForm");
        assertThat(text(newestLetter("reply-missing")))
                .contains("Please choose whether you would like some help.")
                .doesNotContain("how often you have been in touch");
        assertThat(jdbc.sql("select distinct draft::text from link where process_instance = ? and draft is not null")
                        .param(asking.getId())
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(draft -> assertThat(draft).contains("contacts", "fit"));
        assertThat(answers.ofSubmission(mail)).isEmpty();
    }

    @Test
    void aCoordinatorWritesBackToWhoeverSaysMoreThanAnswers() throws MessagingException {
        UUID mail = arrives(reply("Honestly, we never managed to meet and I wonder whether I should stop."));
        ProcessInstance reading = reading(mail);
        assertThat(stage.task(reading, "UserTask_ReadReply")).hasCandidateGroup("coordinators");
        assertThat(reading).variables().containsEntry("formOpen", true).doesNotContainValue("Honestly");
        assertThat(beside(mail))
                .containsEntry("text", "Honestly, we never managed to meet and I wonder whether I should stop.");
        assertThat(answered()).isEmpty();
        assertThat(Visitor.signedIn(port, "coordinator", "coordinator-in-tests")
                        .engineJson("task/"
                                + stage.task(reading, "UserTask_ReadReply").getId()
                                + "/form-variables?deserializeValues=false")
                        .path("about")
                        .path("value")
                        .asText())
                .contains("What it says", "we never managed to meet", "Why you are asked");

        stage.written(stage.task(reading, "UserTask_ReadReply"), ana, "read-reply", Map.of("reply", "Let us talk."));
        stage.complete(reading, "UserTask_ReadReply", Map.of("outcome", "write"));
        assertThat(reading).hasPassed("EndEvent_WrittenBack").isEnded();
        assertThat(text(newestLetter("reply-written"))).contains("Hello Ana", "Let us talk.");
        assertThat(answers.ofSubmission(mail)).isNotEmpty();
    }

    @Test
    void aCoordinatorAsksAgain() throws MessagingException {
        UUID mail = arrives(reply("???"));
        ProcessInstance reading = reading(mail);
        stage.complete(reading, "UserTask_ReadReply", Map.of("outcome", "again"));
        assertThat(reading).hasPassed("EndEvent_AskedAgain").isEnded();
        assertThat(stage.letters(ana)).containsExactly("check-in", "check-in");
    }

    @Test
    void aStrangersLetterIsReadAndAnsweredAndThenForgotten() {
        UUID mail = arrives(message("stranger@elsewhere.example", PROGRAM, "Is this program open to archivists?"));
        ProcessInstance reading = reading(mail);
        assertThat(reading).variables().containsEntry("label", "Somebody we do not know");
        stage.written(stage.task(reading, "UserTask_ReadReply"), ana, "read-reply", Map.of("reply", "Yes, it is."));
        stage.complete(reading, "UserTask_ReadReply", Map.of("outcome", "write"));
        assertThat(reading).isEnded();
        assertThat(answers.ofSubmission(mail)).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(org.seealso.Stage.mail("stranger@elsewhere.example"))
                        .singleElement()
                        .asString()
                        .contains("Yes, it is."));
    }

    @Test
    void aCoordinatorMayLetItBe() throws MessagingException {
        UUID mail = arrives(message(ana.person().email(), PROGRAM, "See you in May!"));
        ProcessInstance reading = reading(mail);
        stage.complete(reading, "UserTask_ReadReply", Map.of("outcome", "none"));
        assertThat(reading).hasPassed("EndEvent_DealtWith").isEnded();
    }

    @Test
    void theSameMessageTwiceActsOnce() throws MessagingException {
        String reply = reply("1) 2  5) 1  10) 1");
        arrives(reply);
        put(reply.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        arrives(message("stranger@elsewhere.example", PROGRAM, "Something after it"));
        assertThat(stage.letters(ana)).containsExactlyInAnyOrder("check-in", "reply-understood");
    }

    @Test
    void aKeyIsOfNoUseToAnybodyElse() throws MessagingException {
        UUID other = arrives(message(ben.person().email(), replyAddress(), "1) 2  5) 4  10) 1"));
        assertThat(beside(other).get("why")).contains("another address");
        UUID unproven = arrives(reply("1) 2  5) 4  10) 1").replace("dmarc=pass", "dmarc=fail"));
        assertThat(beside(unproven).get("why")).contains("can't tell");
        assertThat(answered()).isEmpty();
        assertThat(asking).isWaitingAt("UserTask_AnswerForm");
    }

    @Test
    void anAnsweredFormIsNotAnsweredAgain() throws MessagingException {
        arrives(reply("1) 2  5) 1  10) 1"));
        UUID late = arrives(reply("1) 2  5) 4  10) 1"));
        assertThat(beside(late).get("why")).contains("answered before");
        assertThat(answered()).containsEntry("fit", "Good");
    }

    @Test
    void noWordOfALetterAndNoKeyStaysInTheEngineOrWithTheLetter() throws MessagingException {
        UUID mail = arrives(reply("Zanzibar is what I would say."));
        List<String> values = jdbc.sql("select coalesce(text_, '') from act_ru_variable where proc_inst_id_ = ?")
                .param(reading(mail).getId())
                .query(String.class)
                .list();
        assertThat(values).isNotEmpty().noneMatch(value -> value.contains("Zanzibar"));
        assertThat(jdbc.sql("select reply_to || coalesce(return_path, '') from letter where participant_id = ?")
                        .param(ana.id())
                        .query(String.class)
                        .list())
                .allSatisfy(addresses -> assertThat(addresses).isEmpty());
    }
}
