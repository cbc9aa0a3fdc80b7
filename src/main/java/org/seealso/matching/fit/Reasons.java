package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What carries a match of two people besides the topics they give each other: a reason per criterion that counts. */
final class Reasons {
    private static final int WAIT_WORTH_SAYING_DAYS = 30;

    private final Compiled compiled;
    private final Points points;
    private final Labels labels;
    private final Gifts gifts;

    Reasons(Compiled compiled, Points points, Labels labels, Gifts gifts) {
        this.compiled = compiled;
        this.points = points;
        this.labels = labels;
        this.gifts = gifts;
    }

    /** The weightiest first. */
    List<Reason> of(Person a, Person b) {
        List<Reason> reasons = new ArrayList<>();
        for (Criterion criterion : points.counted()) {
            double worth = criterion.caution ? 0 : points.of(criterion, a, b);
            if (worth > 0 && criterion == Criterion.GOALS) {
                gifts.wroteAbout(a, b).forEach(reason -> reasons.add(reason.worth(worth)));
            } else if (worth > 0) {
                reason(criterion, a, b).ifPresent(reason -> reasons.add(reason.worth(worth)));
            }
        }
        return reasons.stream().sorted(Reason.WEIGHTIEST).toList();
    }

    private Optional<Reason> reason(Criterion criterion, Person a, Person b) {
        return switch (criterion) {
            case SHARED_INTERESTS -> interests(a, b);
            case WISH -> wish(a, b);
            case RHYTHM ->
                Codes.agree(a.frequency, b.frequency)
                        ? both(a, b, "would like to meet " + labels.inside(a, "frequency"), "frequency")
                        : Optional.empty();
            case REGION ->
                both(
                        a,
                        b,
                        "live in " + labels.of("region", a.who.profile().text("region")) + " and would meet in person",
                        "region",
                        "modes");
            case LIBRARY_TYPE -> libraryType(a, b);
            case CAREER_STAGE -> stage(a, b);
            case COMPETENCIES -> gifts.strengths(a, b);
            case SOLO_WORKERS -> both(a, b, "work without library colleagues around them", "soloWorker");
            case SHARED_IDENTITY ->
                both(a, b, "asked for somebody they share an identity with", "identity", "identityWish");
            case PREFERRED -> preferred(a, b);
            case WAITING -> waiting(a.waited >= b.waited ? a : b, a.waited >= b.waited ? b : a);
            case DIVERSITY ->
                points.share(criterion, a, b) > 0.5
                        ? Optional.of(Reason.of(
                                a,
                                b,
                                v -> v.pair(a, b) + " bring different backgrounds: " + differences(a, b) + ".",
                                "libraryType",
                                "region",
                                "years"))
                        : Optional.empty();
            case RECIPROCAL_TOPICS, SOUGHT_TOPICS, GOALS, NEAR_CLONE, SAME_EMPLOYER -> Optional.empty();
        };
    }

    private static Optional<Reason> both(Person a, Person b, String words, String... fields) {
        return Optional.of(Reason.of(a, b, v -> v.both(a, b) + " " + words + ".", fields));
    }

    private Optional<Reason> interests(Person a, Person b) {
        List<String> topics = Topics.wantedByBoth(a.who.profile(), b.who.profile());
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        String list = labels.topics(topics, Topics.wanted(a.who.profile()));
        return Optional.of(Reason.wanted(a, b, topics, v -> v.both(a, b) + " want to learn " + list + "."));
    }

    private static String differences(Person a, Person b) {
        List<String> differences = new ArrayList<>();
        if (Codes.differ(a.libraryType, b.libraryType)) {
            differences.add("the kind of library");
        }
        if (Codes.differ(a.region, b.region)) {
            differences.add("the region");
        }
        if (a.years != Person.NO_YEARS && b.years != Person.NO_YEARS && !Points.closeYears(a, b)) {
            differences.add("the years of work");
        }
        return Labels.joined(differences, "and");
    }

    private static Optional<Reason> wish(Person a, Person b) {
        double alike = Points.alike(a, b);
        if (a.wish != b.wish) {
            return Optional.empty();
        }
        if (a.wish == Person.Wish.ALIKE && alike >= 0.5) {
            return both(a, b, "asked for somebody similar, and are", "similarity");
        }
        return a.wish == Person.Wish.DIFFERENT && alike < 0.5
                ? both(a, b, "asked for somebody different, and are", "similarity")
                : Optional.empty();
    }

    private Optional<Reason> libraryType(Person a, Person b) {
        if (Codes.agree(a.libraryType, b.libraryType)) {
            return both(a, b, "know the same kind of library: " + labels.inside(a, "libraryType"), "libraryType");
        }
        boolean asked = a.libraryTypeWish == Person.Wish.DIFFERENT || b.libraryTypeWish == Person.Wish.DIFFERENT;
        return asked && Codes.differ(a.libraryType, b.libraryType)
                ? Optional.of(Reason.of(
                        a,
                        b,
                        v -> v.pair(a, b) + " know different kinds of library, as was asked for: "
                                + labels.inside(a, "libraryType") + " and " + labels.inside(b, "libraryType") + ".",
                        "libraryType",
                        "libraryTypeWish"))
                : Optional.empty();
    }

    private Optional<Reason> stage(Person a, Person b) {
        if (points.seniority().equals("similar")) {
            return Codes.agree(a.careerStage, b.careerStage)
                    ? both(a, b, "stand at the same stage of a library career", "careerStage")
                    : both(a, b, "have worked in libraries for a similar time", "years");
        }
        int years = a.years - b.years;
        if (a.years == Person.NO_YEARS || b.years == Person.NO_YEARS || years == 0) {
            return Optional.empty();
        }
        Person longer = years > 0 ? a : b;
        Person shorter = years > 0 ? b : a;
        return Optional.of(Reason.of(
                longer,
                shorter,
                v -> v.start(longer) + " " + v.verb(longer, "has", "have") + " " + Labels.moreYears(Math.abs(years))
                        + " of library work than " + v.name(shorter) + ".",
                "years"));
    }

    private static Optional<Reason> preferred(Person a, Person b) {
        Person asks = Compiled.contains(a.asksFor, b.place) ? a : b;
        Person asked = asks == a ? b : a;
        return Optional.of(Reason.of(asks, asked, v -> v.start(asks) + " asked for " + v.name(asked) + ".")
                .drawingOn(asks, List.of("preferredPartner")));
    }

    private Optional<Reason> waiting(Person longest, Person other) {
        if (longest.who.front()) {
            return Optional.of(Reason.only(
                    Reason.COORDINATORS,
                    longest,
                    other,
                    v -> v.start(longest) + " comes first, because an earlier match fell through."));
        }
        long days = compiled.waitedDays(longest);
        return days < WAIT_WORTH_SAYING_DAYS
                ? Optional.empty()
                : Optional.of(Reason.only(
                        Reason.COORDINATORS,
                        longest,
                        other,
                        v -> v.start(longest) + " has been waiting for " + days + " days."));
    }
}
