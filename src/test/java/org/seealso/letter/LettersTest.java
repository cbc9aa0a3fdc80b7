package org.seealso.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seealso.SeeAlsoTest;
import org.seealso.TestClock;
import org.seealso.TestServers;
import org.seealso.Words;
import org.seealso.mail.Postbox;
import org.seealso.mail.Postbox.Received;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SeeAlsoTest
@Import(FolderRules.class)
class LettersTest {
    @Autowired
    Letters letters;

    @Autowired
    Links links;

    @Autowired
    FolderRules rules;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    final Postbox postbox = new Postbox(TestServers.MAIL);

    @BeforeEach
    void december() {
        clock.set(Instant.parse("2025-12-01T15:00:00Z"));
    }

    @Test
    void aLetterOfARolledBackTransactionNeverArrives() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            letters.write(order("left", reader, Map.of()));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> letters.write(order("withdrawn", reader, Map.of())));

        assertThat(arrived(reader, 1))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("Your application is withdrawn"));
        assertThat(jdbc.sql("select count(*) from letter where person_id = ?")
                        .param(reader.personId())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void bothPartsSayTheSame() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        letters.write(order("kickoff", reader, everything()));

        Received letter = arrived(reader, 1).get(0);
        Document html = Jsoup.parse(letter.html());
        assertThat(words(letter.text())).containsAll(words(html.body().text()));
        assertThat(letter.text()).contains(links(html));
        assertThat(letter.from()).isEqualTo("MLA Peer Mentorship <seealso@localhost>");
        assertThat(letter.replyTo()).isEqualTo("coordinator@mla.example");
        assertThat(letter.autoSubmitted()).isEqualTo("auto-generated");
        assertThat(letter.text())
                .contains("Who are you, and what brought you to libraries?")
                .contains("TGROW")
                .contains("ben@readers.example");
    }

    @Test
    void accentsArriveAsWritten() {
        People.Reader reader = new People(jdbc).inMentorship("Zoë Lévesque-Nuñez");
        letters.write(order(
                "help-reply", reader, Map.of("question", "Où est la forêt ?", "reply", "À côté, bien sûr — « ici »")));

        Received letter = arrived(reader, 1).get(0);
        assertThat(letter.text()).contains("Hello Zoë,", "Où est la forêt ?", "À côté, bien sûr — « ici »");
        assertThat(Jsoup.parse(letter.html()).text()).contains("Où est la forêt ?", "« ici »");
    }

    @Test
    void aNameFullOfMarkupIsOnlyAName() {
        String name = "<script>alert(1)</script>[click](javascript:alert(1))";
        People.Reader reader = new People(jdbc).inMentorship(name + " Smith");
        String note = "first\n\n# Heading\n- item\n    code\n![x](https://evil.example/x.png) & <b>bold</b>";
        letters.write(order("help-reply", reader, Map.of("question", note, "reply", "{{link}} **no**")));

        Received letter = arrived(reader, 1).get(0);
        Document html = Jsoup.parse(letter.html());
        assertThat(html.select("script, img, b, h1, code")).isEmpty();
        // The one list is the standing links'.
        assertThat(html.select("ul")).hasSize(1);
        assertThat(html.select("a[href^=javascript], a[href*=evil]")).isEmpty();
        assertThat(html.text()).contains("Hello " + name + ",", "# Heading", "<b>bold</b>", "{{link}} **no**");
        assertThat(letter.text()).contains("Hello " + name + ",", "![x](https://evil.example/x.png) & <b>bold</b>");
    }

    @ParameterizedTest
    @MethodSource("letterNames")
    void everyLetterCanBeWrittenAndCarriesTheStandingLinks(String name) {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        letters.write(order(name, reader, everything()));
        Map<String, Object> again = everything();
        again.put("reminder", true);
        letters.write(order(name, reader, again));

        for (Received letter : arrived(reader, 2)) {
            Document html = Jsoup.parse(letter.html());
            assertThat(html.select("a").eachText())
                    .contains("Ask us a question", "Something isn't working", "Report behaviour", "Leave the program");
            assertThat(letter.text() + letter.html()).doesNotContain("{{", "null");
            if (!name.contains(".")) {
                assertThat(letter.text()).as("only letters of a role name it").doesNotContain("mentee");
            }
            assertThat(html.select("a").eachAttr("href")).allMatch(href -> href.matches("(https?://|mailto:).+"));
        }
    }

    @ParameterizedTest
    @MethodSource("letterNames")
    void everyLetterIsWhollyFrenchForWhoeverReadsFrench(String name) {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        reads(reader, "fr");
        letters.write(order(name, reader, everything()));
        Map<String, Object> again = everything();
        again.put("reminder", true);
        letters.write(order(name, reader, again));

        List<String> theirs = Stream.concat(
                        everything().values().stream().flatMap(LettersTest::texts),
                        Stream.of(
                                "MLA Peer Mentorship",
                                "Manitoba Library Association",
                                "MLA Office",
                                "Handle report",
                                "Ontario Library Association",
                                "TGROW"))
                .toList();
        for (Received letter : arrived(reader, 2)) {
            Document html = Jsoup.parse(letter.html());
            assertThat(html.select("html").attr("lang")).isEqualTo("fr");
            assertThat(letter.text()).contains("Bonjour");
            assertThat(Words.english(
                            letter.subject() + " " + letter.text() + " " + html.text(), theirs.toArray(String[]::new)))
                    .as(letter.text())
                    .isEmpty();
        }
    }

    private static Stream<String> texts(Object value) {
        if (value instanceof Map<?, ?> parts) {
            return parts.values().stream().flatMap(LettersTest::texts);
        }
        return value instanceof List<?> several
                ? several.stream().flatMap(LettersTest::texts)
                : value instanceof String text ? Stream.of(text) : Stream.empty();
    }

    private void reads(People.Reader reader, String language) {
        jdbc.sql("update person set language = ? where id = ?")
                .params(language, reader.personId())
                .update();
    }

    @Test
    void daysAndTimesAreTheReadersInTheirLanguageAndOnTheirClock() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        reads(reader, "fr");
        jdbc.sql("""
                        insert into answer (id, submission_id, author, form, field, position, question, value, shown,
                            readers, person_id, participant_id, answered_at)
                        values (gen_random_uuid(), gen_random_uuid(), '', 'application-peer', 'timeZone', 0, '',
                            '"America/Toronto"', '', '{}', ?, ?, now())""").params(reader.personId(), reader.participantId()).update();
        Map<String, Object> values = everything();
        values.put("meeting", Instant.parse("2026-03-03T14:00:00Z"));
        letters.write(order("new-time-set", reader, values));

        assertThat(arrived(reader, 1).get(0).subject())
                .isEqualTo("Votre rencontre a lieu le mardi 3 mars 2026 à 9 h (heure de l’Est)");
    }

    @Test
    void aLetterThatIsNotThereInFrenchIsWhollyEnglish() {
        rules.added.put("letters/only-english.md", "---\nsubject: Until {{endsOn}}\n---\nHello {{firstName}},\n");
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        reads(reader, "fr");
        letters.write(order("only-english", reader, everything()));

        Received letter = arrived(reader, 1).get(0);
        assertThat(letter.subject()).startsWith("Until ").contains(", 20");
        assertThat(letter.text()).contains("Ask us a question").doesNotContain("Nous poser une question");
        assertThat(Jsoup.parse(letter.html()).select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void theMostSpecificLetterOfTheReadersLanguageComesBeforeAnyOther() {
        rules.added.put("letters/hi.md", "---\nsubject: general\n---\nx");
        rules.added.put("letters/hi.mla-peer.md", "---\nsubject: of the program\n---\nx");
        rules.added.put("letters/hi.fr.md", "---\nsubject: général\n---\nx");
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        letters.write(order("hi", reader, everything()));
        assertThat(arrived(reader, 1)).extracting(Received::subject).containsExactly("of the program");
        reads(reader, "fr");
        letters.write(order("hi", reader, everything()));
        assertThat(arrived(reader, 2))
                .extracting(Received::subject)
                .containsExactlyInAnyOrder("of the program", "général");
    }

    static Set<String> letterNames() {
        return new TreeSet<>(FolderRules.letterNames());
    }

    @Test
    void theStandingLinksOpenWhatTheySay() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        letters.write(order("thanks", reader, Map.of()));

        Document html = Jsoup.parse(arrived(reader, 1).get(0).html());
        String leave = html.select("a:contains(Leave the program)").attr("href");
        assertThat(links.open(leave.substring(leave.lastIndexOf('/') + 1))).hasValueSatisfying(link -> {
            assertThat(link.purpose()).isEqualTo(Links.Purpose.LEAVE);
            assertThat(link.participantId()).isEqualTo(reader.participantId());
        });
    }

    @Test
    void aFarewellOffersNothingOfTheMentorshipThatWasLeft() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        jdbc.sql("insert into member (mentorship_id, participant_id, position, left_at) values (?, ?, 0, now())")
                .params(reader.mentorshipId(), reader.participantId())
                .update();
        letters.write(order("left", reader, Map.of()));

        assertThat(Jsoup.parse(arrived(reader, 1).get(0).html()).select("a").eachText())
                .contains("Ask us a question", "Report behaviour")
                .doesNotContain(
                        "Something isn't working",
                        "Change our agreement",
                        "Change of plans: can't come, or busy for a while");
    }

    @Test
    void aSentLetterLeavesNoPrivateLinkBehind() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        UUID id = letters.write(order("thanks", reader, Map.of()));
        arrived(reader, 1);

        await().untilAsserted(() -> assertThat(jdbc.sql("select state || text || html from letter where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("SENT"));
    }

    @Test
    void noTipComesTwiceInAMentorship() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        for (int month = 1; month <= 6; month++) {
            letters.write(order("check-in", reader, everything()));
            Map<String, Object> again = everything();
            again.put("reminder", true);
            letters.write(order("check-in", reader, again));
        }

        assertThat(arrived(reader, 12).stream()
                        .map(letter -> Jsoup.parse(letter.html())
                                .select("p:contains(A tip:)")
                                .text())
                        .filter(tip -> !tip.isEmpty())
                        .toList())
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void theLettersOfAMentorshipAreOneThread() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        letters.write(order("match", reader, everything()));
        String first = arrived(reader, 1).get(0).messageId();
        clock.set(clock.instant().plus(Duration.ofDays(30)));
        letters.write(order("kickoff", reader, everything()));

        assertThat(arrived(reader, 2)).extracting(Received::inReplyTo).containsExactlyInAnyOrder(null, first);
    }

    @Test
    void aDateComesAsACalendarFileInItsZone() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        CalendarEntry entry = new CalendarEntry(
                "start-" + reader.mentorshipId(),
                language -> "First month, Ana & Ben",
                Instant.parse("2026-03-09T14:00:00Z"),
                Duration.ofMinutes(45),
                ZoneId.of("America/Winnipeg"),
                language -> "Write to each other; say \"hello\"");
        letters.write(new LetterOrder(
                "kickoff",
                FolderRules.DEPLOYMENT,
                "mla-peer",
                reader.personId(),
                reader.participantId(),
                reader.mentorshipId(),
                everything(),
                null,
                List.of(entry)));

        assertThat(arrived(reader, 1).get(0).calendar())
                .contains("METHOD:PUBLISH")
                .contains("UID:start-" + reader.mentorshipId() + "@localhost")
                .contains("BEGIN:VTIMEZONE")
                .contains("DTSTART;TZID=America/Winnipeg:20260309T090000")
                .contains("DTEND;TZID=America/Winnipeg:20260309T094500");
    }

    @Test
    void datesReadAsPeopleWriteThem() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        letters.write(order(
                "accepted",
                reader,
                Map.of("startsOn", LocalDate.of(2026, 1, 30), "endsOn", LocalDate.of(2026, 6, 30))));

        assertThat(arrived(reader, 1).get(0).text())
                .contains("start on Friday, January 30, 2026 and run until Tuesday, June 30, 2026");
    }

    @Test
    void aHandlersLetterHasNoStandingLinks() {
        String address = UUID.randomUUID() + "@handlers.example";
        letters.writeTo("conduct-reminder", FolderRules.DEPLOYMENT, "mla-peer", address, Map.of());

        await().until(() -> postbox.lettersTo(address).size() == 1);
        Received letter = postbox.lettersTo(address).get(0);
        assertThat(letter.html()).doesNotContain("/f/");
        assertThat(letter.replyTo()).isEqualTo("seealso@localhost");
    }

    @Test
    void anUnknownPlaceholderIsNamedBeforeAnythingIsWritten() {
        rules.added.put("letters/typo.md", "---\nsubject: Hello\n---\nDear {{fristName}}");
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        assertThatThrownBy(() -> letters.write(order("typo", reader, Map.of())))
                .hasMessageContainingAll("typo", "fristName");
    }

    @Test
    void aMissingValueIsNamed() {
        People.Reader reader = new People(jdbc).inMentorship("Ana Silva");
        assertThatThrownBy(() -> letters.write(order("help-reply", reader, Map.of())))
                .hasMessageContainingAll("help-reply", "reply");
    }

    private static LetterOrder order(String name, People.Reader reader, Map<String, Object> values) {
        return new LetterOrder(
                name,
                FolderRules.DEPLOYMENT,
                "mla-peer",
                reader.personId(),
                reader.participantId(),
                reader.mentorshipId(),
                values,
                URI.create("http://localhost:8080/f/for-this-test"),
                List.of());
    }

    private static Map<String, Object> everything() {
        Map<String, Object> values = new HashMap<>();
        values.put("partnerNames", "Ben Okoro");
        values.put("partnerContacts", List.of(Map.of("name", "Ben Okoro", "email", "ben@readers.example")));
        values.put("reasons", List.of("Ben can share cataloguing, which you want to learn."));
        values.put("reason", "The pilot is full.");
        values.put("question", "How long have you worked in libraries?");
        values.put("reply", "From January on.");
        values.put("outcome", "We have looked into it.");
        values.put("code", "123456");
        values.put("newAddress", "new@library.example");
        values.put("note", "Thank you for your patience.");
        values.put("label", "Ben");
        values.put("until", LocalDate.of(2026, 3, 1));
        values.put("talkAt", Instant.parse("2026-01-29T16:00:00Z"));
        values.put("since", LocalDate.of(2026, 1, 5));
        values.put("topics", List.of("Outreach and community", "Accessibility"));
        values.put("liveCallWanted", true);
        values.put("writesFirst", false);
        values.put("anybodyFirst", true);
        values.put("firstWriters", "");
        values.put("expiresOn", LocalDate.of(2026, 2, 9));
        values.put("cohortName", "Pilot 2026");
        values.put("opensOn", LocalDate.of(2025, 11, 20));
        values.put("place", "Millennium Library");
        values.put("url", "http://localhost:8080/apply/mla-peer");
        values.put("deadline", LocalDate.of(2025, 12, 12));
        values.put("nextOn", LocalDate.of(2025, 12, 15));
        values.put("startsOn", LocalDate.of(2026, 1, 5));
        values.put("endsOn", LocalDate.of(2026, 6, 30));
        values.put(
                "partners",
                List.of(Map.of(
                        "firstName",
                        "Ben",
                        "answers",
                        List.of(Map.of("question", "What kind of library?", "reply", "Public library")))));
        values.put("waitingSince", LocalDate.of(2025, 11, 20));
        values.put("peers", true);
        values.put("mentor", false);
        values.put("mentorsWaiting", 2);
        values.put("menteesWaiting", 5);
        values.put("matched", 8);
        values.put("who", "Ben");
        values.put("words", "Sorry, the roof leaks!");
        values.put("meeting", Instant.parse("2026-01-27T20:00:00Z"));
        values.put("proposedTime", Instant.parse("2026-01-29T16:00:00Z"));
        values.put("busyUntil", LocalDate.of(2026, 3, 1));
        values.put("calledOff", true);
        values.put("wishes", List.of(Map.of("name", "Ben", "note", "Mornings are hard.")));
        values.put("agreement", List.of(Map.of("question", "How often will you meet?", "reply", "Once a month")));
        return values;
    }

    private List<Received> arrived(People.Reader reader, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> postbox.lettersTo(reader.email()).size() >= count);
        List<Received> received = postbox.lettersTo(reader.email());
        assertThat(received).hasSize(count);
        return received;
    }

    private static List<String> words(String text) {
        return new ArrayList<>(Arrays.asList(text.split("[^\\p{L}\\p{N}]+")));
    }

    private static List<String> links(Document html) {
        return html.select("a[href^=http]").eachAttr("href");
    }
}
