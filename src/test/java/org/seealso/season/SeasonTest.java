package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.TestServers;
import org.seealso.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.TestPropertySource;

/**
 * One whole season of the Manitoba pilot, January to June, with 41 people, through the doors real people use: public
 * pages, links in letters read over IMAP, and Tasklist's API.
 */
@SeeAlsoTest
@TestPropertySource(properties = "seealso.test.database=season")
class SeasonTest extends AnySeason {
    private static final Logger LOG = LoggerFactory.getLogger(SeasonTest.class);
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-05");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-06-30");
    private static final int CHECK_INS = 5;

    Timeline time;
    Coordinator coordinator;
    Coordinator handler;
    final Map<String, Participant> people = new TreeMap<>();
    final List<List<Participant>> mentorships = new ArrayList<>();

    @Test
    void theManitobaPilotWalksFromApplicationToClosing() {
        time = new Timeline(management, clock);
        time.travelTo(LocalDate.parse("2025-11-18"));
        coordinator = new Coordinator(port, "coordinator");
        handler = new Coordinator(port, "handler");

        applicationsOpen();
        everybodyApplies();
        theCoordinatorReviews();
        everybodyIsMatched();
        mentorshipsStart();
        for (int month = 1; month <= CHECK_INS; month++) {
            checkIn(month);
        }
        closing();
        evaluation();

        nothingIsLeftOver();
        everybodyGotWhatWasPromised();
    }

    private void applicationsOpen() {
        coordinator.startCohort(Map.of(
                "program", "mla-peer",
                "cohortName", "Pilot 2026",
                "opensOn", "2025-11-19",
                "closesOn", "2025-12-12",
                "matchOn", "2025-12-15",
                "startsOn", FIRST_DAY.toString(),
                "endsOn", LAST_DAY.toString()));
        time.travelTo(LocalDate.parse("2025-11-20"));
    }

    private void everybodyApplies() {
        int imap = TestServers.MAIL.imapPort();
        for (Cast.Actor actor : Cast.all()) {
            Participant person = new Participant(port, imap, actor);
            people.put(person.name(), person);
            assertThat(person.apply()).contains("confirm your address");
            person.expect("confirm-email");
        }
        post();
        for (Participant person : people.values()) {
            assertThat(person.answer("confirm your address", Map.of("signature", person.name())))
                    .contains("A coordinator reads your application next");
        }
        // Somebody forgets having applied, and does it again: a letter says so, and nothing is counted twice.
        Participant twice = people.get("Tara McKay");
        twice.apply();
        twice.expect("already-applied");
        time.settle();
    }

    private void theCoordinatorReviews() {
        List<String> reviews = coordinator.open("UserTask_ReviewApplication");
        assertThat(reviews).hasSize(41);
        JsonNode shown = coordinator.shown(reviews.get(0));
        assertThat(shown.toString()).contains("about").contains("library.example");

        coordinator.finish(reviews.get(0), Map.of("decision", "more", "question", "Which branch do you work in?"));
        post();
        Participant asked = people.values().stream()
                .filter(person -> person.mailbox().read().stream()
                        .anyMatch(letter -> letter.subject().contains("One question about your application")))
                .findFirst()
                .orElseThrow();
        asked.expect("ask-more");
        asked.answer("One question about your application", Map.of("more", "The Millennium branch."));
        time.settle();

        assertThat(coordinator.finishAll("UserTask_ReviewApplication", Map.of("decision", "accept")))
                .isEqualTo(41);
        time.settle();
        people.values().forEach(person -> person.expect("accepted"));
    }

    private void everybodyIsMatched() {
        time.travelTo(LocalDate.parse("2025-12-15"));
        List<String> confirm = coordinator.open("UserTask_ConfirmMatches");
        assertThat(confirm).hasSize(1);
        JsonNode proposal = coordinator.confirmMatches(confirm.get(0));
        time.settle();
        for (JsonNode match : proposal.path("groups")) {
            List<Participant> members = new ArrayList<>();
            match.path("members")
                    .forEach(
                            member -> members.add(people.get(member.path("name").asText())));
            mentorships.add(members);
        }
        mentorships.sort((one, other) -> other.size() - one.size());
        assertThat(mentorships).hasSize(20);
        assertThat(mentorships.get(0)).as("an odd head-count gives one trio").hasSize(3);
        people.values().forEach(person -> person.expect("match"));
    }

    private void mentorshipsStart() {
        time.travelTo(FIRST_DAY);
        post();
        for (List<Participant> members : mentorships) {
            members.forEach(member -> member.expect("kickoff"));
            Map<String, String> agreement = new HashMap<>(Map.of(
                    "agreed", "yes",
                    "goal1", "Run one program together",
                    "frequency", "monthly",
                    "modes", "video",
                    "technology", "Any",
                    "confidentiality", "true"));
            Participant first = theOneAsked(members);
            first.expect("agreement");
            first.answer("How will you work together", agreement);
        }
        time.settle();
        post();
        for (List<Participant> members : mentorships) {
            for (Participant member : members) {
                if (member.promised().containsKey("agreement")) {
                    continue;
                }
                member.expect("accept-agreement");
                assertThat(member.answer(
                                "Is this what you agreed", Map.of("accepted", "yes", "confidentiality", "true")))
                        .contains("Thank you");
            }
        }
        time.settle();
        mentorships.forEach(members -> members.forEach(member -> member.expect("agreed")));
    }

    private Participant theOneAsked(List<Participant> members) {
        return members.stream()
                .filter(member -> member.mailbox().read().stream()
                        .anyMatch(letter -> letter.subject().contains("How will you work together")))
                .findFirst()
                .orElseThrow();
    }

    /** Most are well; the first few mentorships live through what real ones do. */
    private void checkIn(int month) {
        time.travelTo(FIRST_DAY.plusMonths(month));
        post();
        List<Participant> trio = mentorships.get(0);
        for (List<Participant> members : List.copyOf(mentorships)) {
            int n = mentorships.indexOf(members);
            for (Participant member : members) {
                member.expect("check-in");
                boolean first = member == members.get(0);
                if (n == 1 && month == 2) {
                    member.expect("check-in");
                } else if (n == 2 && first && month == 3) {
                    answer(member, "1", "notGood", "none");
                } else if (n == 3 && first) {
                    answer(member, "0", "good", "none");
                    member.expect("tips");
                } else if (n == 4 && first && month == 2) {
                    answer(member, "2", "deciding", "coordinator");
                } else {
                    answer(member, "1", "good", "none");
                }
            }
        }
        time.settle();
        if (month == 2) {
            assertThat(coordinator.finishAll("UserTask_LookAtCheckIn", Map.of("outcome", "reached")))
                    .isEqualTo(1);
            time.travelTo(FIRST_DAY.plusMonths(month).plusDays(15));
            assertThat(coordinator.finishAll("UserTask_FollowUpMissedCheckIn", Map.of("outcome", "reached")))
                    .isEqualTo(1);
            help(mentorships.get(5).get(0));
            conductReport(mentorships.get(6));
        }
        if (month == 3) {
            fitProblem(mentorships.get(2));
            leavesTheTrio(trio);
            leavesAPair(mentorships.get(7));
        }
    }

    private void answer(Participant member, String contacts, String fit, String help) {
        assertThat(member.answer(
                        "how is it going", Map.of("contacts", contacts, "fit", fit, "help", help, "progress", "some")))
                .contains("Thank you");
    }

    private void help(Participant asks) {
        asks.use("Ask us a question", Map.of("question", "May we meet at the fair?"));
        time.settle();
        assertThat(coordinator.finishAll("UserTask_AnswerQuestion", Map.of("reply", "Yes, gladly.")))
                .isEqualTo(1);
        time.settle();
        asks.expect("help-reply");
    }

    private void conductReport(List<Participant> members) {
        members.get(0).use("Report behaviour", Map.of("what", "marker-conduct-4711", "stopNow", "no"));
        time.settle();
        assertThat(coordinator.everythingOpen())
                .as("coordinators see nothing of it")
                .doesNotContain("Handle report");
        handler.finishAll(
                "UserTask_HandleReport",
                Map.of("outcome", "end", "tell", "acted", "conflict", "true", "note", "marker-conduct-note"));
        time.settle();
        members.get(0).expect("conduct-received");
        members.get(0).expect("conduct-outcome");
        endedEarly(members);
    }

    private void fitProblem(List<Participant> members) {
        members.get(0).expect("fit-problem-received");
        members.get(0).expect("fit-problem-recorded");
        assertThat(coordinator.finishAll("UserTask_Mediate", Map.of("outcome", "record")))
                .isEqualTo(1);
        time.settle();
    }

    private void leavesTheTrio(List<Participant> trio) {
        Participant leaver = trio.get(2);
        assertThat(leaver.use("Leave the program", Map.of("sure", "yes"))).contains("You have left");
        time.settle();
        leaver.expect("left");
        mentorships.set(0, List.of(trio.get(0), trio.get(1)));
        mentorships.get(0).forEach(member -> member.expect("member-left"));
        assertThat(leaver.look("Leave the program")).contains("not needed any more");
    }

    private void leavesAPair(List<Participant> pair) {
        pair.get(0).use("Leave the program", Map.of("sure", "yes"));
        time.settle();
        pair.get(0).expect("left");
        endedEarly(List.of(pair.get(1)));
        mentorships.remove(pair);
    }

    /** Whoever stays is told so kindly and asked what they would like, then how it was; reminded once each, and thanked. */
    private void endedEarly(List<Participant> members) {
        for (Participant member : members) {
            member.expect("ended-early");
            member.expect("ended-early");
            member.expect("closing-survey");
            member.expect("closing-survey");
            member.expect("thanks");
        }
        mentorships.remove(members);
    }

    private void closing() {
        time.travelTo(LAST_DAY.minusDays(14));
        post();
        int n = 0;
        for (List<Participant> members : mentorships) {
            for (Participant member : members) {
                member.expect("closing-survey");
                if (n++ % 3 == 0) {
                    member.expect("closing-survey");
                } else {
                    answerSurvey(member);
                }
                member.expect("thanks");
            }
        }
        time.travelTo(LAST_DAY);
    }

    private void answerSurvey(Participant member) {
        Map<String, String> survey = new HashMap<>(Map.of(
                "contacts", "some",
                "goalsMet", "yes",
                "helpful", "5",
                "matchQuality", "4",
                "recommend", "9",
                "quotePermission", "no",
                "retention", "oneYear"));
        for (String topic : List.of("Skills", "Confidence", "Motivation", "Satisfaction", "Network", "Value")) {
            survey.put("closing" + topic, "4");
        }
        assertThat(member.answer("How was it", survey)).contains("Thank you");
    }

    private void evaluation() {
        time.travelTo(LAST_DAY.plusDays(8));
        List<String> evaluate = coordinator.open("UserTask_EvaluateProgram");
        assertThat(evaluate).hasSize(1);
        String results = coordinator.shown(evaluate.get(0)).toString();
        assertThat(results).contains("Mentorships").contains("at application").contains("at closing");
        LOG.info("What the evaluation task shows: {}", results);
        coordinator.finish(evaluate.get(0), Map.of("lessons", "Start earlier next time."));
        time.settle();
    }

    private void nothingIsLeftOver() {
        nothingIsLeft("mla-peer");
        try (Markers markers = new Markers(jdbc)) {
            assertThat(markers.places("marker-conduct")).as("a conduct report").isEmpty();
        }
    }

    private void everybodyGotWhatWasPromised() {
        post();
        StringBuilder table = new StringBuilder("Letters of the season\n");
        for (Participant person : people.values()) {
            Map<String, Integer> got = new TreeMap<>();
            jdbc.sql("select name from letter where address = ? and state = 'SENT'")
                    .param(person.address())
                    .query(String.class)
                    .list()
                    .forEach(name -> got.merge(name, 1, Integer::sum));
            table.append("%-18s %s%n".formatted(person.name(), got));
            assertThat(got).as("letters to %s", person.name()).isEqualTo(person.promised());
            assertThat(person.mailbox().read())
                    .as("the mailbox of %s", person.name())
                    .hasSize(got.values().stream().mapToInt(Integer::intValue).sum());
        }
        table.append("Tasks: coordinator %d, conduct handler %d".formatted(coordinator.done(), handler.done()));
        LOG.info("{}", table);
    }

    /** Until every letter written has been handed to the mail server. */
    private void post() {
        time.settle();
        await().atMost(Duration.ofMinutes(2)).until(outbox::waiting, waiting -> waiting == 0);
    }
}
