package org.seealso.matching.fit;

import java.util.List;
import java.util.stream.IntStream;

/** One person as numbers: what 50 million comparisons look at, worked out once. Codes are those of {@link Codes}. */
final class Person {
    static final int NO_YEARS = -1;
    static final int NO_CLOCK = Integer.MIN_VALUE;

    final int place;
    final Candidate who;
    final boolean mentor;
    /** Equal for two applications of one person. */
    final int self;

    final long languages;
    final long modes;
    final int region;
    final int clock;
    final int employer;
    final int domain;

    final long wanted;
    final long offered;
    final long[] ranked;
    /** What each rank counts, together 1. */
    final double[] rankShares;

    final long competencies;
    final long competenciesWanted;
    final int libraryType;
    final Wish libraryTypeWish;
    final int careerStage;
    final int rung;
    final int years;
    final int frequency;
    final boolean solo;
    final Wish wish;
    final long identity;
    final double waited;

    /** Places never to be matched with, and places asked for, in order. */
    int[] never = {};

    int[] asksFor = {};
    /** What somebody seeks and what they offer, in their own words. */
    FreeText.Terms seeks = FreeText.Terms.NONE;

    FreeText.Terms offers = FreeText.Terms.NONE;
    boolean unfit;

    /** What somebody would rather have: alike, different, or either. */
    enum Wish {
        ALIKE(true),
        DIFFERENT(true),
        EITHER(false),
        UNSAID(false);

        final boolean asks;

        Wish(boolean asks) {
            this.asks = asks;
        }

        static Wish of(String text) {
            return switch (text) {
                case "similar", "same" -> ALIKE;
                case "complementary", "different" -> DIFFERENT;
                case "" -> UNSAID;
                default -> EITHER;
            };
        }
    }

    Person(int place, Candidate who, Compiled.Book book) {
        Profile profile = who.profile();
        this.place = place;
        this.who = who;
        this.mentor = who.isMentor();
        this.self = book.people.of(who.personId().toString());
        this.languages = book.languages.mask(profile.list("languages"));
        this.modes = book.modes.mask(profile.list("modes"));
        this.region = book.regions.of(profile.text("region"));
        this.clock = book.clock(profile.text("timeZone"));
        this.employer = book.employers.of(Compiled.plain(profile.text("employer")));
        this.domain = book.domain(who);
        this.wanted = book.topics.mask(Topics.wanted(profile).keySet());
        this.offered = book.topics.mask(Topics.offered(profile).keySet());
        List<String> ranks = Topics.ranked(profile);
        this.ranked = ranks.stream().mapToLong(book.topics::bit).toArray();
        int ranksSum = ranked.length * (ranked.length + 1) / 2;
        this.rankShares = IntStream.range(0, ranked.length)
                .mapToDouble(i -> (ranked.length - i) / (double) ranksSum)
                .toArray();
        this.competencies = book.competencies.mask(profile.list("competencies"));
        this.competenciesWanted = book.competencies.mask(profile.list("competenciesWanted"));
        this.libraryType = book.libraryTypes.of(profile.text("libraryType"));
        this.libraryTypeWish = Wish.of(profile.text("libraryTypeWish"));
        this.careerStage = book.careerStages.of(profile.text("careerStage"));
        this.rung = List.of("student", "early", "mid", "senior").indexOf(profile.text("careerStage"));
        Integer number = profile.number("years");
        this.years = number == null || number < 0 ? NO_YEARS : number;
        this.frequency = book.frequencies.of(profile.text("frequency"));
        this.solo = profile.yes("soloWorker");
        this.wish = Wish.of(profile.text("similarity"));
        this.identity = profile.yes("identityWish") ? book.identity(profile) : 0;
        this.waited = book.waited(who);
    }
}
