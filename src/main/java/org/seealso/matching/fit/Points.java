package org.seealso.matching.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.seealso.matching.optimum.Shape;

/** How much of each criterion two people fulfil. Symmetric, and without any memory of its own. */
final class Points {
    private static final int TOPICS_THAT_FILL = 3;
    private static final double[] FILLED = {0, 1 / 3.0, 2 / 3.0, 1};
    private static final int CLOSE_YEARS = 3;
    private static final int YEARS_AHEAD_THAT_FILL = 5;
    private static final int YEARS_THAT_DIFFER = 6;

    private final Shape shape;
    private final String seniority;
    /** The criteria that count, the weightiest first, and the points each gives or takes. */
    private final Criterion[] counted;

    private final double[] points;

    private final long inPerson;

    Points(Criteria criteria, Compiled compiled) {
        Frame frame = compiled.frame;
        this.inPerson = compiled.inPerson;
        this.shape = frame.shape();
        this.seniority = shape == Shape.MENTOR ? frame.seniority() : "similar";
        this.counted = Arrays.stream(Criterion.values())
                .filter(c -> criteria.weight(c) > 0)
                .filter(c ->
                        c != Criterion.SAME_EMPLOYER || !frame.sameEmployer().equals("fine"))
                .filter(c -> c != Criterion.CAREER_STAGE || !seniority.equals("any"))
                .sorted(Comparator.comparing(criteria::weight, Comparator.reverseOrder()))
                .toArray(Criterion[]::new);
        this.points = Arrays.stream(counted)
                .mapToDouble(c -> c.caution ? -criteria.points(c) : criteria.points(c))
                .toArray();
    }

    /** The criteria that count, the weightiest first. */
    List<Criterion> counted() {
        return List.of(counted);
    }

    String seniority() {
        return seniority;
    }

    int of(Person one, Person other) {
        boolean swap = shape == Shape.MENTOR ? !one.mentor : one.place > other.place;
        Person a = swap ? other : one;
        Person b = swap ? one : other;
        double sum = 0;
        for (int i = 0; i < counted.length; i++) {
            sum += points[i] * share(counted[i], a, b);
        }
        return (int) Math.max(0, Math.min(Criteria.MOST, Math.round(sum)));
    }

    /** The points of one criterion alone. */
    double of(Criterion criterion, Person a, Person b) {
        for (int i = 0; i < counted.length; i++) {
            if (counted[i] == criterion) {
                return points[i] * share(criterion, a, b);
            }
        }
        return 0;
    }

    /** From 0 to 1. */
    double share(Criterion criterion, Person a, Person b) {
        return switch (criterion) {
            case RECIPROCAL_TOPICS -> exchange(gain(a, b), gain(b, a));
            case SOUGHT_TOPICS -> directed(a, b, gain(a, b), gain(b, a));
            case SHARED_INTERESTS -> filled(a.wanted & b.wanted);
            case GOALS -> goals(a, b);
            case COMPETENCIES -> directed(a, b, strengths(a, b), strengths(b, a));
            case WISH -> wish(a, b);
            case RHYTHM -> rhythm(a.frequency, b.frequency);
            case REGION -> Codes.agree(a.region, b.region) && (a.modes & b.modes & inPerson) != 0 ? 1 : 0;
            case LIBRARY_TYPE -> (kind(a.libraryTypeWish, a, b) + kind(b.libraryTypeWish, a, b)) / 2;
            case CAREER_STAGE -> stage(a, b);
            case DIVERSITY -> diversity(a, b);
            case SOLO_WORKERS -> a.solo && b.solo ? 1 : 0;
            case SHARED_IDENTITY -> (a.identity & b.identity) != 0 ? 1 : 0;
            case PREFERRED -> Compiled.contains(a.asksFor, b.place) || Compiled.contains(b.asksFor, a.place) ? 1 : 0;
            case WAITING -> (a.waited + b.waited) / 2;
            case NEAR_CLONE -> nearClone(a, b) ? 1 : 0;
            case SAME_EMPLOYER -> Rules.sameEmployer(a, b) ? 1 : 0;
        };
    }

    /** A gift in one direction only is worth half of an exchange with the same sum. */
    private static double exchange(double there, double back) {
        return (there + back) / 4 + Math.min(there, back) / 2;
    }

    /** With mentors what the mentee gains; otherwise what both do. */
    private double directed(Person a, Person b, double there, double back) {
        if (shape != Shape.MENTOR) {
            return (there + back) / 2;
        }
        return a.mentor ? back : there;
    }

    private double goals(Person a, Person b) {
        if (shape == Shape.MENTOR) {
            return a.mentor ? FreeText.common(b.seeks, a.offers) : FreeText.common(a.seeks, b.offers);
        }
        return (FreeText.common(a.seeks, b.offers) + FreeText.common(b.seeks, a.offers)) / 2;
    }

    /** What {@code learner} gains: the topics wanted that {@code sharer} can share, the first rank counting most. */
    private static double gain(Person learner, Person sharer) {
        long topics = learner.wanted & sharer.offered;
        long[] ranked = learner.ranked;
        if (topics == 0 || ranked.length == 0) {
            return filled(topics);
        }
        double sum = 0;
        for (int i = 0; i < ranked.length; i++) {
            if ((ranked[i] & topics) != 0) {
                sum += learner.rankShares[i];
            }
        }
        return sum;
    }

    private static double filled(long topics) {
        return FILLED[Math.min(TOPICS_THAT_FILL, Long.bitCount(topics))];
    }

    private static double strengths(Person learner, Person other) {
        long gained = learner.competenciesWanted & other.competencies;
        int wanted = Math.min(TOPICS_THAT_FILL, Long.bitCount(learner.competenciesWanted));
        return gained == 0 ? 0 : Math.min(1.0, Long.bitCount(gained) / (double) wanted);
    }

    private static double rhythm(int one, int other) {
        boolean open = one != Codes.UNKNOWN
                && other != Codes.UNKNOWN
                && (one == Codes.UNSPECIFIC || other == Codes.UNSPECIFIC);
        return open || Codes.agree(one, other) ? 1 : 0;
    }

    private static double kind(Person.Wish wish, Person a, Person b) {
        return switch (wish) {
            case ALIKE, UNSAID -> Codes.agree(a.libraryType, b.libraryType) ? 1 : 0;
            case DIFFERENT -> Codes.differ(a.libraryType, b.libraryType) ? 1 : 0;
            case EITHER -> 0.5;
        };
    }

    private double stage(Person a, Person b) {
        return switch (seniority) {
            case "senior" -> ahead(a, b);
            case "reversed" -> ahead(b, a);
            default -> {
                double close = closeYears(a, b) ? 0.5 : 0;
                yield Codes.agree(a.careerStage, b.careerStage) ? 1 : close;
            }
        };
    }

    /** How clearly one has more experience than the other: by years, or else by stage of career. */
    private static double ahead(Person one, Person other) {
        if (one.years != Person.NO_YEARS && other.years != Person.NO_YEARS) {
            int years = one.years - other.years;
            return Math.max(0, Math.min(1.0, years / (double) YEARS_AHEAD_THAT_FILL));
        }
        return one.rung >= 0 && other.rung >= 0 && one.rung > other.rung ? 1 : 0;
    }

    static boolean closeYears(Person a, Person b) {
        return a.years != Person.NO_YEARS && b.years != Person.NO_YEARS && Math.abs(a.years - b.years) <= CLOSE_YEARS;
    }

    private static double diversity(Person a, Person b) {
        int different = Codes.differ(a.libraryType, b.libraryType) ? 1 : 0;
        different += Codes.differ(a.region, b.region) ? 1 : 0;
        boolean years = a.years != Person.NO_YEARS && b.years != Person.NO_YEARS;
        different += years && Math.abs(a.years - b.years) >= YEARS_THAT_DIFFER ? 1 : 0;
        return different / 3.0;
    }

    static double alike(Person a, Person b) {
        double type = Codes.agree(a.libraryType, b.libraryType) ? 1 : 0;
        double stage = Codes.agree(a.careerStage, b.careerStage) || closeYears(a, b) ? 1 : 0;
        return (type + stage + overlap(a.offered, b.offered)) / 3;
    }

    private static double overlap(long one, long other) {
        long both = one & other;
        return both == 0 ? 0 : Long.bitCount(both) / (double) Long.bitCount(one | other);
    }

    private static double wish(Person a, Person b) {
        double alike = a.wish.asks || b.wish.asks ? alike(a, b) : 0;
        return (granted(a.wish, alike) + granted(b.wish, alike)) / 2;
    }

    /** Each asks for somebody alike or different, or leaves it open; then half of it is fulfilled by anybody. */
    private static double granted(Person.Wish wish, double alike) {
        return switch (wish) {
            case ALIKE -> alike;
            case DIFFERENT -> 1 - alike;
            case EITHER, UNSAID -> 0.5;
        };
    }

    static boolean nearClone(Person a, Person b) {
        return Codes.agree(a.libraryType, b.libraryType)
                && (closeYears(a, b) || Codes.agree(a.careerStage, b.careerStage))
                && overlap(a.offered, b.offered) >= 0.6
                && overlap(a.wanted, b.wanted) >= 0.6;
    }
}
