package org.seealso.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seealso.engine.Language;
import org.seealso.matching.optimum.Shape;

/** What coordinators, and the people matched, read about a match and about those who have none. */
class FitWordsTest {
    private static final Frame PEERS = FitTest.frame(Shape.PEER, 0, "avoid", "similar");
    private static final Frame MENTORS = FitTest.frame(Shape.MENTOR, 3, "avoid", "senior");
    private static final Frame GROUPS = FitTest.frame(Shape.GROUP, 0, "avoid", "any");

    @Test
    void saysWhatEachGivesTheOther() {
        var explained = explain(
                PEERS,
                Someone.named("Ana Silva").shares("cataloguing", "weeding").wants("outreach"),
                Someone.named("Ben Okoro").shares("outreach").wants("cataloguing", "weeding"));
        assertThat(explained.gives())
                .containsExactly(
                        "Ana can share cataloguing and weeding, which Ben wants to learn.",
                        "Ben can share outreach and programming, which Ana wants to learn.");
        assertThat(explained.watch()).isEmpty();
    }

    @Test
    void speaksToEachOfThemAboutTheOther() {
        var explained = explain(
                PEERS,
                Someone.named("Ana Silva")
                        .shares("cataloguing")
                        .wants("outreach")
                        .frequency("monthly"),
                Someone.named("Ben Okoro")
                        .shares("outreach")
                        .wants("cataloguing")
                        .frequency("monthly"));
        assertThat(explained.told())
                .containsExactly(
                        List.of(
                                "You can share cataloguing, which Ben wants to learn.",
                                "Ben can share outreach and programming, which you want to learn.",
                                "You both would like to meet once a month."),
                        List.of(
                                "Ana can share cataloguing, which you want to learn.",
                                "You can share outreach and programming, which Ana wants to learn.",
                                "You both would like to meet once a month."));
    }

    @Test
    void namesTheThreeWeightiestReasonsInTheirOrder() {
        Criteria criteria = new Criteria(Map.of(
                Criterion.RHYTHM,
                10,
                Criterion.LIBRARY_TYPE,
                30,
                Criterion.CAREER_STAGE,
                20,
                Criterion.SOLO_WORKERS,
                5));
        Fit fit = new Fit(
                criteria, PEERS, Someone.pool(everythingAlike("Ana Silva"), everythingAlike("Ben Okoro")), Set.of());
        assertThat(fit.explain(List.of(0, 1)).reasons())
                .containsExactly(
                        "Ana and Ben both know the same kind of library: public library.",
                        "Ana and Ben both stand at the same stage of a library career.",
                        "Ana and Ben both would like to meet once a month.");
        assertThat(fit.explain(List.of(0, 1)).bars())
                .containsExactly(
                        new Explained.Bar("Kind of library", 100),
                        new Explained.Bar("Stage of career", 100),
                        new Explained.Bar("How often they would like to meet", 100),
                        new Explained.Bar("Working without library colleagues", 100));
    }

    @Test
    void tellsEverybodyInTheirLanguage() {
        Fit fit = new Fit(
                FitTest.everything(),
                PEERS,
                Someone.pool(
                        everythingAlike("Ana Silva")
                                .reads(Language.FRENCH)
                                .shares("outreach")
                                .wants("ILL"),
                        everythingAlike("Ben Okoro").shares("ILL").wants("outreach")),
                Set.of(),
                Map.of(
                        Language.FRENCH,
                        Map.of("libraryType/public", "Bibliothèque publique", "wantToLearn/outreach", "Rayonnement")));
        Explained explained = fit.explain(List.of(0, 1));
        assertThat(explained.told().get(0))
                .contains(
                        "Vous pouvez partager des connaissances (rayonnement) que Ben veut acquérir.",
                        "Ben peut partager des connaissances (ILL) que vous voulez acquérir.")
                .allSatisfy(
                        reason -> assertThat(org.seealso.Words.english(reason)).isEmpty());
        assertThat(explained.told().get(1))
                .contains("You can share ILL, which Ana wants to learn.")
                .allSatisfy(
                        reason -> assertThat(org.seealso.Words.french(reason)).isEmpty());
        assertThat(explained.gives()).contains("Ana can share outreach and programming, which Ben wants to learn.");
    }

    private static Someone everythingAlike(String name) {
        return Someone.named(name)
                .libraryType("public")
                .frequency("monthly")
                .wrote("careerStage", "mid")
                .wrote("soloWorker", true);
    }

    @Test
    void usesFullNamesWhenTwoShareAFirstName() {
        var explained = explain(
                PEERS,
                Someone.named("Ana Silva").shares("ILL"),
                Someone.named("Ana Dubois").wants("ILL"));
        assertThat(explained.gives()).containsExactly("Ana Silva can share ILL, which Ana Dubois wants to learn.");
    }

    @Test
    void keepsTheCapitalOfAName() {
        var explained = explain(
                PEERS,
                Someone.named("Ana").shares("indigenousServices"),
                Someone.named("Ben").wants("indigenousServices"));
        assertThat(explained.gives()).containsExactly("Ana can share Indigenous services, which Ben wants to learn.");
    }

    @Test
    void saysWhatAMentorOffersAndHowMuchLongerTheyHaveWorked() {
        var explained = explain(
                MENTORS,
                Someone.mentor("Ana Silva", 2).offers("grants", "ILL").years(12),
                Someone.mentee("Cara Roy").seeks("ILL", "weeding").years(1));
        assertThat(explained.gives()).containsExactly("Ana can share ILL, which Cara wants to learn.");
        assertThat(explained.reasons()).containsExactly("Ana has 11 more years of library work than Cara.");
        assertThat(explained.told().get(0)).contains("You have 11 more years of library work than Cara.");
        assertThat(explained.told().get(1)).contains("Ana has 11 more years of library work than you.");
        assertThat(explained.watch()).isEmpty();
    }

    @Test
    void warnsOfAMentorWithLessExperienceOrWithoutTheTopicWantedMost() {
        var explained = explain(
                MENTORS,
                Someone.mentor("Ana", 1).offers("weeding").years(4),
                Someone.mentee("Cara").seeks("ILL", "weeding").years(6));
        assertThat(explained.watch())
                .containsExactly(
                        "What Cara wants to learn most, ILL, is not among what Ana can share.",
                        "Ana is the mentor, but has 2 years less of library work than Cara.");
    }

    @Test
    void warnsOfNearClonesAndOfWhatIsNewToBoth() {
        var explained = explain(
                PEERS,
                Someone.named("Ana")
                        .libraryType("public")
                        .years(3)
                        .wants("grants")
                        .shares("outreach"),
                Someone.named("Ben")
                        .libraryType("public")
                        .years(2)
                        .wants("grants")
                        .shares("outreach"));
        assertThat(explained.watch())
                .containsExactly(
                        "Ana and Ben are alike in nearly everything and may have little new for each other.",
                        "Both want to learn grants, and neither can share it.",
                        "Nothing Ana wants to learn is among what Ben can share.",
                        "Nothing Ben wants to learn is among what Ana can share.");
    }

    @Test
    void warnsOfWishesThatDoNotGoTogether() {
        var explained = explain(
                PEERS,
                Someone.named("Ana")
                        .wishes("similar")
                        .frequency("monthly")
                        .libraryType("public")
                        .wrote("libraryTypeWish", "same")
                        .clock("America/Winnipeg"),
                Someone.named("Ben")
                        .wishes("complementary")
                        .frequency("twiceMonthly")
                        .libraryType("academic")
                        .wrote("libraryTypeWish", "any")
                        .clock("America/Vancouver"));
        assertThat(explained.watch())
                .containsExactly(
                        "Ana and Ben wish for opposite things: one somebody similar, one somebody different.",
                        "Ana asked for somebody from the same kind of library, which Ben is not.",
                        "Ana would like to meet once a month, Ben twice a month.",
                        "The clocks of Ana and Ben are 2 hours apart.");
    }

    @Test
    void tellsAnAskedForPartnerToCoordinatorsOnly() {
        var explained = explain(PEERS, Someone.named("Ana Silva").prefers("Ben Okoro"), Someone.named("Ben Okoro"));
        assertThat(explained.reasons()).containsExactly("Ana asked for Ben.");
        assertThat(explained.told()).containsExactly(List.of(), List.of());
    }

    @Test
    void tellsCoordinatorsWhoHasWaitedLongOrComesFirst() {
        assertThat(explain(PEERS, Someone.named("Ana").waitedDays(60), Someone.named("Ben"))
                        .reasons())
                .containsExactly("Ana has been waiting for 60 days.");
        assertThat(explain(PEERS, Someone.named("Ana").atTheFront(), Someone.named("Ben"))
                        .reasons())
                .containsExactly("Ana comes first, because an earlier match fell through.");
    }

    @Test
    void neverPutsIntoWordsWhatTheReaderMayNotKnow() {
        var hidden = explain(
                PEERS,
                Someone.named("Ana").shares("cataloguing").hides("canShare"),
                Someone.named("Ben").wants("cataloguing"));
        assertThat(hidden.score()).isPositive();
        assertThat(hidden.gives()).isEmpty();
        assertThat(hidden.watch()).isEmpty();
        assertThat(hidden.told()).containsExactly(List.of(), List.of());
    }

    @Test
    void tellsATrioWhatEachOfItsPairsHas() {
        var explained = explain(
                PEERS,
                Someone.named("Ana").shares("grants").wants("ILL").groupWish("pair"),
                Someone.named("Ben").wants("grants", "maps").shares("weeding"),
                Someone.named("Cara").wants("weeding", "maps").shares("ILL"));
        assertThat(explained.gives())
                .containsExactly(
                        "Ana can share grants, which Ben wants to learn.",
                        "Cara can share ILL, which Ana wants to learn.",
                        "Ben can share weeding, which Cara wants to learn.");
        assertThat(explained.watch())
                .contains("Ana asked for a pair.", "Ben and Cara both want to learn maps, and neither can share it.");
        assertThat(explained.told().get(1))
                .containsExactly(
                        "Ana can share grants, which you want to learn.",
                        "You can share weeding, which Cara wants to learn.",
                        "You and Cara both want to learn maps.");
        assertThat(explained.told().get(2)).last().isEqualTo("You and Ben both want to learn maps.");
    }

    @Test
    void tellsALargeGroupTheBestEachOfItsPeopleGives() {
        var explained = explain(
                GROUPS,
                Someone.named("Ana").shares("a", "b").wants("c"),
                Someone.named("Ben").shares("c").wants("a", "b"),
                Someone.named("Cara").wants("a", "maps").libraryType("public").region("x"),
                Someone.named("Dev").wants("c", "maps").libraryType("academic").region("y"));
        assertThat(explained.gives())
                .containsExactly(
                        "Ana can share a and b, which Ben wants to learn.",
                        "Ben can share c, which Ana wants to learn.");
        assertThat(explained.reasons())
                .contains("Cara and Dev bring different backgrounds: the kind of library and the region.");
        assertThat(explained.watch())
                .containsExactly("Nobody in this group can share maps, which Cara and Dev want to learn.");
    }

    @Test
    void saysWhatIsTheMatterWithAPairMadeByHand() {
        Explained explained = explain(
                PEERS,
                Someone.named("Ana").speaks("en").shares("a"),
                Someone.named("Luc").speaks("fr").wants("a"));
        assertThat(explained.score()).as("a forbidden pair counts nothing").isZero();
        assertThat(explained.watch()).contains("Ana and Luc named no language in common.");
    }

    @Test
    void saysWhySomebodyIsLeft() {
        assertThat(fit(PEERS, Someone.named("Ana")).whyLeft(0)).isEqualTo("Nobody else is in the pool.");
        assertThat(fit(PEERS, Someone.named("Ana"), Someone.named("Ben"), Someone.named("Cara"))
                        .whyLeft(0))
                .isEqualTo("Everybody Ana could be matched with (2 people) is needed by somebody else.");
        assertThat(fit(MENTORS, Someone.mentee("Ana"), Someone.mentee("Ben")).whyLeft(0))
                .isEqualTo("There is no mentor in the pool.");
        assertThat(fit(MENTORS, Someone.mentee("Ana"), Someone.mentor("Ben", 1)).whyLeft(0))
                .isEqualTo("The only one Ana could be matched with is needed by somebody else.");
        assertThat(fit(MENTORS, Someone.mentor("Ana", 1).years(1), Someone.mentee("Ben"))
                        .whyLeft(0))
                .isEqualTo("Ana has 1 year of library work; mentors in this program need 3.");
    }

    @Test
    void countsWhatStandsInTheWayOfSomebodyNobodySuits() {
        Fit fit = fit(
                PEERS,
                Someone.named("Luc").speaks("fr").not("Ben Okoro"),
                Someone.named("Ana").speaks("en"),
                Someone.named("Ben Okoro").speaks("fr"),
                Someone.named("Cara").speaks("en"));
        assertThat(fit.whyLeft(0))
                .isEqualTo("Luc can't be matched with any of the 3 people: with 2, no language in common; with 1,"
                        + " one of them asked not to be matched with the other or works for them.");
        Fit two = fit(
                PEERS, Someone.named("Luc").speaks("fr"), Someone.named("Ana").speaks("en"));
        assertThat(two.whyLeft(0)).isEqualTo("Luc can't be matched with the only other person: no language in common.");
    }

    @Test
    void saysWhatWouldHelpMenteesWithoutAMentor() {
        Fit fit = fit(
                MENTORS,
                Someone.mentor("Ana", 1).years(9),
                Someone.mentee("Ben").seeks("cataloguing", "weeding"),
                Someone.mentee("Cara")
                        .seeks("cataloguing")
                        .libraryType("public")
                        .wrote("libraryTypeWish", "same"),
                Someone.mentee("Dev").seeks("outreach", "cataloguing"));
        assertThat(fit.wouldHelp(List.of(1, 2, 3)))
                .containsExactly(
                        "Three more mentors would help most, who can offer cataloguing, or outreach and programming,"
                                + " or know the kind of library they asked for: public library.");
        assertThat(fit.wouldHelp(List.of(0)))
                .containsExactly("One mentor still has a place free: one more mentee could be helped.");
        assertThat(fit.wouldHelp(List.of())).isEmpty();
    }

    @Test
    void saysWhatWouldHelpPeersAndGroups() {
        Someone luc = Someone.named("Luc").speaks("fr").wants("weeding");
        Someone ana = Someone.named("Ana").speaks("en").wants("grants");
        assertThat(fit(PEERS, luc, ana).wouldHelp(List.of(0)))
                .containsExactly("One more person would help most, who speaks French and can share weeding.");
        assertThat(fit(GROUPS, luc, ana).wouldHelp(List.of(0, 1)))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("and can share grants or weeding.");
    }

    private static Explained explain(Frame frame, Someone... group) {
        return fit(frame, group)
                .explain(IntStream.range(0, group.length).boxed().toList());
    }

    private static Fit fit(Frame frame, Someone... people) {
        return new Fit(FitTest.everything(), frame, Someone.pool(people), Set.of());
    }
}
