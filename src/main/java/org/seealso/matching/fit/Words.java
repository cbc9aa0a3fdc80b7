package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts into words what speaks for a group and what to watch, each only for those who may read the answers behind it. */
final class Words {
    private static final int REASONS = 3;
    /** A letter to one of a large group still fits on a page. */
    private static final int TOLD = 6;

    /** Up to so many people every pair is spoken of; in a larger group what concerns all of it. */
    private static final int LAST_SMALL = 3;
    /** So that what two have in common stands in a letter beside what they give each other. */
    private static final int GIFTS_TOLD = 4;

    private static final String COORDINATORS = "coordinators";
    private static final String PARTNER = "partner";
    private static final Comparator<Reason> WEIGHTIEST =
            Comparator.comparingDouble(Reason::points).reversed();

    /** One sentence, who may read the answers it gives away, and how many points it carries. */
    private record Reason(Person a, Person b, Function<Voice, String> sentence, Set<String> readers, double points) {
        Reason worth(double worth) {
            return new Reason(a, b, sentence, readers, worth);
        }

        Reason onlyFor(Set<String> fewer) {
            Set<String> both = new HashSet<>(readers);
            both.retainAll(fewer);
            return new Reason(a, b, sentence, both, points);
        }

        boolean isAbout(Person person) {
            return a == person || b == person;
        }

        boolean mayRead(String reader) {
            return readers.contains(reader);
        }
    }

    private final Pool pool;
    private final Rules rules;
    private final Points points;
    private final Labels labels;

    Words(Pool pool, Rules rules, Points points, Labels labels) {
        this.pool = pool;
        this.rules = rules;
        this.points = points;
        this.labels = labels;
    }

    Explained explain(List<Person> group) {
        Voice voice = new Voice(group, null);
        int score = 0;
        List<Reason> gives = new ArrayList<>();
        List<List<Reason>> others = new ArrayList<>();
        List<Reason> watch = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                Person a = group.get(i);
                Person b = group.get(j);
                score += rules.forbidden(a, b) ? 0 : points.of(a, b);
                gives(a, b).ifPresent(gives::add);
                gives(b, a).ifPresent(gives::add);
                others.add(reasons(a, b).stream().sorted(WEIGHTIEST).toList());
                watch.addAll(watch(a, b, group.size() > LAST_SMALL));
            }
        }
        if (group.size() > LAST_SMALL) {
            watch.addAll(nobodyShares(group));
        }
        group.forEach(member -> sizeWish(member, group.size()).ifPresent(watch::add));
        return new Explained(
                score,
                said(group.size() > LAST_SMALL ? bestOfEach(gives) : gives, COORDINATORS, voice, gives.size()),
                said(bestFirst(others, COORDINATORS), COORDINATORS, voice, REASONS),
                said(watch, COORDINATORS, voice, watch.size()),
                group.stream().map(member -> told(member, gives, others, voice)).toList(),
                bars(group));
    }

    private static List<String> said(List<Reason> reasons, String reader, Voice voice, int most) {
        return reasons.stream()
                .filter(r -> r.mayRead(reader))
                .map(r -> r.sentence().apply(voice))
                .distinct()
                .limit(most)
                .toList();
    }

    /** In a large group the best gift of each of its people. */
    private static List<Reason> bestOfEach(List<Reason> gives) {
        Set<Person> givers = new HashSet<>();
        return gives.stream()
                .sorted(WEIGHTIEST)
                .filter(gift -> gift.mayRead(COORDINATORS) && givers.add(gift.a()))
                .toList();
    }

    /** In a trio or group first the best of each of its pairs. */
    private static List<Reason> bestFirst(List<List<Reason>> byPair, String reader) {
        List<List<Reason>> readable = byPair.stream()
                .map(reasons -> reasons.stream().filter(r -> r.mayRead(reader)).toList())
                .toList();
        return Stream.concat(
                        readable.stream().flatMap(r -> r.stream().limit(1)).sorted(WEIGHTIEST),
                        readable.stream().flatMap(r -> r.stream().skip(1)).sorted(WEIGHTIEST))
                .toList();
    }

    private static List<String> told(Person member, List<Reason> gives, List<List<Reason>> others, Voice voice) {
        List<Reason> mine = gives.stream().filter(r -> r.isAbout(member)).toList();
        List<Reason> best = bestFirst(
                others.stream()
                        .map(reasons ->
                                reasons.stream().filter(r -> r.isAbout(member)).toList())
                        .toList(),
                PARTNER);
        Voice toMember = voice.to(member);
        List<Reason> gifts =
                mine.size() > GIFTS_TOLD ? mine.stream().sorted(WEIGHTIEST).toList() : mine;
        return Stream.concat(
                        said(gifts, PARTNER, toMember, GIFTS_TOLD).stream(),
                        said(best, PARTNER, toMember, REASONS).stream())
                .limit(TOLD)
                .toList();
    }

    private List<Explained.Bar> bars(List<Person> group) {
        List<Explained.Bar> bars = new ArrayList<>();
        for (Criterion criterion : points.counted()) {
            if (!criterion.caution && isShown(criterion, group)) {
                double sum = 0;
                int pairs = 0;
                for (int i = 0; i < group.size(); i++) {
                    for (int j = i + 1; j < group.size(); j++) {
                        sum += points.share(criterion, group.get(i), group.get(j));
                        pairs++;
                    }
                }
                int percent = (int) Math.round(100 * sum / Math.max(1, pairs));
                // What nobody was asked, such as waiting, is worth a bar only where it counted.
                if (percent > 0 || !criterion.fields.isEmpty()) {
                    bars.add(new Explained.Bar(criterion.words, percent));
                }
            }
        }
        return bars;
    }

    /** Only what somebody answered, and coordinators may read of everybody who did. */
    private static boolean isShown(Criterion criterion, List<Person> group) {
        List<Profile.Written> written = group.stream()
                .flatMap(p -> criterion.fields.stream().map(p.who.profile().fields()::get))
                .filter(w -> w != null)
                .toList();
        return (criterion.fields.isEmpty() || !written.isEmpty())
                && written.stream().allMatch(w -> w.readers().contains(COORDINATORS));
    }

    /** What one gives the other: topics they can share which the other wants to learn. */
    private Optional<Reason> gives(Person sharer, Person learner) {
        Map<String, String> offered = Topics.offered(sharer.who.profile());
        Map<String, String> wanted = Topics.wanted(learner.who.profile());
        List<String> topics =
                wanted.keySet().stream().filter(offered::containsKey).toList();
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        Set<String> readers = everybody();
        for (String topic : topics) {
            readers.retainAll(sharer.who.profile().readersOf(offered.getOrDefault(topic, "")));
            readers.retainAll(learner.who.profile().readersOf(wanted.getOrDefault(topic, "")));
        }
        String list = topics(topics, wanted);
        return Optional.of(new Reason(
                sharer,
                learner,
                v -> v.start(sharer) + " can share " + list + ", which " + v.name(learner) + " "
                        + v.verb(learner, "wants", "want") + " to learn.",
                readers,
                topics.size()));
    }

    private String topics(List<String> topics, Map<String, String> fields) {
        return Labels.some(topics.stream()
                .map(t -> labels.inside(fields.getOrDefault(t, ""), t))
                .toList());
    }

    private List<Reason> reasons(Person a, Person b) {
        List<Reason> reasons = new ArrayList<>();
        for (Criterion criterion : points.counted()) {
            double worth = criterion.caution ? 0 : points.of(criterion, a, b);
            if (worth > 0 && criterion == Criterion.GOALS) {
                wroteAbout(a, b).forEach(reason -> reasons.add(reason.worth(worth)));
            } else if (worth > 0) {
                reason(criterion, a, b).ifPresent(reason -> reasons.add(reason.worth(worth)));
            }
        }
        return reasons;
    }

    private Optional<Reason> reason(Criterion criterion, Person a, Person b) {
        return switch (criterion) {
            case SHARED_INTERESTS -> {
                List<String> topics = bothWant(a, b);
                yield topics.isEmpty()
                        ? Optional.empty()
                        : wanted(a, b, topics, v -> v.both(a, b) + " want to learn " + wantedWords(a, topics) + ".");
            }
            case WISH -> wish(a, b);
            case RHYTHM ->
                Codes.agree(a.frequency, b.frequency)
                        ? both(a, b, "would like to meet " + inside(a, "frequency"), "frequency")
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
            case COMPETENCIES -> strengths(a, b);
            case SOLO_WORKERS -> both(a, b, "work without library colleagues around them", "soloWorker");
            case SHARED_IDENTITY ->
                both(a, b, "asked for somebody they share an identity with", "identity", "identityWish");
            case PREFERRED -> preferred(a, b);
            case WAITING -> waiting(a.waited >= b.waited ? a : b, a.waited >= b.waited ? b : a);
            case DIVERSITY ->
                points.share(criterion, a, b) > 0.5
                        ? reason(
                                a,
                                b,
                                v -> v.pair(a, b) + " bring different backgrounds: " + differences(a, b) + ".",
                                "libraryType",
                                "region",
                                "years")
                        : Optional.empty();
            case RECIPROCAL_TOPICS, SOUGHT_TOPICS, GOALS, NEAR_CLONE, SAME_EMPLOYER -> Optional.empty();
        };
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

    private Optional<Reason> wish(Person a, Person b) {
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
            return both(a, b, "know the same kind of library: " + inside(a, "libraryType"), "libraryType");
        }
        boolean asked = a.libraryTypeWish == Person.Wish.DIFFERENT || b.libraryTypeWish == Person.Wish.DIFFERENT;
        return asked && Codes.differ(a.libraryType, b.libraryType)
                ? reason(
                        a,
                        b,
                        v -> v.pair(a, b) + " know different kinds of library, as was asked for: "
                                + inside(a, "libraryType") + " and " + inside(b, "libraryType") + ".",
                        "libraryType",
                        "libraryTypeWish")
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
        return reason(
                longer,
                shorter,
                v -> v.start(longer) + " " + v.verb(longer, "has", "have") + " " + more(Math.abs(years))
                        + " of library work than " + v.name(shorter) + ".",
                "years");
    }

    private static String more(int years) {
        return years == 1 ? "1 more year" : years + " more years";
    }

    private Optional<Reason> strengths(Person a, Person b) {
        Person strong = (b.competenciesWanted & a.competencies) != 0 ? a : b;
        Person learner = strong == a ? b : a;
        List<String> common = learner.who.profile().list("competenciesWanted").stream()
                .filter(strong.who.profile().list("competencies")::contains)
                .map(c -> labels.inside("competencies", c))
                .toList();
        if (common.isEmpty()) {
            return Optional.empty();
        }
        Set<String> readers = everybody();
        readers.retainAll(strong.who.profile().readersOf("competencies"));
        readers.retainAll(learner.who.profile().readersOf("competenciesWanted"));
        return Optional.of(new Reason(
                strong,
                learner,
                v -> v.start(strong) + " " + v.verb(strong, "is", "are") + " strong in " + Labels.some(common)
                        + ", where " + v.name(learner) + " would like to grow.",
                readers,
                0));
    }

    /** One sentence for coordinators and one for the members: each may read other answers. */
    private List<Reason> wroteAbout(Person a, Person b) {
        List<Reason> reasons = new ArrayList<>();
        for (String reader : List.of(COORDINATORS, PARTNER)) {
            Set<String> shared = new LinkedHashSet<>();
            if (!b.mentor) {
                shared.addAll(pool.texts.shared(
                        texts(b, FreeText.SEEKING, reader),
                        texts(a, FreeText.OFFERING, reader).values()));
            }
            if (shared.isEmpty() && !a.mentor) {
                shared.addAll(pool.texts.shared(
                        texts(a, FreeText.SEEKING, reader),
                        texts(b, FreeText.OFFERING, reader).values()));
            }
            if (!shared.isEmpty()) {
                String about = Labels.joined(
                        shared.stream().map(phrase -> "“" + phrase + "”").toList(), "and");
                reasons.add(new Reason(a, b, v -> v.both(a, b) + " wrote about " + about + ".", Set.of(reader), 0));
            }
        }
        return reasons;
    }

    private static Map<String, String> texts(Person person, List<String> fields, String reader) {
        Map<String, String> texts = new LinkedHashMap<>();
        Profile profile = person.who.profile();
        fields.stream()
                .filter(field -> profile.readersOf(field).contains(reader))
                .forEach(field -> texts.put(field, profile.text(field)));
        return texts;
    }

    private Optional<Reason> preferred(Person a, Person b) {
        Person asks = Pool.contains(a.asksFor, b.place) ? a : b;
        Person asked = asks == a ? b : a;
        return Optional.of(new Reason(
                asks,
                asked,
                v -> v.start(asks) + " asked for " + v.name(asked) + ".",
                Set.copyOf(asks.who.profile().readersOf("preferredPartner")),
                0));
    }

    private Optional<Reason> waiting(Person longest, Person other) {
        if (longest.who.front()) {
            return Optional.of(new Reason(
                    longest,
                    other,
                    v -> v.start(longest) + " comes first, because an earlier match fell through.",
                    Set.of(COORDINATORS),
                    0));
        }
        long days = pool.waitedDays(longest);
        return days < 30
                ? Optional.empty()
                : Optional.of(new Reason(
                        longest,
                        other,
                        v -> v.start(longest) + " has been waiting for " + days + " days.",
                        Set.of(COORDINATORS),
                        0));
    }

    /** Why two people must never be matched. */
    Optional<String> never(Person a, Person b) {
        Voice voice = new Voice(List.of(a, b), null);
        String pair = voice.pair(a, b);
        return Optional.ofNullable(
                switch (rules.ban(a, b)) {
                    case NONE -> null;
                    case SAME_PERSON -> "These two applications come from the same person.";
                    case SAME_ROLE -> pair + (a.mentor ? " are both mentors." : " are both mentees.");
                    case NO_PLACE_LEFT -> voice.start(a.mentor ? a : b) + " has no place free for another mentee.";
                    case NAMED ->
                        pair + " can't be in one group: one of them named the other as somebody they work for"
                                + " or asked not to be matched with.";
                    case EXCLUDED ->
                        pair + " are not put together again: a coordinator ruled it out, one of them declined,"
                                + " or an earlier match of theirs ended.";
                    case SAME_EMPLOYER ->
                        pair + " work for the same employer, and this program matches nobody with a colleague.";
                });
    }

    /** Why two people have no way to meet or to go together. */
    Optional<String> cannot(Person a, Person b) {
        Rules.Obstacle obstacle = rules.obstacle(a, b);
        String pair = new Voice(List.of(a, b), null).pair(a, b);
        if (obstacle == Rules.Obstacle.CLOCK) {
            return Optional.of(pair + " can only talk live, but their clocks are " + hours(Rules.minutesApart(a, b))
                    + " apart; this program allows " + hours(60 * pool.frame.maxHoursApart()) + ".");
        }
        return obstacle == Rules.Obstacle.NONE
                ? rules.unfit(a).or(() -> rules.unfit(b))
                : Optional.of(pair + " " + obstacle.verb + ".");
    }

    private List<Reason> watch(Person a, Person b, boolean large) {
        List<Reason> watch = new ArrayList<>();
        cannot(a, b).ifPresent(why -> watch.add(new Reason(a, b, v -> why, Set.of(COORDINATORS), 0)));
        if (Rules.sameEmployer(a, b) && !pool.frame.sameEmployer().equals("fine")) {
            reason(a, b, v -> v.pair(a, b) + " work for the same employer.", "employer")
                    .ifPresent(watch::add);
        }
        if (Points.nearClone(a, b)) {
            reason(
                            a,
                            b,
                            v -> v.pair(a, b)
                                    + " are alike in nearly everything and may have little new for each other.",
                            "libraryType",
                            "canShare",
                            "wantToLearn")
                    .ifPresent(watch::add);
        }
        if (!large) {
            watchPair(a, b, watch);
        }
        int apart = Rules.minutesApart(a, b);
        if (apart > 0) {
            reason(a, b, v -> "The clocks of " + v.pair(a, b) + " are " + hours(apart) + " apart.", "timeZone")
                    .ifPresent(watch::add);
        }
        return watch;
    }

    private void watchPair(Person a, Person b, List<Reason> watch) {
        newToBoth(a, b).ifPresent(watch::add);
        nothingFor(a, b).ifPresent(watch::add);
        nothingFor(b, a).ifPresent(watch::add);
        fewerYears(a, b).ifPresent(watch::add);
        fewerYears(b, a).ifPresent(watch::add);
        if (opposite(a, b) || opposite(b, a)) {
            reason(
                            a,
                            b,
                            v -> v.pair(a, b)
                                    + " wish for opposite things: one somebody similar, one somebody different.",
                            "similarity")
                    .ifPresent(watch::add);
        }
        otherLibrary(a, b).ifPresent(watch::add);
        otherLibrary(b, a).ifPresent(watch::add);
        if (Codes.differ(a.frequency, b.frequency) && a.frequency >= 0 && b.frequency >= 0) {
            reason(
                            a,
                            b,
                            v -> v.start(a) + " would like to meet " + inside(a, "frequency") + ", " + v.name(b) + " "
                                    + inside(b, "frequency") + ".",
                            "frequency")
                    .ifPresent(watch::add);
        }
    }

    /** Topics somebody came for and nobody of the group can share. */
    private List<Reason> nobodyShares(List<Person> group) {
        Set<String> offered = new HashSet<>();
        group.forEach(p -> offered.addAll(Topics.offered(p.who.profile()).keySet()));
        Map<String, List<Person>> wanted = new LinkedHashMap<>();
        for (Person person : group) {
            Topics.wanted(person.who.profile()).forEach((topic, field) -> {
                if (!offered.contains(topic)
                        && person.who.profile().readersOf(field).contains(COORDINATORS)) {
                    wanted.computeIfAbsent(topic, t -> new ArrayList<>()).add(person);
                }
            });
        }
        return wanted.entrySet().stream()
                .map(e -> nobodyShares(e.getKey(), e.getValue()))
                .toList();
    }

    private Reason nobodyShares(String topic, List<Person> learners) {
        Person first = learners.get(0);
        String words = topics(List.of(topic), Topics.wanted(first.who.profile()));
        return new Reason(
                first,
                first,
                v -> "Nobody in this group can share " + words + ", which "
                        + Labels.joined(learners.stream().map(v::name).toList(), "and")
                        + (learners.size() == 1 ? " wants" : " want") + " to learn.",
                Set.of(COORDINATORS),
                0);
    }

    static String hours(int minutes) {
        int whole = minutes / 60;
        boolean half = minutes % 60 >= 15;
        if (whole == 0) {
            return "half an hour";
        }
        return whole + (half ? "½" : "") + (whole == 1 && !half ? " hour" : " hours");
    }

    /** "Both want to learn cataloguing, and neither can share it." */
    private Optional<Reason> newToBoth(Person a, Person b) {
        Set<String> offered = new HashSet<>(Topics.offered(a.who.profile()).keySet());
        offered.addAll(Topics.offered(b.who.profile()).keySet());
        List<String> topics =
                bothWant(a, b).stream().filter(t -> !offered.contains(t)).toList();
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        String it = topics.size() == 1 ? "it" : "them";
        return wanted(
                        a,
                        b,
                        topics,
                        v -> (v.group().size() == 2 ? "Both" : v.both(a, b)) + " want to learn "
                                + wantedWords(a, topics) + ", and neither can share " + it + ".")
                .map(r -> r.onlyFor(readersOfOffers(a, b)));
    }

    private static Set<String> readersOfOffers(Person a, Person b) {
        Set<String> readers = everybody();
        for (Person person : List.of(a, b)) {
            Set.copyOf(Topics.offered(person.who.profile()).values())
                    .forEach(field -> readers.retainAll(person.who.profile().readersOf(field)));
        }
        return readers;
    }

    private static boolean opposite(Person one, Person other) {
        return one.wish == Person.Wish.ALIKE && other.wish == Person.Wish.DIFFERENT;
    }

    private Optional<Reason> otherLibrary(Person wishes, Person other) {
        boolean same =
                wishes.libraryTypeWish == Person.Wish.ALIKE && Codes.differ(wishes.libraryType, other.libraryType);
        boolean different =
                wishes.libraryTypeWish == Person.Wish.DIFFERENT && Codes.agree(wishes.libraryType, other.libraryType);
        if (!same && !different) {
            return Optional.empty();
        }
        return reason(
                        wishes,
                        other,
                        v -> v.start(wishes) + " asked for somebody from " + (same ? "the same" : "another")
                                + " kind of library, which " + v.name(other) + " is not.",
                        "libraryType")
                .filter(r -> wishes.who.profile().readersOf("libraryTypeWish").contains(COORDINATORS));
    }

    private Optional<Reason> fewerYears(Person mentor, Person mentee) {
        if (!mentor.mentor || mentee.mentor || mentor.years == Person.NO_YEARS || mentee.years == Person.NO_YEARS) {
            return Optional.empty();
        }
        int fewer = mentee.years - mentor.years;
        if (points.seniority().equals("senior") && fewer > 0) {
            return reason(
                    mentor,
                    mentee,
                    v -> v.start(mentor) + " is the mentor, but has " + (fewer == 1 ? "1 year" : fewer + " years")
                            + " less of library work than " + v.name(mentee) + ".",
                    "years");
        }
        return points.seniority().equals("reversed") && fewer < 0
                ? reason(
                        mentor,
                        mentee,
                        v -> "Here mentees have worked longer, but " + v.name(mentor) + " has " + more(-fewer)
                                + " than " + v.name(mentee) + ".",
                        "years")
                : Optional.empty();
    }

    private Optional<Reason> nothingFor(Person learner, Person sharer) {
        if (learner.wanted == 0) {
            return Optional.empty();
        }
        Profile profile = learner.who.profile();
        Map<String, String> wanted = Topics.wanted(profile);
        Map<String, String> offered = Topics.offered(sharer.who.profile());
        List<String> ranked = Topics.ranked(profile);
        boolean nothing = (learner.wanted & sharer.offered) == 0;
        if (!nothing && (ranked.isEmpty() || offered.containsKey(ranked.get(0)))) {
            return Optional.empty();
        }
        Set<String> readers = everybody();
        Set.copyOf(wanted.values()).forEach(field -> readers.retainAll(profile.readersOf(field)));
        Set.copyOf(offered.values())
                .forEach(field -> readers.retainAll(sharer.who.profile().readersOf(field)));
        return Optional.of(new Reason(
                learner,
                sharer,
                v -> nothing
                        ? "Nothing " + v.name(learner) + " wants to learn is among what " + v.name(sharer)
                                + " can share."
                        : "What " + v.name(learner) + " wants to learn most, " + topics(ranked.subList(0, 1), wanted)
                                + ", is not among what " + v.name(sharer) + " can share.",
                readers,
                0));
    }

    private Optional<Reason> sizeWish(Person member, int size) {
        String wish = member.who.profile().text("groupWish");
        boolean refused = size > 2 && wish.equals("pair") || size == 2 && wish.equals("trio");
        return refused
                ? Optional.of(new Reason(
                        member,
                        member,
                        v -> v.start(member) + " asked for a " + wish + ".",
                        member.who.profile().readersOf("groupWish"),
                        0))
                : Optional.empty();
    }

    private static List<String> bothWant(Person a, Person b) {
        Set<String> other = Topics.wanted(b.who.profile()).keySet();
        return Topics.wanted(a.who.profile()).keySet().stream()
                .filter(other::contains)
                .toList();
    }

    private String wantedWords(Person whose, List<String> topics) {
        return topics(topics, Topics.wanted(whose.who.profile()));
    }

    private static Optional<Reason> wanted(Person a, Person b, List<String> topics, Function<Voice, String> sentence) {
        Set<String> readers = everybody();
        for (Person person : List.of(a, b)) {
            Map<String, String> fields = Topics.wanted(person.who.profile());
            topics.forEach(t -> readers.retainAll(person.who.profile().readersOf(fields.getOrDefault(t, ""))));
        }
        return Optional.of(new Reason(a, b, sentence, readers, 0));
    }

    private static Optional<Reason> both(Person a, Person b, String sentence, String... fields) {
        return reason(a, b, v -> v.both(a, b) + " " + sentence + ".", fields);
    }

    /** Readable for whoever may read these answers of both, as far as they were given. */
    private static Optional<Reason> reason(Person a, Person b, Function<Voice, String> sentence, String... fields) {
        Set<String> readers = everybody();
        for (String field : fields) {
            for (Person person : List.of(a, b)) {
                if (person.who.profile().fields().containsKey(field)) {
                    readers.retainAll(person.who.profile().readersOf(field));
                }
            }
        }
        return Optional.of(new Reason(a, b, sentence, readers, 0));
    }

    private static Set<String> everybody() {
        return new HashSet<>(Set.of(COORDINATORS, PARTNER));
    }

    private String inside(Person person, String field) {
        return labels.inside(field, person.who.profile().text(field));
    }
}
