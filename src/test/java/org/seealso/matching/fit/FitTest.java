package org.seealso.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seealso.matching.optimum.Scores;
import org.seealso.matching.optimum.Shape;

/** Who may be matched with whom, and how well they suit each other; FitWordsTest has what is said about it. */
class FitTest {
    private static final Frame PEERS = frame(Shape.PEER, 0, "avoid", "similar");
    private static final Frame MENTORS = frame(Shape.MENTOR, 0, "avoid", "senior");
    private static final Frame GROUPS = frame(Shape.GROUP, 0, "avoid", "any");

    @Test
    void prefersAnExchangeToAGift() {
        Someone ana = Someone.named("Ana").shares("cataloguing", "weeding").wants("outreach", "grants");
        Someone exchange = Someone.named("Ben").shares("outreach").wants("weeding");
        Someone gift = Someone.named("Cara").wants("cataloguing", "weeding");
        assertPrefers(PEERS, everything(), ana, exchange, gift);
    }

    @Test
    void countsTheSameInBothDirections() {
        Fit fit = fit(
                PEERS,
                Someone.named("Ana")
                        .shares("a")
                        .wants("b", "c")
                        .wishes("similar")
                        .libraryType("public"),
                Someone.named("Ben").shares("b").wants("c").libraryType("public"));
        assertThat(fit.of(0, 1)).isEqualTo(fit.of(1, 0)).isPositive();
        assertThat(fit.best()).isEqualTo(fit.of(0, 1));
    }

    @Test
    void givesEachTheKindOfPartnerTheyAskedFor() {
        Someone alike = Someone.named("Ben").libraryType("public").years(5);
        Someone different = Someone.named("Cara").libraryType("law").years(20);
        Someone ana = Someone.named("Ana").libraryType("public").years(4);
        assertPrefers(PEERS, only(Criterion.WISH), ana.wishes("similar"), alike, different);
        assertPrefers(PEERS, only(Criterion.WISH), ana.wishes("complementary"), different, alike);
    }

    @Test
    void countsTheRegionOnlyWhenBothWouldMeetInPerson() {
        Someone ana = Someone.named("Ana").region("Winnipeg").meets("inPerson", "video");
        Someone near = Someone.named("Ben").region("Winnipeg").meets("inPerson", "video");
        Someone online = Someone.named("Cara").region("Winnipeg").meets("video");
        assertPrefers(PEERS, everything(), ana, near, online);
    }

    @Test
    void neverMatchesSomebodyWithThemselves() {
        Someone ana = Someone.named("Ana").email("same@x.example");
        Someone again = Someone.named("Ana S").email("same@x.example");
        assertThat(never(PEERS, ana, again)).isEqualTo("These two applications come from the same person.");
    }

    @Test
    void neverMatchesSomebodyWithTheirManagerOrSomebodyTheyNamed() {
        Someone ben = Someone.named("Ben Okoro").email("Ben.Okoro@library.example");
        String sentence = "Ana and Ben can't be in one group: one of them named the other as somebody they work for"
                + " or asked not to be matched with.";
        assertThat(never(PEERS, Someone.named("Ana").worksFor("BEN OKORO, branch head"), ben))
                .isEqualTo(sentence);
        assertThat(never(PEERS, Someone.named("Ana").wrote("reports", "Cara Smith\nOkoro, Ben"), ben))
                .isEqualTo(sentence);
        assertThat(forbidden(ben, Someone.named("Ana").worksFor("Okoro, Ben"))).isTrue();
        assertThat(forbidden(Someone.named("Ana").not("please not ben.okoro@LIBRARY.example!"), ben))
                .isTrue();
        assertThat(forbidden(Someone.named("Ana").not("Ms. Okoro"), ben)).isTrue();
        assertThat(forbidden(Someone.named("Ana").not("Ben Smith"), ben)).isFalse();
        assertThat(forbidden(Someone.named("Ana").not("nobody"), ben)).isFalse();
        assertThat(forbidden(Someone.named("Ana").not("Zoé Lefèvre"), Someone.named("Zoe Lefevre")))
                .isTrue();
    }

    @Test
    void neverMatchesAPairThatIsExcluded() {
        Someone ana = Someone.named("Ana");
        Someone ben = Someone.named("Ben");
        Someone cara = Someone.named("Cara");
        Set<Set<UUID>> excluded = Set.of(Set.of(ana.personId(), ben.personId()));
        Fit fit = new Fit(everything(), PEERS, Someone.pool(ana, ben, cara), excluded);
        assertThat(fit.of(0, 1)).isEqualTo(Scores.FORBIDDEN);
        assertThat(fit.never(1, 0))
                .hasValueSatisfying(why -> assertThat(why).startsWith("Ben and Ana are not put together again"));
        assertThat(fit.of(0, 2)).isNotNegative();
    }

    @Test
    void matchesColleaguesAsTheRowSays() {
        Someone ana = Someone.named("Ana").employer("Prairie Public Library").shares("a");
        Someone ben = Someone.named("Ben").employer("prairie public  library").wants("a");
        Fit never = fit(frame(Shape.PEER, 0, "never", "similar"), ana, ben);
        Fit avoid = fit(PEERS, ana, ben);
        Fit fine = fit(frame(Shape.PEER, 0, "fine", "similar"), ana, ben);
        assertThat(never.of(0, 1)).isEqualTo(Scores.FORBIDDEN);
        assertThat(never.never(0, 1))
                .contains("Ana and Ben work for the same employer, and this program matches nobody with a colleague.");
        assertThat(avoid.of(0, 1)).isNotNegative().isLessThan(fine.of(0, 1));
        assertThat(avoid.explain(List.of(0, 1)).watch()).contains("Ana and Ben work for the same employer.");
        assertThat(fine.explain(List.of(0, 1)).watch()).isEmpty();
    }

    @Test
    void takesACommonAddressForACommonEmployerOnlyIfItsPeopleNameOne() {
        Someone ana = Someone.named("Ana").email("ana@mail.example");
        Someone ben = Someone.named("Ben").email("ben@mail.example");
        Someone one = Someone.named("C").email("c@mail.example").employer("One");
        Someone two = Someone.named("D").email("d@mail.example").employer("Two");
        assertThat(watchOfAnaAndBen(ana, ben)).isEmpty();
        assertThat(watchOfAnaAndBen(ana, ben, one)).containsExactly("Ana and Ben work for the same employer.");
        assertThat(watchOfAnaAndBen(ana, ben, one, two)).isEmpty();
    }

    private static List<String> watchOfAnaAndBen(Someone... pool) {
        return fit(PEERS, pool).explain(List.of(0, 1)).watch();
    }

    @Test
    void matchesOnlyPeopleWithACommonLanguage() {
        assertThat(cannot(
                        Someone.named("Ana").speaks("en"), Someone.named("Luc").speaks("fr")))
                .isEqualTo("Ana and Luc named no language in common.");
        assertThat(forbidden(
                        Someone.named("Ana").speaks("en", "fr"),
                        Someone.named("Luc").speaks("fr")))
                .isFalse();
        assertThat(forbidden(Someone.named("Ana").speaks("en"), Someone.named("Luc")))
                .as("somebody who was not asked")
                .isFalse();
    }

    @Test
    void matchesOnlyPeopleWhoCanMeet() {
        assertThat(cannot(
                        Someone.named("Ana").meets("video"),
                        Someone.named("Luc").meets("inPerson")))
                .isEqualTo("Ana and Luc named no way of meeting in common.");
        assertThat(cannot(
                        Someone.named("Ana").meets("inPerson").region("Winnipeg"),
                        Someone.named("Luc").meets("inPerson", "video").region("Thompson")))
                .isEqualTo("Ana and Luc can only meet in person, but live in different regions.");
    }

    @Test
    void matchesPeopleWhoseClocksAreFarApartOnlyIfTheyCanWriteOrMeet() {
        Someone ana = Someone.named("Ana").meets("video", "email", "inPerson").clock("America/Vancouver");
        Someone live = Someone.named("Luc").meets("video").clock("America/St_Johns");
        Someone writes = Someone.named("Ben").meets("email").clock("America/St_Johns");
        Someone nearer = Someone.named("Dev").meets("video").clock("America/Toronto");
        assertThat(cannot(ana, live))
                .isEqualTo(
                        "Ana and Luc can only talk live, but their clocks are 4½ hours apart; this program allows 4 hours.");
        assertThat(forbidden(ana, writes)).isFalse();
        assertThat(forbidden(ana, nearer)).isFalse();
    }

    @Test
    void matchesMentorsWithMenteesOnly() {
        Fit fit = fit(
                MENTORS,
                Someone.mentor("Ana", 2),
                Someone.mentor("Ben", 1),
                Someone.mentee("Cara"),
                Someone.mentee("Dev"),
                Someone.mentor("Eve", 0));
        assertThat(fit.of(0, 2)).isNotNegative();
        assertThat(fit.of(0, 1)).isEqualTo(Scores.FORBIDDEN);
        assertThat(fit.never(0, 1)).contains("Ana and Ben are both mentors.");
        assertThat(fit.never(2, 3)).contains("Cara and Dev are both mentees.");
        assertThat(fit.never(2, 4)).contains("Eve has no place free for another mentee.");
        assertThat(fit.unfit(4)).contains("Eve has no place free for another mentee.");
    }

    @Test
    void wantsMentorsWithTheYearsTheRowAsksFor() {
        Fit fit = fit(
                frame(Shape.MENTOR, 5, "avoid", "senior"),
                Someone.mentor("Ana", 1).years(4),
                Someone.mentor("Ben", 1).years(5),
                Someone.mentee("Cara").years(0));
        assertThat(fit.unfit(0)).contains("Ana has 4 years of library work; mentors in this program need 5.");
        assertThat(fit.cannot(0, 2)).isEqualTo(fit.unfit(0));
        assertThat(fit.of(0, 2)).isEqualTo(Scores.FORBIDDEN);
        assertThat(fit.of(1, 2)).isNotNegative();
        assertThat(fit.unfit(2)).as("a mentee may be as new as they like").isEmpty();
    }

    @Test
    void countsTheTopicAMenteeNamedFirstMost() {
        Someone mentee = Someone.mentee("Cara").seeks("grants", "weeding", "ILL");
        assertPrefers(
                MENTORS,
                only(Criterion.SOUGHT_TOPICS),
                mentee,
                Someone.mentor("Ana", 1).offers("grants"),
                Someone.mentor("Ben", 1).offers("weeding"));
        assertPrefers(
                MENTORS,
                only(Criterion.SOUGHT_TOPICS),
                mentee,
                Someone.mentor("Ana", 1).offers("weeding"),
                Someone.mentor("Ben", 1).offers("ILL"));
    }

    @Test
    void readsTheRanksFromThreeQuestionsToo() {
        assertPrefers(
                MENTORS,
                only(Criterion.SOUGHT_TOPICS),
                Someone.mentee("Cara").wrote("topic1", "grants").wrote("topic2", "weeding"),
                Someone.mentor("Ana", 1).offers("grants"),
                Someone.mentor("Ben", 1).offers("weeding"));
    }

    @Test
    void looksForTheStrengthsAMenteeWantsToLearnFrom() {
        assertPrefers(
                MENTORS,
                only(Criterion.COMPETENCIES),
                Someone.mentee("Cara").wrote("competenciesWanted", List.of("technical")),
                Someone.mentor("Ana", 1).wrote("competencies", List.of("technical")),
                Someone.mentor("Ben", 1).wrote("competencies", List.of("relational")));
    }

    @Test
    void countsASharedIdentityOnlyWhereBothAskedForIt() {
        Someone ana = Someone.named("Ana")
                .wrote("identity", List.of("black", "woman"))
                .wrote("identityWish", true);
        Someone both = Someone.named("Ben")
                .wrote("identity", "Black; first generation")
                .wrote("identityWish", "yes");
        Someone notAsked = Someone.named("Cara").wrote("identity", List.of("black"));
        Fit fit = new Fit(only(Criterion.SHARED_IDENTITY), PEERS, Someone.pool(ana, both, notAsked), Set.of());
        assertThat(fit.of(0, 1)).isEqualTo(1000);
        assertThat(fit.of(0, 2)).isZero();
        Explained explained = fit.explain(List.of(0, 1));
        assertThat(explained.reasons()).as("nobody reads of it").isEmpty();
        assertThat(explained.bars()).isEmpty();
        assertThat(explained.told()).containsExactly(List.of(), List.of());
    }

    @Test
    void helpsThoseFirstWhoHaveWaitedLongest() {
        Someone mentor = Someone.mentor("Ana", 1);
        Someone front = Someone.mentee("Ben").atTheFront();
        Someone waited = Someone.mentee("Cara").waitedDays(400);
        Someone came = Someone.mentee("Dev").waitedDays(20);
        assertPrefers(MENTORS, only(Criterion.WAITING), mentor, front, waited);
        assertPrefers(MENTORS, only(Criterion.WAITING), mentor, waited, came);
    }

    @Test
    void countsAPartnerSomebodyAskedFor() {
        assertPrefers(
                PEERS,
                only(Criterion.PREFERRED),
                Someone.named("Ana").prefers("Ben Okoro"),
                Someone.named("Ben Okoro"),
                Someone.named("Cara Smith"));
    }

    @Test
    void mixesGroupsByLibraryRegionAndYears() {
        assertPrefers(
                GROUPS,
                only(Criterion.DIVERSITY),
                Someone.named("Ana").libraryType("public").region("westman").years(2),
                Someone.named("Ben").libraryType("academic").region("winnipeg").years(20),
                Someone.named("Cara").libraryType("public").region("winnipeg").years(20));
    }

    @Test
    void respectsWhichKindOfLibrarySomebodyWouldLikeToMeet() {
        Someone same = Someone.named("Ben").libraryType("public");
        Someone other = Someone.named("Cara").libraryType("academic");
        Someone ana = Someone.named("Ana").libraryType("public");
        Criteria libraryType = only(Criterion.LIBRARY_TYPE);
        assertPrefers(PEERS, libraryType, ana, same, other);
        assertPrefers(PEERS, libraryType, ana.wrote("libraryTypeWish", "same"), same, other);
        other.wrote("libraryTypeWish", "any");
        same.wrote("libraryTypeWish", "any");
        assertPrefers(PEERS, libraryType, ana.wrote("libraryTypeWish", "different"), other, same);
    }

    @Test
    void putsTheExperiencedFirstOrLastAsTheRowSays() {
        Someone mentee = Someone.mentee("Cara").years(6).wrote("careerStage", "mid");
        Someone older = Someone.mentor("Ana", 1).years(20).wrote("careerStage", "senior");
        Someone younger = Someone.mentor("Ben", 1).years(2).wrote("careerStage", "early");
        Someone alike = Someone.mentor("Dev", 1).years(6).wrote("careerStage", "mid");
        Criteria stage = only(Criterion.CAREER_STAGE);
        assertPrefers(MENTORS, stage, mentee, older, alike);
        assertPrefers(frame(Shape.MENTOR, 0, "avoid", "reversed"), stage, mentee, younger, older);
        assertPrefers(frame(Shape.MENTOR, 0, "avoid", "similar"), stage, mentee, alike, older);
        Fit any =
                new Fit(stage, frame(Shape.MENTOR, 0, "avoid", "any"), Someone.pool(mentee, older, younger), Set.of());
        assertThat(any.of(0, 1)).isEqualTo(any.of(0, 2));
    }

    @Test
    void findsThoseWhoChoseEachOther() {
        Fit fit = fit(
                PEERS,
                Someone.named("Ana Silva").prefers("Ben Okoro"),
                Someone.named("Cara Smith").prefers("ana silva"),
                Someone.named("Ben Okoro").prefers("ana.silva@library.example"),
                Someone.named("Dev Patel").prefers("Eve Roy").speaks("en"),
                Someone.named("Eve Roy").prefers("Dev Patel").speaks("fr"));
        assertThat(fit.chosen())
                .as("one-sided wishes, and pairs something forbids, are left to a coordinator")
                .containsExactly(List.of(0, 2));
    }

    @Test
    void putsTheMentorFirstWhereAMenteeAndAMentorChoseEachOther() {
        Fit fit = fit(
                MENTORS,
                Someone.mentee("Cara Smith").prefers("Ana Silva"),
                Someone.mentee("Dev Patel").prefers("Ana Silva"),
                Someone.mentor("Ana Silva", 2).prefers("Cara Smith\nDev Patel"));
        assertThat(fit.chosen()).containsExactly(List.of(2, 0), List.of(2, 1));
    }

    @Test
    void findsWholeGroupsWhoChoseEachOther() {
        Fit fit = fit(
                GROUPS,
                Someone.named("Ana Silva").prefers("Ben Okoro, Cara Smith"),
                Someone.named("Ben Okoro").prefers("Cara Smith and Ana Silva"),
                Someone.named("Cara Smith").prefers("Ana Silva; Ben Okoro"));
        assertThat(fit.chosen()).containsExactly(List.of(0, 1, 2));
    }

    @Test
    void keepsEveryScoreWithinWhatTheOptimumCanCount() {
        Map<Criterion, Integer> high = new EnumMap<>(Criterion.class);
        Arrays.stream(Criterion.values()).filter(c -> !c.caution).forEach(c -> high.put(c, 1000));
        Someone ana = Someone.named("Ana")
                .shares("a", "b", "c")
                .wants("d", "e", "f")
                .libraryType("public")
                .years(3)
                .wrote("careerStage", "early");
        Someone ben = Someone.named("Ben")
                .shares("d", "e", "f")
                .wants("a", "b", "c")
                .libraryType("public")
                .years(3)
                .wrote("careerStage", "early");
        Fit fit = new Fit(new Criteria(high), PEERS, Someone.pool(ana, ben), Set.of());
        assertThat(fit.of(0, 1)).isBetween(1, 60_000);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void forbidsExactlyWhatItCanGiveAReasonFor(Shape shape) {
        Random random = new Random(7);
        Someone[] people = IntStream.range(0, 120)
                .mapToObj(i -> somebody(shape, "Person" + i + " Name" + i, random))
                .toArray(Someone[]::new);
        Set<Set<UUID>> excluded = Set.of(Set.of(people[1].personId(), people[2].personId()));
        Fit fit = new Fit(everything(), frame(shape, 3, "never", "senior"), Someone.pool(people), excluded);
        for (int a = 0; a < people.length; a++) {
            for (int b = 0; b < people.length; b++) {
                if (a != b) {
                    boolean reason = fit.never(a, b).isPresent()
                            || fit.cannot(a, b).isPresent()
                            || fit.unfit(a).isPresent()
                            || fit.unfit(b).isPresent();
                    assertThat(fit.of(a, b) == Scores.FORBIDDEN).isEqualTo(reason);
                    assertThat(fit.of(a, b)).isEqualTo(fit.of(b, a)).isBetween(-1, fit.best());
                }
            }
        }
        assertThat(fit.best()).isPositive();
    }

    private static Someone somebody(Shape shape, String name, Random random) {
        boolean mentor = random.nextInt(3) == 0;
        Someone peerOrMentee = shape == Shape.MENTOR ? Someone.mentee(name) : Someone.named(name);
        return (shape == Shape.MENTOR && mentor ? Someone.mentor(name, random.nextInt(4)) : peerOrMentee)
                .employer("Employer " + random.nextInt(40))
                .region("region" + random.nextInt(4))
                .clock(random.nextBoolean() ? "America/Vancouver" : "America/St_Johns")
                .years(random.nextInt(20))
                .speaks(random.nextInt(5) == 0 ? "fr" : "en")
                .meets(random.nextInt(3) == 0 ? "inPerson" : "video", random.nextInt(4) == 0 ? "email" : "phone")
                .wants("topic" + random.nextInt(5))
                .shares("topic" + random.nextInt(5))
                .seeks("topic" + random.nextInt(5), "topic9")
                .offers("topic" + random.nextInt(5))
                .not(random.nextInt(10) == 0 ? "Name" + random.nextInt(120) : "");
    }

    @Test
    void losesNoCommonLanguageHoweverManyThereAre() {
        Someone[] people = IntStream.range(0, 80)
                .mapToObj(i -> Someone.named("Person" + i).speaks("language" + i / 2))
                .toArray(Someone[]::new);
        Someone[] many = IntStream.range(0, 160)
                .mapToObj(i -> Someone.named("Person" + i).speaks("language" + i / 2))
                .toArray(Someone[]::new);
        assertThat(fit(PEERS, people).of(78, 79)).isNotNegative();
        assertThat(fit(PEERS, people).of(77, 78)).isEqualTo(Scores.FORBIDDEN);
        assertThat(fit(PEERS, many).of(158, 159)).isNotNegative();
    }

    private static void assertPrefers(Frame frame, Criteria criteria, Someone who, Someone better, Someone worse) {
        Fit fit = new Fit(criteria, frame, Someone.pool(who, better, worse), Set.of());
        assertThat(fit.of(0, 1)).isGreaterThan(fit.of(0, 2)).isEqualTo(fit.of(1, 0));
    }

    private static String never(Frame frame, Someone a, Someone b) {
        Fit fit = fit(frame, a, b);
        assertThat(fit.of(0, 1)).isEqualTo(Scores.FORBIDDEN);
        return fit.never(0, 1).orElseThrow();
    }

    private static String cannot(Someone a, Someone b) {
        Fit fit = fit(PEERS, a, b);
        assertThat(fit.of(0, 1)).isEqualTo(Scores.FORBIDDEN);
        assertThat(fit.never(0, 1)).as("a coordinator may know better").isEmpty();
        return fit.cannot(0, 1).orElseThrow();
    }

    private static boolean forbidden(Someone a, Someone b) {
        return fit(PEERS, a, b).of(0, 1) == Scores.FORBIDDEN;
    }

    private static Fit fit(Frame frame, Someone... people) {
        return new Fit(everything(), frame, Someone.pool(people), Set.of());
    }

    static Frame frame(Shape shape, int mentorMinYears, String sameEmployer, String seniority) {
        return new Frame(shape, mentorMinYears, 4, sameEmployer, seniority, Someone.NOW);
    }

    static Criteria everything() {
        Map<Criterion, Integer> weights = new EnumMap<>(Criterion.class);
        Arrays.stream(Criterion.values()).forEach(c -> weights.put(c, 10));
        return new Criteria(weights);
    }

    static Criteria only(Criterion criterion) {
        return new Criteria(Map.of(criterion, 10));
    }
}
