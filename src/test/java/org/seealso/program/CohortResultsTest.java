package org.seealso.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.answer.Answers;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a coordinator reads when a cohort is over. */
@SeeAlsoTest
class CohortResultsTest {
    private static final Set<String> COUNTED = Set.of("report");

    @Autowired
    Stage stage;

    @Autowired
    CohortResults results;

    @Autowired
    PublishedRules rules;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Answers answers;

    @Autowired
    JdbcClient jdbc;

    private Cohort cohort;
    private final List<Participant> mentors = new ArrayList<>();
    private final List<Participant> mentees = new ArrayList<>();

    @BeforeEach
    void july() {
        stage.opensOn("2026-07-17");
        cohort = stage.cohort("vimloc", Cohort.State.RUNNING);
        mentors.clear();
        mentees.clear();
    }

    private void pairs(int count) {
        for (int i = 0; i < count; i++) {
            Participant mentor = stage.participant(cohort, "Mentor " + i, "mentor", Participant.State.DONE);
            Participant mentee = stage.participant(cohort, "Mentee " + i, "mentee", Participant.State.DONE);
            Mentorship mentorship = stage.mentorship(cohort, mentor, mentee);
            mentorships.move(mentorship.id(), Mentorship.State.CLOSED);
            mentors.add(mentor);
            mentees.add(mentee);
        }
    }

    private void answers(List<Participant> people, String recommend, String before, String after) {
        for (Participant person : people) {
            String application = person.role().equals("mentor") ? "application-mentor" : "application-mentee";
            stage.submission(person, null, application, Map.of("baselineConfidence", before), COUNTED);
            stage.submission(
                    person,
                    mentorships.current(person.id()).map(Mentorship::id).orElse(null),
                    "closing-survey",
                    new HashMap<>(Map.of("recommend", recommend, "closingConfidence", after, "goalsMet", "yes")),
                    COUNTED);
        }
    }

    /** By what stands on the left, those of one cohort or of all. */
    private Map<String, String> read() {
        String deployment = rules.current();
        return results.of(cohort.id(), deployment, rules.row(deployment, "vimloc")).stream()
                .collect(Collectors.toMap(
                        CohortResults.Result::what, CohortResults.Result::result, (a, b) -> a + " | " + b));
    }

    @Test
    void numbersAreShownByRoleAndWithTheChangeOfTheSamePeople() {
        pairs(5);
        answers(mentors, "10", "4", "4");
        answers(mentees, "8", "2", "4");
        Map<String, String> read = read();
        assertThat(read)
                .containsEntry("Mentorships", "5")
                .containsEntry("… that ran to their last day", "5")
                .containsEntry("… with an agreement and its schedule", "0 of 5 (0 %)")
                .containsEntry("Closing surveys answered", "10 of 0 sent")
                .containsEntry(
                        "How likely are you to recommend it to a colleague?",
                        "9.0 on a scale from 0 to 10 (10 answers)")
                .containsEntry("Did you reach your goals?", "Yes: 10")
                .containsEntry("Your confidence in that work", "3.0 at application, 4.0 at closing (+1.0; 10 people)")
                .containsEntry(
                        "Mentees: Your confidence in that work", "2.0 at application, 4.0 at closing (+2.0; 5 people)")
                .containsEntry(
                        "Mentors: How likely are you to recommend it to a colleague?",
                        "10.0 on a scale from 0 to 10 (5 answers)")
                .containsEntry("How good was the match?", "Fewer than 5 people answered this.");
        assertThat(read.keySet())
                .as("whether people wanted to go on is nobody's to read, not even as a number")
                .noneMatch(what -> what.contains("go on with this mentorship"))
                .anyMatch(what -> what.startsWith("All cohorts of mentors"));
    }

    @Test
    void aRoleInWhichTooFewAnsweredHidesTheOtherToo() {
        pairs(5);
        answers(mentors, "10", "4", "4");
        answers(mentees.subList(0, 2), "8", "2", "4");
        assertThat(read())
                .containsEntry("By role", "Fewer than 5 people of one role answered, so roles are not shown.")
                .doesNotContainKey("Mentors: How likely are you to recommend it to a colleague?");
    }

    @Test
    void fewAnswersAreCountedAndNotShown() {
        pairs(2);
        answers(mentors, "10", "4", "4");
        answers(mentees, "8", "2", "4");
        assertThat(read())
                .containsEntry("What people said", "Fewer than 5 people answered, so their answers are not shown.")
                .doesNotContainKey("Did you reach your goals?");
    }

    @Test
    void wordsAreQuotedOnlyAsTheirAuthorAllowed() {
        pairs(3);
        answers(mentors, "10", "4", "4");
        answers(mentees, "8", "2", "4");
        quote(mentors.get(0), "no", "marker-private");
        quote(mentors.get(1), "anonymous", "Start earlier.");
        quote(mentors.get(2), "named", "More time for the first meeting.");
        Map<String, String> read = read();
        assertThat(read.get("Quote: What should we change?"))
                .contains("“Start earlier.”")
                .contains("“More time for the first meeting.” — Mentor 2")
                .doesNotContain("Mentor 1", "marker-private");
    }

    private void quote(Participant author, String permission, String words) {
        stage.submission(author, null, "closing-survey", Map.of("quotePermission", permission, "change", words));
    }

    @Test
    void whoeverHadTheirWordsDeletedStillCounts() {
        pairs(5);
        answers(mentors, "10", "4", "4");
        answers(mentees, "8", "2", "4");
        Map<String, String> before = read();
        mentors.forEach(mentor -> answers.keepOnlyCounts(mentor.id(), "mentor"));
        mentees.forEach(mentee -> answers.keepOnlyCounts(mentee.id(), "mentee"));
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void contactsOfAMentorshipAreNotCountedTwice() {
        pairs(1);
        Mentorship mentorship =
                mentorships.in(cohort.id(), Mentorship.State.CLOSED).get(0);
        checkIn(mentorship, mentors.get(0), 1, 2);
        checkIn(mentorship, mentees.get(0), 1, 3);
        checkIn(mentorship, mentees.get(0), 2, 1);
        assertThat(read())
                .containsEntry("Contacts counted in check-ins, for each mentorship", "4.0")
                .containsEntry("Check-ins answered", "3");
    }

    private void checkIn(Mentorship mentorship, Participant member, int period, int contacts) {
        jdbc.sql("insert into check_in (mentorship_id, participant_id, period, state, contacts, recorded_at)"
                        + " values (?, ?, ?, 'ANSWERED', ?, now())")
                .params(mentorship.id(), member.id(), period, contacts)
                .update();
    }
}
