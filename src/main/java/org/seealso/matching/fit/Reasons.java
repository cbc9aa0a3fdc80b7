package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What carries a match of two people besides the topics they give each other: a reason per criterion that counts. */
final class Reasons {
    private static final int WAIT_WORTH_SAYING_DAYS = 30;

    private final Compiled compiled;
    private final Points points;
    private final Gifts gifts;

    Reasons(Compiled compiled, Points points, Gifts gifts) {
        this.compiled = compiled;
        this.points = points;
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
                        ? Optional.of(Reason.of(
                                a,
                                b,
                                v -> v.together(
                                        "reason.rhythm", a, b, v.labels().inside(a, "frequency")),
                                "frequency"))
                        : Optional.empty();
            case REGION ->
                Optional.of(Reason.of(
                        a,
                        b,
                        v -> v.together(
                                "reason.region",
                                a,
                                b,
                                v.labels().of("region", a.who.profile().text("region"))),
                        "region",
                        "modes"));
            case LIBRARY_TYPE -> libraryType(a, b);
            case CAREER_STAGE -> stage(a, b);
            case COMPETENCIES -> gifts.strengths(a, b);
            case SOLO_WORKERS -> both(a, b, "reason.lonely", "soloWorker");
            case SHARED_IDENTITY -> both(a, b, "reason.identity", "identity", "identityWish");
            case PREFERRED -> preferred(a, b);
            case WAITING -> waiting(a.waited >= b.waited ? a : b, a.waited >= b.waited ? b : a);
            case DIVERSITY ->
                points.share(criterion, a, b) > 0.5
                        ? Optional.of(Reason.of(
                                a,
                                b,
                                v -> v.say("reason.diversity", v.pair(a, b), differences(a, b, v.labels())),
                                "libraryType",
                                "region",
                                "years"))
                        : Optional.empty();
            case RECIPROCAL_TOPICS, SOUGHT_TOPICS, GOALS, NEAR_CLONE, SAME_EMPLOYER -> Optional.empty();
        };
    }

    private static Optional<Reason> both(Person a, Person b, String sentence, String... fields) {
        return Optional.of(Reason.of(a, b, v -> v.together(sentence, a, b), fields));
    }

    private Optional<Reason> interests(Person a, Person b) {
        List<String> topics = Topics.wantedByBoth(a.who.profile(), b.who.profile());
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Reason.wanted(
                a,
                b,
                topics,
                v -> v.together("reason.interests", a, b, v.labels().topics(topics, Topics.wanted(a.who.profile())))));
    }

    private static String differences(Person a, Person b, Labels labels) {
        List<String> differences = new ArrayList<>();
        if (Codes.differ(a.libraryType, b.libraryType)) {
            differences.add(labels.language().say("difference.libraryType"));
        }
        if (Codes.differ(a.region, b.region)) {
            differences.add(labels.language().say("difference.region"));
        }
        if (a.years != Person.NO_YEARS && b.years != Person.NO_YEARS && !Points.closeYears(a, b)) {
            differences.add(labels.language().say("difference.years"));
        }
        return labels.listed(differences);
    }

    private static Optional<Reason> wish(Person a, Person b) {
        double alike = Points.alike(a, b);
        if (a.wish != b.wish) {
            return Optional.empty();
        }
        if (a.wish == Person.Wish.ALIKE && alike >= 0.5) {
            return both(a, b, "reason.alike", "similarity");
        }
        return a.wish == Person.Wish.DIFFERENT && alike < 0.5
                ? both(a, b, "reason.different", "similarity")
                : Optional.empty();
    }

    private Optional<Reason> libraryType(Person a, Person b) {
        if (Codes.agree(a.libraryType, b.libraryType)) {
            return Optional.of(Reason.of(
                    a,
                    b,
                    v -> v.together("reason.libraryType", a, b, v.labels().inside(a, "libraryType")),
                    "libraryType"));
        }
        boolean asked = a.libraryTypeWish == Person.Wish.DIFFERENT || b.libraryTypeWish == Person.Wish.DIFFERENT;
        return asked && Codes.differ(a.libraryType, b.libraryType)
                ? Optional.of(Reason.of(
                        a,
                        b,
                        v -> v.say(
                                "reason.libraryTypes",
                                v.pair(a, b),
                                v.labels().inside(a, "libraryType"),
                                v.labels().inside(b, "libraryType")),
                        "libraryType",
                        "libraryTypeWish"))
                : Optional.empty();
    }

    private Optional<Reason> stage(Person a, Person b) {
        if (points.seniority().equals("similar")) {
            return Codes.agree(a.careerStage, b.careerStage)
                    ? both(a, b, "reason.stage", "careerStage")
                    : both(a, b, "reason.similarYears", "years");
        }
        int years = a.years - b.years;
        if (a.years == Person.NO_YEARS || b.years == Person.NO_YEARS || years == 0) {
            return Optional.empty();
        }
        Person longer = years > 0 ? a : b;
        Person shorter = years > 0 ? b : a;
        return Optional.of(Reason.of(
                longer, shorter, v -> v.say("reason.years", longer, shorter, v.moreYears(Math.abs(years))), "years"));
    }

    private static Optional<Reason> preferred(Person a, Person b) {
        Person asks = Compiled.contains(a.asksFor, b.place) ? a : b;
        Person asked = asks == a ? b : a;
        return Optional.of(Reason.of(asks, asked, v -> v.say("reason.asked", asks, asked))
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
