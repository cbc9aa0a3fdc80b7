package org.seealso.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.seealso.Browser;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.answer.Answers;
import org.seealso.exchange.sheet.Sheet;
import org.seealso.exchange.sheet.SheetFile;
import org.seealso.exchange.sheet.Unreadable;
import org.seealso.people.Cohort;
import org.seealso.people.Contacts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator with a spreadsheet, over HTTP and in a browser, on a real PostgreSQL. */
@SeeAlsoTest
class ExchangePagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Participants participants;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Answers answers;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcClient jdbc;

    private Cohort cohort;
    private String page = "";
    private Visitor coordinator = new Visitor(0);
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aCohortThatIsRunning() {
        stage.opensOn("2026-01-20");
        begin("mla-peer", Cohort.State.RUNNING);
    }

    private void begin(String program, Cohort.State state) {
        cohort = stage.cohort(program, state);
        page = "/desk/exchange/" + cohort.id();
        coordinator = Visitor.signedIn(port, "coordinator", "coordinator-in-tests");
    }

    private String address(String name) {
        return name + "." + unique + "@library.example";
    }

    private static String said(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select("main").text();
    }

    private HttpResponse<String> upload(String what, byte[] file) {
        return coordinator.upload(page, coordinator.get(page).body(), Map.of("what", what), "list.csv", file);
    }

    /** The preview of a list, which has to be one. */
    private HttpResponse<String> preview(String what, byte[] file) {
        HttpResponse<String> sent = upload(what, file);
        assertThat(sent.statusCode()).as(said(sent)).isEqualTo(302);
        return coordinator.get(path(sent));
    }

    private static String path(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private String take(HttpResponse<String> preview, String choice) {
        String form = Jsoup.parse(preview.body()).select("form").attr("action");
        HttpResponse<String> done = coordinator.form(form, preview.body(), Map.of("take", choice));
        assertThat(done.statusCode()).isEqualTo(302);
        stage.time.settle();
        return said(coordinator.get(path(done)));
    }

    private String takeIn(String what, String list) {
        return take(preview(what, list.getBytes(UTF_8)), "rest");
    }

    private String people(String... names) {
        StringBuilder list = new StringBuilder("name,email\n");
        for (String name : names) {
            list.append(name).append(',').append(address(name.split(" ")[0].toLowerCase(java.util.Locale.ROOT)));
            list.append('\n');
        }
        return list.toString();
    }

    private List<Participant> in(Participant.State state) {
        return participants.in(cohort.id(), state);
    }

    private Participant named(String name) {
        return List.of(Participant.State.values()).stream()
                .flatMap(state -> in(state).stream())
                .filter(one -> one.person().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Sheet table(String word, String kind) throws Unreadable {
        HttpResponse<byte[]> file = coordinator.download(page + "/table/" + word + "." + kind);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        return SheetFile.read(file.body());
    }

    @Test
    void aPreviewNamesEveryBadLineAndChangesNothing() {
        String list = "name;Email;years;languages;soloWorker;I apply of my own free will;Shoe size;motives\n"
                + "Ana Silva;" + address("ana") + ";4;;yes;yes;38;\n"
                + "Ben Okoro;ben(at)library;4;;;;;\n"
                + ";" + address("cara") + ";many;;perhaps;;;\n"
                + "Dov Katz;" + address("dov") + ";3;Klingon;;;;\n"
                + "Ana Silva;" + address("ana").toUpperCase(java.util.Locale.ROOT) + ";5;;;;;\n"
                + "\n"
                + "Ana Silva;" + address("ana") + ";4;;yes;yes;38;\n";
        HttpResponse<String> preview = preview("waiting-peer", list.getBytes(UTF_8));
        assertThat(said(preview))
                .contains("1 line would be taken in", "4 lines can’t be taken in", "Nothing has happened yet")
                .contains("“Shoe size” is left out")
                .contains("“I apply of my own free will” is left out: this is for each person to say")
                .contains("Line 8 says the same as line 2");
        List<String> rows = Jsoup.parse(preview.body()).select("tbody tr").eachText();
        assertThat(rows)
                .anySatisfy(row -> assertThat(row).startsWith("Line 3 ").contains("full email address"))
                .anySatisfy(row -> assertThat(row).startsWith("Line 4 ").contains("The cell is empty"))
                .anySatisfy(row -> assertThat(row).startsWith("Line 4 ").contains("needs a number in digits"))
                .anySatisfy(row -> assertThat(row).startsWith("Line 4 ").contains("“perhaps” is neither yes nor no"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("Line 5 ")
                        .contains("“Klingon” is none of the answers")
                        .contains("English"))
                .anySatisfy(row -> assertThat(row).startsWith("Line 6 ").contains("stands in line 2, too"));
        assertThat(in(Participant.State.POOL)).isEmpty();

        assertThat(take(preview, "nothing")).contains("Nothing was taken in");
        assertThat(in(Participant.State.POOL)).isEmpty();
    }

    @Test
    void theGoodLinesComeInAndEverybodyHearsOnce() {
        String list = people("Ana Silva", "Ben Okoro") + ",nobody\n";
        assertThat(take(preview("waiting-peer", list.getBytes(UTF_8)), "rest")).contains("2 lines were taken in");
        assertThat(in(Participant.State.POOL))
                .extracting(one -> one.person().name())
                .containsExactlyInAnyOrder("Ana Silva", "Ben Okoro");
        assertThat(stage.letters(named("Ana Silva"))).containsExactly("brought-along");
        assertThat(answers.ofParticipant(named("Ana Silva").id(), "brought-along"))
                .singleElement()
                .satisfies(consent -> assertThat(consent.shown())
                        .startsWith("imported by coordinator (coordinator) on 20 January 2026"));

        HttpResponse<String> again = preview("waiting-peer", list.getBytes(UTF_8));
        assertThat(said(again)).contains("0 lines would be taken in", "2 lines say what we know already");
        assertThat(take(again, "rest")).contains("Nothing was taken in");
        assertThat(in(Participant.State.POOL)).hasSize(2);
        assertThat(stage.letters(named("Ana Silva"))).containsExactly("brought-along");
    }

    @Test
    void aListTakenInTwiceAtOnceCountsOnce() {
        byte[] list = people("Ana Silva").getBytes(UTF_8);
        HttpResponse<String> one = preview("waiting-peer", list);
        HttpResponse<String> other = preview("waiting-peer", list);
        assertThat(take(one, "rest")).contains("1 line was taken in");
        assertThat(take(other, "rest")).contains("Nothing was taken in");
        assertThat(in(Participant.State.POOL)).hasSize(1);
    }

    @Test
    void whoeverLeftIsNotBroughtBackByAList() {
        takeIn("waiting-peer", people("Ana Silva"));
        stage.move(named("Ana Silva"), Participant.State.WITHDRAWN);
        assertThat(said(preview("waiting-peer", people("Ana Silva").getBytes(UTF_8))))
                .contains("0 lines would be taken in", "was in this cohort and has left");
    }

    @Test
    void pairsBeginOnceAndOnlyWithPeopleOfTheCohort() {
        takeIn("meeting-peer", people("Ana Silva", "Ben Okoro", "Cara Lee", "Dov Katz"));
        String pairs = "Member 1,Member 2,Member 3,First day,Last day\n"
                + address("ana") + "," + address("ben") + ",,,\n"
                + address("cara") + "," + address("nobody") + ",,,\n"
                + address("cara") + "," + address("ben") + ",,,\n"
                + address("cara") + "," + address("cara") + ",,,\n"
                + address("cara") + ",,,,\n"
                + address("cara") + "," + address("dov") + ",,next week,\n"
                + address("dov") + "," + address("cara") + ",,2025-12-01,2026-01-01\n";
        HttpResponse<String> preview = preview("together", pairs.getBytes(UTF_8));
        assertThat(said(preview)).contains("1 line would be taken in");
        assertThat(Jsoup.parse(preview.body()).select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).startsWith("Line 3 Member 2").contains("Nobody with the address"))
                .anySatisfy(
                        row -> assertThat(row).startsWith("Line 4 Member 2").contains("Ben Okoro is in another pair"))
                .anySatisfy(row -> assertThat(row).startsWith("Line 5 ").contains("stands twice"))
                .anySatisfy(row -> assertThat(row).startsWith("Line 6 ").contains("names 1 person; here 2 to 3 meet"))
                .anySatisfy(
                        row -> assertThat(row).startsWith("Line 7 First day").contains("no day we understand"))
                .anySatisfy(row -> assertThat(row).startsWith("Line 8 Last day").contains("is over"));
        take(preview, "rest");
        assertThat(mentorships.in(cohort.id(), Mentorship.State.ACTIVE))
                .extracting(Mentorship::label)
                .containsExactly("Ana Silva & Ben Okoro");
        assertThat(stage.letters(named("Ana Silva"))).contains("kickoff");

        String turned = "Member 2,Member 1\n" + address("ana") + "," + address("ben") + "\n";
        assertThat(said(preview("together", turned.getBytes(UTF_8)))).contains("1 line says what we know already");
        assertThat(takeIn("together", turned)).contains("Nothing was taken in");
        assertThat(mentorships.count(cohort.id())).isEqualTo(1);
    }

    @Test
    void beforeTheFirstDayPairsWait() {
        begin("mla-peer", Cohort.State.CLOSED);
        stage.todayIs("2025-12-20");
        takeIn("waiting-peer", people("Ana Silva", "Ben Okoro"));
        takeIn("together", "member1;member2\n" + address("ana") + ";" + address("ben") + "\n");
        assertThat(mentorships.in(cohort.id(), Mentorship.State.PLANNED))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.startsOn()).isEqualTo(LocalDate.parse("2026-01-12"));
                    assertThat(pair.endsOn()).isEqualTo(LocalDate.parse("2026-07-10"));
                });
        assertThat(in(Participant.State.MATCHED)).hasSize(2);
        assertThat(stage.letters(named("Ana Silva"))).doesNotContain("kickoff");
    }

    @Test
    void mentorsAndMenteesHaveListsOfTheirOwn() throws Unreadable {
        begin("wla", Cohort.State.OPEN);
        takeIn("meeting-mentor", people("Mia Roy"));
        takeIn("meeting-mentee", people("Tom Day"));
        String wrong = "Mentor,Mentee\n" + address("tom") + "," + address("mia") + "\n";
        assertThat(said(preview("together", wrong.getBytes(UTF_8)))).contains("Mia Roy takes part as a mentor");
        takeIn("together", "Mentor,Mentee\n" + address("mia") + "," + address("tom") + "\n");
        assertThat(mentorships.in(cohort.id(), Mentorship.State.ACTIVE))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.startsOn()).isEqualTo(LocalDate.parse("2026-01-20"));
                    assertThat(pair.endsOn()).isEqualTo(LocalDate.parse("2027-01-20"));
                });
        assertThat(table("mentorships", "csv").lines().get(0).cells())
                .startsWith(address("mia"), address("tom"), "2026-01-20", "2027-01-20");
        assertThat(table("people-mentor", "xlsx").lines()).hasSize(1);
        assertThat(table("people-mentee", "xlsx").lines()).hasSize(1);
    }

    @Test
    void whatGoesOutComesInAgainUnchanged() throws Unreadable {
        takeIn(
                "meeting-peer",
                "name;email;years;languages;modes;soloWorker;shortGoal\n"
                        + "Zoë \"Zed\" O’Neil;" + address("zoe")
                        + ";4;English;;yes;\"=1+1; and\nanother line\"\n"
                        + "Ben Okoro;" + address("ben") + ";12;;;no;\n");
        takeIn("together", "member1,member2\n" + address("zoe") + "," + address("ben") + "\n");
        for (String kind : List.of("csv", "xlsx")) {
            byte[] people =
                    coordinator.download(page + "/table/people-peer." + kind).body();
            assertThat(said(preview("meeting-peer", people)))
                    .contains("0 lines would", "2 lines say what we know already")
                    .doesNotContain("left out", "What to correct");
            byte[] pairs =
                    coordinator.download(page + "/table/mentorships." + kind).body();
            assertThat(said(preview("together", pairs)))
                    .contains("1 line says what we know already")
                    .doesNotContain("left out", "What to correct");
        }
        byte[] people = coordinator.download(page + "/table/people-peer.csv").body();
        String goal = participantsGoal();
        stage.opensOn("2026-01-20");
        Cohort before = cohort;
        begin("mla-peer", Cohort.State.RUNNING);
        assertThat(take(preview("meeting-peer", people), "rest")).contains("2 lines were taken in");
        assertThat(participantsGoal()).isEqualTo(goal).startsWith("=1+1");
        assertThat(before.id()).isNotEqualTo(cohort.id());
    }

    private String participantsGoal() {
        return String.valueOf(answers.latestValues(named("Zoë \"Zed\" O’Neil").id(), "application-peer")
                .get("shortGoal"));
    }

    @Test
    void tablesHoldWhatCoordinatorsMayReadAndNothingElse() throws Unreadable {
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        Participant gone = stage.participant(cohort, "Gone Away", Participant.State.WITHDRAWN);
        stage.submission(ana, null, "application-peer", Map.of("place", "Brandon"));
        stage.submission(ana, null, "application-peer", Map.of("jobTitle", "secret-7731"), Set.of("matching"));
        stage.submission(ana, null, "fit-problem", Map.of("details", "secret-7731"));
        Mentorship pair = stage.underWay(cohort, ana, ben);
        stage.conductReport(ana, pair.id(), Map.of("what", "secret-7731"));
        contacts.note(pair.id(), new Contacts.CheckIn(ana.id(), 1, Contacts.State.ANSWERED, 2, "notGood", false));
        contacts.note(pair.id(), new Contacts.CheckIn(ben.id(), 1, Contacts.State.SILENCE, null, null, false));
        for (String word : List.of("people-peer", "mentorships", "check-ins")) {
            for (String kind : List.of("csv", "xlsx")) {
                assertThat(table(word, kind).toString())
                        .contains("Ana Silva")
                        .doesNotContain("secret-7731", gone.person().name(), "notGood");
            }
        }
        assertThat(table("people-peer", "csv").toString()).contains("Brandon", "matched", "applied");
        assertThat(table("check-ins", "csv").lines())
                .singleElement()
                .satisfies(
                        line -> assertThat(line.cells()).containsExactly("Ana Silva, Ben Okoro", "1", "2", "1", "2"));
        assertThat(table("people-peer", "csv").header())
                .noneMatch(column -> column.contains("free will"))
                .noneMatch(column -> column.contains("identity"));
    }

    @Test
    void whoeverTakesATableAwayHasReadWhatItSays() throws Unreadable {
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        stage.submission(ana, null, "application-peer", Map.of("place", "Brandon"));
        stage.submission(ana, null, "application-peer", Map.of("jobTitle", "secret-7731"), Set.of("matching"));
        table("mentorships", "csv");
        assertThat(readings(ana)).as("no answers stand there").isEmpty();
        table("people-peer", "csv");
        table("people-peer", "xlsx");
        assertThat(readings(ana)).containsExactly("coordinator application-peer place");
    }

    private List<String> readings(Participant whose) {
        return jdbc.sql("select who || ' ' || form || ' ' || field from reading where person_id = ?")
                .param(whose.person().id())
                .query(String.class)
                .list();
    }

    @Test
    void onlyCoordinatorsGetInAndNothingIsTakenWithoutTheToken() {
        Visitor handler = Visitor.signedIn(port, "handler", "handler-in-tests");
        for (String path : List.of("/desk/exchange", page, page + "/table/people-peer.csv")) {
            assertThat(handler.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(new Visitor(port).get(path).statusCode()).as(path).isEqualTo(302);
        }
        assertThat(coordinator
                        .upload(page, "<p>no token</p>", Map.of("what", "waiting-peer"), "a.csv", new byte[] {'a'})
                        .statusCode())
                .isEqualTo(403);
        assertThat(coordinator.get("/desk/exchange/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(coordinator.get(page + "/table/everything.csv").statusCode()).isEqualTo(404);
        assertThat(coordinator.get(page + "/template/everything.csv").statusCode())
                .isEqualTo(404);
        jdbc.sql("update cohort set state = 'ENDED' where id = ?")
                .param(cohort.id())
                .update();
        assertThat(said(coordinator.get(page)))
                .doesNotContain("Bring people along ")
                .contains("Take tables away");
        assertThat(upload("waiting-peer", people("Ana Silva").getBytes(UTF_8)).statusCode())
                .isNotEqualTo(302);
    }

    @Test
    void aFileThatIsNoListIsRefusedKindly() {
        assertThat(said(upload("waiting-peer", new byte[6 * 1024 * 1024])))
                .contains("The list was not taken in", "larger than 5 MB");
        assertThat(said(upload("waiting-peer", "Email\nana@library.example\n".getBytes(UTF_8))))
                .contains("No column is called");
        assertThat(said(upload("waiting-peer", "name,name,email\na,b,c\n".getBytes(UTF_8))))
                .contains("Two columns are called “name”");
        assertThat(said(upload("together", "Member 1\nana@library.example\n".getBytes(UTF_8))))
                .contains("No column is called “Member 2”");
        assertThat(said(upload("everything", "name,email\n".getBytes(UTF_8)))).contains("Nobody said what");
        assertThat(said(upload("together", new byte[0]))).contains("No file was chosen");
        assertThat(upload("waiting-peer", new byte[30 * 1024 * 1024]).statusCode())
                .as("beyond what arrives at all")
                .isBetween(400, 499);
    }

    @Test
    void aTemplateFilledInIsAList() throws Unreadable {
        for (String kind : List.of("csv", "xlsx")) {
            HttpResponse<byte[]> file = coordinator.download(page + "/template/meeting-peer." + kind);
            assertThat(SheetFile.read(file.body()).header()).hasSizeGreaterThan(10);
            HttpResponse<byte[]> pairs = coordinator.download(page + "/template/together." + kind);
            assertThat(SheetFile.read(pairs.body()).header())
                    .containsExactly("Member 1", "Member 2", "Member 3", "First day", "Last day");
        }
    }

    @Test
    void thePagesSuitEverybody(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(
                folder.resolve("people.csv"), people("Ana Silva") + "Ben Okoro,no address\n,nobody@library.example\n");
        try (Browser browser = Browser.on(port)) {
            browser.signIn("coordinator", "coordinator-in-tests");
            for (Dimension size : List.of(Browser.PHONE, Browser.LAPTOP)) {
                browser.sized(size).open("/desk");
                browser.click(By.linkText("Bring your people along, and take tables away"));
                assertThat(browser.violations()).isEmpty();
                browser.open(page);
                browser.picture("exchange");
                assertThat(browser.violations()).isEmpty();
                browser.click(By.cssSelector("form[enctype] button"));
                browser.see(By.cssSelector(".govuk-error-summary"));
                assertThat(browser.violations()).isEmpty();
                browser.click(By.cssSelector("label[for=what-waiting-peer]"));
                browser.driver().findElement(By.id("file")).sendKeys(list.toString());
                browser.click(By.cssSelector("form[enctype] button"));
                browser.until(() -> browser.path().contains("/lists/"));
                assertThat(browser.text()).contains("1 line would be taken in", "2 lines can’t be taken in");
                browser.picture("exchange-preview");
                assertThat(browser.violations()).isEmpty();
            }
            browser.click(By.cssSelector("button[value=rest]"));
            browser.until(() -> browser.path().contains("done="));
            assertThat(browser.text()).contains("1 line was taken in");
            assertThat(browser.violations()).isEmpty();
            browser.open("/desk/exchange");
            assertThat(browser.violations()).isEmpty();
        }
    }
}
