package org.seealso.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.people.Cohort;
import org.seealso.people.Exclusions;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a coordinator may fix, hold, forbid and ask before confirming. */
@SeeAlsoTest
class CoordinatorsChangesTest {
    private static final String PROCESS = UUID.randomUUID().toString();

    @Autowired
    Stage stage;

    @Autowired
    Matches matches;

    @Autowired
    Settlements settlements;

    @Autowired
    Participants participants;

    @Autowired
    Exclusions exclusions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Cohort cohort;
    private Participant ana;
    private Participant ben;
    private Participant cara;
    private Participant dev;

    @BeforeEach
    void twoPairsThatGiveEachOtherEverything() {
        stage.opensOn("2025-12-15");
        cohort = stage.cohort(Cohort.State.CLOSED);
        ana = stage.inPool(cohort, "Ana Silva", "cataloguing", "outreach");
        ben = stage.inPool(cohort, "Ben Okoro", "outreach", "cataloguing");
        cara = stage.inPool(cohort, "Cara Lee", "grants", "weeding");
        dev = stage.inPool(cohort, "Dev Patel", "weeding", "grants");
        settlements.find(cohort.id(), PROCESS);
    }

    private Proposal now() {
        return matches.proposal(cohort.id()).orElseThrow();
    }

    private Proposal again(Wish wish) {
        Proposal seen = now();
        return matches.again(cohort.id(), seen.runId(), seen.edition(), wish, "mira");
    }

    private static List<UUID> pair(Participant one, Participant other) {
        return List.of(one.id(), other.id());
    }

    private static Set<Set<String>> names(Proposal proposal) {
        Set<Set<String>> names = new HashSet<>();
        proposal.groups().forEach(g -> {
            Set<String> members = new HashSet<>();
            g.members().forEach(m -> members.add(m.name()));
            names.add(members);
        });
        return names;
    }

    @Test
    void lockingKeepsAPairFindsTheBestForTheRestAndSaysWhatItCosts() {
        Proposal found = again(new Wish(
                List.of(pair(ana, cara)), List.of(), List.of(), List.of(), List.of(), "They know each other."));
        assertThat(names(found))
                .containsExactlyInAnyOrder(Set.of("Ana Silva", "Cara Lee"), Set.of("Ben Okoro", "Dev Patel"));
        assertThat(found.groups().get(0).origin()).isEqualTo("BY_HAND");
        assertThat(found.groups().get(0).locked()).isTrue();
        assertThat(found.groups().get(1).origin()).isEqualTo("FOUND");
        assertThat(found.cost()).startsWith("What is fixed by hand costs ").contains("% of the total");
        assertThat(found.proof()).startsWith("Proven best");
        assertThat(found.changedBy()).isEqualTo("mira");
        assertThat(jdbc.sql("select made_by || ': ' || why from match_run where id = ?")
                        .param(found.runId())
                        .query(String.class)
                        .single())
                .isEqualTo("mira: They know each other.");
    }

    @Test
    void whoeverLooksAtTheMatchesHasReadWhatStandsBesideTheNames() {
        stage.submission(ana, null, "application-peer", Map.of("employer", "Town Library", "longGoal", "To lead one"));
        String page = Visitor.signedIn(port, "coordinator", "coordinator-in-tests")
                .get("/desk/api/matching/" + cohort.id())
                .body();
        assertThat(page).contains("Town Library").doesNotContain("To lead one");
        assertThat(jdbc.sql("select who || ' ' || form || ' ' || field from reading where person_id = ?")
                        .param(ana.person().id())
                        .query(String.class)
                        .list())
                .containsExactly("coordinator application-peer employer");
    }

    @Test
    void approvingWhatWasFoundCostsNothing() {
        Proposal found = again(new Wish(List.of(pair(ana, ben)), List.of(), List.of(), List.of(), List.of(), ""));
        assertThat(found.groups().get(0).origin()).isEqualTo("LOCKED");
        assertThat(found.cost()).isEqualTo("What is fixed by hand costs nothing: the total stays the same.");
    }

    @Test
    void whoIsHeldStaysInThePoolAndIsInNoMatch() {
        Proposal found = again(new Wish(List.of(), List.of(dev.id()), List.of(), List.of(), List.of(), ""));
        assertThat(found.held()).extracting(Proposal.Member::name).containsExactly("Dev Patel");
        assertThat(found.left()).isEmpty();
        assertThat(found.groups())
                .singleElement()
                .satisfies(trio -> assertThat(trio.members())
                        .extracting(Proposal.Member::name)
                        .containsExactlyInAnyOrder("Ana Silva", "Ben Okoro", "Cara Lee"));
        assertThat(participants.participant(dev.id()).state()).isEqualTo(Participant.State.POOL);
    }

    @Test
    void aForbiddenPairIsNeverProposedUntilItIsAllowedAgain() {
        Proposal found = again(
                new Wish(List.of(), List.of(), List.of(pair(ana, ben)), List.of("They are married."), List.of(), ""));
        assertThat(names(found)).doesNotContain(Set.of("Ana Silva", "Ben Okoro"));
        assertThat(found.forbidden())
                .singleElement()
                .satisfies(
                        f -> assertThat(f.why()).isEqualTo("Forbidden by mira on 15 December 2025: They are married."));
        assertThat(matches.whyNot(cohort.id(), ana.id(), ben.id()).together()).isNull();
        assertThatThrownBy(() -> again(new Wish(List.of(pair(ana, ben)), null, null, null, null, null)))
                .isInstanceOf(MatchesRefused.class);

        Proposal allowed = again(new Wish(List.of(), List.of(), List.of(), List.of(), List.of(pair(ben, ana)), ""));
        assertThat(names(allowed)).contains(Set.of("Ana Silva", "Ben Okoro"));
        assertThat(allowed.forbidden()).isEmpty();
    }

    @Test
    void whyNotTellsWhatTheWholeCohortWouldLose() {
        WhyNot answer = matches.whyNot(cohort.id(), ana.id(), cara.id());
        assertThat(answer.together()).isNotNull();
        assertThat(answer.sentences())
                .anyMatch(s -> s.startsWith("But with them together, the whole cohort would lose "))
                .contains("Then Ben Okoro and Dev Patel would meet.");
        assertThat(matches.whyNot(cohort.id(), ana.id(), ben.id()).sentences())
                .contains("They are matched with each other in what you see.");
    }

    @Test
    void aProposalOlderThanThePoolSaysSoAndFindingAgainTakesItsPartsApart() {
        participants.move(cara.id(), Participant.State.WITHDRAWN);
        assertThat(now().stale())
                .isEqualTo(
                        "Cara Lee is no longer in the pool, so these matches can't be confirmed. Choose “Find again”.");
        Proposal found = again(new Wish(List.of(pair(cara, dev)), List.of(), List.of(), List.of(), List.of(), ""));
        assertThat(found.news())
                .isEqualTo("Cara Lee is no longer in the pool, so a match you had fixed was taken apart.");
        assertThat(found.stale()).isEmpty();
        assertThat(found.groups())
                .singleElement()
                .satisfies(trio -> assertThat(trio.members()).hasSize(3));
    }

    @Test
    void twoCoordinatorsAtOnceAreToldAndNothingIsLost() {
        Proposal seenByBoth = now();
        Proposal miras = again(new Wish(List.of(pair(ana, cara)), null, null, null, null, null));
        assertThatThrownBy(() -> matches.again(cohort.id(), seenByBoth.runId(), 0, Wish.NONE, "noor"))
                .isInstanceOf(MatchesRefused.class)
                .hasMessage(
                        "mira had the matches found again in the meantime. Choose “Show the newest”; nothing was changed.");
        assertThat(names(now())).isEqualTo(names(miras));
    }

    @Test
    void peopleWhoChoseEachOtherAreMatchedAndWhoIsBusyIsNot() {
        Participant eve = stage.inPool(cohort, "Eve Stone", "cataloguing", "outreach");
        Participant fay = stage.inPool(cohort, "Fay Wong", "mending", "maps");
        stage.submission(eve, null, "application-peer", Map.of("preferredPartner", "Fay Wong"));
        stage.submission(fay, null, "application-peer", Map.of("preferredPartner", "Eve Stone"));
        participants.busyUntil(dev.person().id(), LocalDate.parse("2025-12-31"));

        Proposal found = again(Wish.NONE);
        assertThat(found.groups())
                .filteredOn(g -> g.origin().equals("CHOSEN"))
                .singleElement()
                .satisfies(g -> assertThat(g.members())
                        .extracting(Proposal.Member::name)
                        .containsExactlyInAnyOrder("Eve Stone", "Fay Wong"));
        assertThat(names(found)).noneMatch(g -> g.contains("Dev Patel"));

        stage.todayIs("2026-01-01");
        assertThat(names(again(Wish.NONE))).anyMatch(g -> g.contains("Dev Patel"));
    }

    @Test
    void twoPeopleWhoArriveAtTheSameMomentMakeOneTaskNotTwo() throws Exception {
        Cohort wla = stage.cohort("wla", Cohort.State.OPEN);
        stage.mentor(wla, "Mona Haddad", "cataloguing", 1);
        stage.mentee(wla, "Theo Nguyen", "cataloguing");
        String one = underWay(wla);
        String other = underWay(wla);
        ExecutorService rounds = Executors.newFixedThreadPool(2);
        try {
            List<Future<Settlements.Outcome>> found = rounds.invokeAll(
                    List.of(() -> settlements.find(wla.id(), one), () -> settlements.find(wla.id(), other)));
            assertThat(List.of(found.get(0).get().decide(), found.get(1).get().decide()))
                    .containsExactlyInAnyOrder(true, false);
        } finally {
            rounds.shutdownNow();
        }
    }

    /** A round that has come as far as its task. */
    private String underWay(Cohort cohort) {
        return stage.callFrom(
                        "UserTask_ConfirmMatches",
                        "matching",
                        cohort.id(),
                        Map.of("program", "wla", "cohortId", cohort.id().toString(), "label", cohort.name()))
                .getId();
    }
}
