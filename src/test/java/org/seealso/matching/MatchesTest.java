package org.seealso.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.TestClock;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SeeAlsoTest
class MatchesTest {
    @Autowired
    Matches matches;

    @Autowired
    Cohorts cohorts;

    @Autowired
    People people;

    @Autowired
    Participants participants;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Answers answers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Settlements settlements;

    @Autowired
    PublishedRules rules;

    private static final String PROCESS = UUID.randomUUID().toString();

    private final UUID cohort = UUID.randomUUID();

    @BeforeEach
    void aCohortOfThePilot() {
        cohorts.add(new Cohort(
                cohort,
                "mla-peer",
                "Pilot 2026",
                ZoneId.of("America/Winnipeg"),
                LocalDate.of(2025, 11, 20),
                LocalDate.of(2025, 12, 12),
                LocalDate.of(2025, 12, 15),
                LocalDate.of(2026, 1, 8),
                LocalDate.of(2026, 6, 30),
                Cohort.State.CLOSED));
    }

    @Test
    void proposesThePairsThatGiveEachOtherMostAndSaysWhy() {
        UUID ana = joins("Ana Silva", List.of("cataloguing"), List.of("outreach"));
        UUID ben = joins("Ben Okoro", List.of("grants"), List.of("weeding"));
        UUID cara = joins("Cara Lee", List.of("outreach"), List.of("cataloguing"));
        UUID dev = joins("Dev Patel", List.of("weeding"), List.of("grants"));

        assertThat(propose()).isEqualTo(new Settlements.Outcome(4, 2, 0, true, false));

        Proposal proposal = proposal();
        assertThat(groups(proposal)).containsExactlyInAnyOrder(Set.of(ana, cara), Set.of(ben, dev));
        assertThat(proposal.proof())
                .isEqualTo("Proven best: no other way of matching these 4 people has a higher total.");
        Proposal.Group pair = proposal.groups().stream()
                .filter(g ->
                        g.members().stream().anyMatch(m -> m.participantId().equals(ana)))
                .findFirst()
                .orElseThrow();
        assertThat(pair.gives()).contains("Ana can share cataloguing, which Cara wants to learn.");
        assertThat(pair.percent()).isBetween(1, 100);
        assertThat(pair.members()).extracting(Proposal.Member::about).contains("Public library, Ana Silva's library");
    }

    @Test
    void givesTheSameMatchesForTheSamePool() {
        for (int i = 0; i < 9; i++) {
            joins("Person " + (char) ('A' + i), List.of("topic" + i % 3), List.of("topic" + i % 4));
        }
        propose();
        List<Set<UUID>> once = groups(proposal());
        propose();
        assertThat(groups(proposal())).isEqualTo(once);
        assertThat(jdbc.sql("select count(distinct fingerprint) from match_run where cohort_id = ?")
                        .param(cohort)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void makesMentorshipsOfWhatTheCoordinatorConfirmed() {
        UUID ana = joins("Ana Silva", List.of("cataloguing"), List.of("outreach"));
        UUID ben = joins("Ben Okoro", List.of("outreach"), List.of("cataloguing"));
        UUID cara = joins("Cara Lee", List.of("grants"), List.of("weeding"));
        propose();
        assertThat(proposal().groups())
                .singleElement()
                .satisfies(g -> assertThat(g.members()).hasSize(3));

        confirm(List.of(List.of(ana, ben)), List.of(cara));

        assertThat(proposal().groups()).singleElement().satisfies(g -> {
            assertThat(g.origin()).isEqualTo("BY_HAND");
            assertThat(g.gives()).contains("Ana can share cataloguing, which Ben wants to learn.");
        });
        assertThat(proposal().left()).extracting(Proposal.Left::reason).containsExactly("Left over by hand.");
        Settlements.Recorded recorded = settlements.record(cohort, PROCESS, rules.current());
        assertThat(recorded.consent()).isFalse();
        assertThat(settlements.record(cohort, PROCESS, rules.current()))
                .as("recorded again")
                .isEqualTo(recorded);
        assertThat(settlements.rest(cohort, PROCESS)).isEqualTo(new Settlements.Rest(1, 1, false));
        settlements.release(cohort);
        assertThat(mentorships.in(cohort, Mentorship.State.PLANNED))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.label()).isEqualTo("Ana Silva & Ben Okoro");
                    assertThat(m.startsOn()).isEqualTo("2026-01-08");
                });
        assertThat(states(ana, ben, cara))
                .containsExactly(Participant.State.MATCHED, Participant.State.MATCHED, Participant.State.UNMATCHED);
        assertThat(mentorships.reasons(recorded.mentorships().get(0), ana))
                .contains("Ben can share outreach, which you want to learn.");
        assertThat(settlements.unmatched(cohort)).extracting(Participant::id).containsExactly(cara);
        assertRefused(
                () -> confirm(List.of(List.of(ana, ben)), List.of(cara)),
                "mira has already confirmed these matches, and the letters are on their way. Nothing was changed.");
    }

    @Test
    void refusesWhenSomebodyWithdrewOrJoinedSince() {
        UUID ana = joins("Ana Silva", List.of("a"), List.of("b"));
        UUID ben = joins("Ben Okoro", List.of("b"), List.of("a"));
        propose();
        participants.move(ben, Participant.State.WITHDRAWN);
        assertRefused(
                () -> confirm(List.of(List.of(ana, ben)), List.of()),
                "Ben Okoro is no longer in the pool. Nothing was sent; choose “Find again”.");

        UUID cara = joins("Cara Lee", List.of("b"), List.of("a"));
        propose();
        joins("Dev Patel", List.of("b"), List.of("a"));
        assertRefused(
                () -> confirm(List.of(List.of(ana, cara)), List.of()),
                "Dev Patel joined the pool after these matches were found. Nothing was sent; choose “Find again”.");
    }

    @Test
    void refusesToRecordWhenSomebodyWithdrewAfterTheConfirmation() {
        UUID ana = joins("Ana Silva", List.of("a"), List.of("b"));
        UUID ben = joins("Ben Okoro", List.of("b"), List.of("a"));
        propose();
        confirm(List.of(List.of(ana, ben)), List.of());
        participants.move(ana, Participant.State.WITHDRAWN);
        assertRefused(
                () -> settlements.record(cohort, PROCESS, rules.current()),
                "Ana Silva is no longer in the pool. Nothing was sent; choose “Find again”.");
        assertThat(mentorships.count(cohort)).isZero();
        assertThat(states(ben)).containsExactly(Participant.State.POOL);
    }

    @Test
    void refusesSomebodyMissingTwiceAloneOrWithSomebodyTheyNamed() {
        UUID ana = joins("Ana Silva", List.of("a"), List.of("b"));
        UUID ben = joins("Ben Okoro", List.of("b"), List.of("a"));
        UUID cara = joins("Cara Lee", List.of("b"), List.of("a"), "Ben Okoro");
        UUID dev = joins("Dev Patel", List.of("b"), List.of("a"));
        propose();
        assertRefused(
                () -> confirm(List.of(List.of(ana, ben)), List.of(dev)),
                "Cara Lee is missing. Put everybody in a match or leave them over.");
        assertRefused(
                () -> confirm(List.of(List.of(ana, ben), List.of(cara, ana)), List.of(dev)),
                "Ana Silva is in two places. Put each person in one match only.");
        assertRefused(
                () -> confirm(List.of(List.of(ana, ben), List.of(cara)), List.of(dev)),
                "Cara Lee is alone. Give them a partner or leave them over.");
        assertRefused(
                () -> confirm(List.of(List.of(ana, ben, cara, dev)), List.of()),
                "Ana Silva, Ben Okoro, Cara Lee and Dev Patel are 4 people in one match. A match is a pair or a trio.");
        assertRefused(
                () -> confirm(List.of(List.of(ana, dev), List.of(ben, cara)), List.of()),
                "Ben and Cara can't be in one group: one of them named the other as somebody they work for or asked"
                        + " not to be matched with. Take them apart.");
        assertThat(proposal().confirmedBy()).isNull();
    }

    @Test
    void tellsTheSecondOfTwoCoordinators() {
        UUID ana = joins("Ana Silva", List.of("a"), List.of("b"));
        UUID ben = joins("Ben Okoro", List.of("b"), List.of("a"));
        propose();
        UUID run = proposal().runId();
        Edit seenByBoth = new Edit(0, List.of(List.of(ana, ben)), List.of(), List.of(), "");
        assertThat(matches.confirm(cohort, run, seenByBoth, "mira")).isEqualTo(1);
        assertRefused(
                () -> matches.confirm(cohort, run, seenByBoth, "noor"),
                "mira has changed these matches in the meantime. Choose “Show the newest”; nothing was changed.");
        propose();
        assertRefused(
                () -> matches.confirm(cohort, run, seenByBoth, "noor"),
                "The matches were found again in the meantime. Choose “Show the newest”; nothing was changed.");
    }

    @Test
    void saysWhySomebodyIsLeftOver() {
        joins("Ana Silva", List.of("a"), List.of("b"));
        assertThat(propose()).isEqualTo(new Settlements.Outcome(1, 0, 1, false, false));
        assertThat(proposal().left()).extracting(Proposal.Left::reason).containsExactly("Nobody else is in the pool.");
        joins("Ben Okoro", List.of("b"), List.of("a"), "Ana Silva");
        assertThat(propose()).isEqualTo(new Settlements.Outcome(2, 0, 2, false, false));
        assertThat(proposal().left())
                .extracting(Proposal.Left::reason)
                .contains("Ana can't be matched with the only other person:"
                        + " one of them asked not to be matched with the other or works for them.");
        assertThat(settlements.release(cohort).unmatched()).isEqualTo(2);
        assertThat(settlements.unmatched(cohort)).hasSize(2);
    }

    @Test
    void runsOnAnEmptyPool() {
        assertThat(propose()).isEqualTo(new Settlements.Outcome(0, 0, 0, false, false));
        assertThat(proposal().groups()).isEmpty();
    }

    private Settlements.Outcome propose() {
        return settlements.find(cohort, PROCESS);
    }

    private Proposal proposal() {
        return matches.proposal(cohort).orElseThrow();
    }

    private void confirm(List<List<UUID>> groups, List<UUID> left) {
        Proposal seen = proposal();
        matches.confirm(cohort, seen.runId(), new Edit(seen.edition(), groups, left, List.of(), ""), "mira");
    }

    private static void assertRefused(Runnable attempt, String sentence) {
        assertThatThrownBy(attempt::run).isInstanceOf(MatchesRefused.class).hasMessage(sentence);
    }

    private static List<Set<UUID>> groups(Proposal proposal) {
        List<Set<UUID>> groups = new ArrayList<>();
        proposal.groups().forEach(g -> {
            Set<UUID> ids = new LinkedHashSet<>();
            g.members().forEach(m -> ids.add(m.participantId()));
            groups.add(ids);
        });
        return groups;
    }

    private List<Participant.State> states(UUID... ids) {
        return List.of(ids).stream()
                .map(id -> participants.participant(id).state())
                .toList();
    }

    private UUID joins(String name, List<String> shares, List<String> wants) {
        return joins(name, shares, wants, "");
    }

    private UUID joins(String name, List<String> shares, List<String> wants, String doNotMatch) {
        Person person = people.named(name, name.replace(' ', '.') + "-" + cohort + "@library.example");
        clock.set(clock.instant().plusSeconds(1));
        Participant participant = participants.apply(cohort, person, "peer").orElseThrow();
        Set<String> shown = Set.of("coordinators", "partner");
        List<FieldAnswer> written = new ArrayList<>();
        written.add(new FieldAnswer(
                "employer", "Where do you work?", name + "'s library", name + "'s library", Set.of("coordinators")));
        written.add(new FieldAnswer("libraryType", "What kind of library?", "public", "Public library", shown));
        written.add(new FieldAnswer("canShare", "What can you share?", shares, String.join(", ", shares), shown));
        written.add(new FieldAnswer(
                "wantToLearn", "What would you like to learn?", wants, String.join(", ", wants), shown));
        if (!doNotMatch.isEmpty()) {
            written.add(new FieldAnswer(
                    "doNotMatch", "Anybody we should not match you with?", doNotMatch, doNotMatch, Set.of("matching")));
        }
        answers.store(
                UUID.randomUUID(),
                name,
                "application-peer",
                new Subject(person.id(), participant.id(), null, cohort, null),
                written);
        participants.move(participant.id(), Participant.State.POOL);
        return participant.id();
    }
}
