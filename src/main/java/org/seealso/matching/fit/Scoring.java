package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What speaks for a group and against it, as points and in words. Everything is symmetric and needs no engine. */
final class Scoring {
    /** Points per unit of weight; whole points keep the proof of the optimum exact. */
    static final int POINTS = 100;

    private static final int TOPICS_THAT_FILL = 3;
    private static final int TOPICS_NAMED = 3;
    private static final int REASONS = 3;
    private static final int CLOSE_YEARS = 3;
    /** Answers that name no kind, place or rhythm, so two of them have nothing in common. */
    private static final Set<String> UNSPECIFIC = Set.of("other", "outside", "either", "flexible");

    private static final String COORDINATORS = "coordinators";
    private static final String PARTNER = "partner";

    /**
     * A group in words. {@code told} are the reasons its members may read too: those resting only on answers whose form
     * shows them to the partner.
     */
    record Explained(int score, List<String> reasons, List<String> told, List<String> watch) {}

    /** One sentence, who may read the answers it gives away, and how many points it carries. */
    private record Reason(String sentence, Set<String> readers, double points) {}

    /** What is compared with everybody else's, worked out once per person. */
    private record Compared(Named.Name name, Named named, String employer, boolean inPerson) {
        static Compared of(Candidate c) {
            return new Compared(
                    Named.Name.of(c.name(), c.email()),
                    new Named(c.lineManager() + "\n" + c.doNotMatch()),
                    plain(c.employer()),
                    c.modes().stream().anyMatch(Scoring::isInPerson));
        }
    }

    private final Map<UUID, Compared> compared = new HashMap<>();
    private final Criteria criteria;
    /** Domains whose people all name one employer: only such an address says where somebody works who doesn't. */
    private final Set<String> employerDomains;

    Scoring(Criteria criteria, List<Candidate> pool) {
        this.criteria = criteria;
        Map<String, Set<String>> employers = new HashMap<>();
        for (Candidate candidate : pool) {
            if (!candidate.employer().isBlank()) {
                employers
                        .computeIfAbsent(candidate.emailDomain(), d -> new HashSet<>())
                        .add(plain(candidate.employer()));
            }
        }
        this.employerDomains = employers.entrySet().stream()
                .filter(e -> e.getValue().size() == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** 0 or more points, or {@link Scores#FORBIDDEN}. */
    int score(Candidate a, Candidate b) {
        return isForbidden(a, b) ? Scores.FORBIDDEN : points(a, b);
    }

    private int points(Candidate a, Candidate b) {
        double points = 0;
        for (Criterion criterion : Criterion.values()) {
            points += points(criterion, a, b);
        }
        return (int) Math.max(0, Math.round(points));
    }

    private double points(Criterion criterion, Candidate a, Candidate b) {
        int weight = criteria.weight(criterion);
        if (weight == 0) {
            return 0;
        }
        double full = POINTS * (double) weight;
        return criterion.caution ? -full * share(criterion, a, b) : full * share(criterion, a, b);
    }

    /** How much of the criterion two people fulfil, from 0 to 1. */
    private double share(Criterion criterion, Candidate a, Candidate b) {
        return switch (criterion) {
            case RECIPROCAL_TOPICS -> {
                double there = gain(a, b);
                double back = gain(b, a);
                // A gift in one direction only is worth half of an exchange with the same sum.
                yield (there + back) / 4 + Math.min(there, back) / 2;
            }
            case SHARED_INTERESTS -> filled(shared(a.wantToLearn(), b.wantToLearn()));
            case WISH -> wish(a, b);
            case RHYTHM -> rhythm(a.frequency(), b.frequency());
            case REGION -> compared(a).inPerson() && compared(b).inPerson() ? agree(a.region(), b.region()) : 0;
            case LIBRARY_TYPE -> agree(a.libraryType(), b.libraryType());
            case CAREER_STAGE -> Math.max(agree(a.careerStage(), b.careerStage()), closeYears(a, b) ? 0.5 : 0);
            case SOLO_WORKERS -> a.soloWorker() && b.soloWorker() ? 1 : 0;
            case NEAR_CLONE -> nearClone(a, b) ? 1 : 0;
            case SAME_EMPLOYER -> sameEmployer(a, b) ? 1 : 0;
        };
    }

    /** What {@code learner} gains: the topics wanted that {@code sharer} can share. */
    private static double gain(Candidate learner, Candidate sharer) {
        return filled(shared(learner.wantToLearn(), sharer.canShare()));
    }

    private static double filled(int topics) {
        return Math.min(1.0, topics / (double) TOPICS_THAT_FILL);
    }

    private static List<String> common(List<String> one, List<String> other) {
        return one.stream().filter(other::contains).distinct().toList();
    }

    private static double agree(String one, String other) {
        return !one.isEmpty() && one.equals(other) && !UNSPECIFIC.contains(one) ? 1 : 0;
    }

    private static double rhythm(String one, String other) {
        boolean open = !one.isEmpty() && !other.isEmpty() && (UNSPECIFIC.contains(one) || UNSPECIFIC.contains(other));
        return open ? 1 : agree(one, other);
    }

    private static boolean closeYears(Candidate a, Candidate b) {
        Integer one = a.years();
        Integer other = b.years();
        return one != null && other != null && Math.abs(one - other) <= CLOSE_YEARS;
    }

    private static double alike(Candidate a, Candidate b) {
        double stage = Math.max(agree(a.careerStage(), b.careerStage()), closeYears(a, b) ? 1 : 0);
        return (agree(a.libraryType(), b.libraryType()) + stage + overlap(a.canShare(), b.canShare())) / 3;
    }

    private static double overlap(List<String> one, List<String> other) {
        int shared = shared(one, other);
        int all = one.size() + other.size() - shared;
        return all == 0 ? 0 : shared / (double) all;
    }

    /** How many two lists have in common; counted for every pair of a pool, so without building anything. */
    private static int shared(List<String> one, List<String> other) {
        int shared = 0;
        for (String value : one) {
            if (other.contains(value)) {
                shared++;
            }
        }
        return shared;
    }

    /** Each asks for somebody alike or different, or leaves it open; then half of it is fulfilled by anybody. */
    private static double wish(Candidate a, Candidate b) {
        double alike = alike(a, b);
        return (wish(a.similarity(), alike) + wish(b.similarity(), alike)) / 2;
    }

    private static double wish(String wish, double alike) {
        return switch (wish) {
            case "similar" -> alike;
            case "complementary" -> 1 - alike;
            default -> 0.5;
        };
    }

    private static boolean nearClone(Candidate a, Candidate b) {
        return agree(a.libraryType(), b.libraryType()) > 0
                && (closeYears(a, b) || agree(a.careerStage(), b.careerStage()) > 0)
                && overlap(a.canShare(), b.canShare()) >= 0.6
                && overlap(a.wantToLearn(), b.wantToLearn()) >= 0.6;
    }

    private boolean sameEmployer(Candidate a, Candidate b) {
        String one = compared(a).employer();
        String other = compared(b).employer();
        if (!one.isEmpty() && !other.isEmpty()) {
            return one.equals(other);
        }
        return a.emailDomain().equals(b.emailDomain()) && employerDomains.contains(a.emailDomain());
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private Compared compared(Candidate candidate) {
        return compared.computeIfAbsent(candidate.participantId(), id -> Compared.of(candidate));
    }

    private static boolean isInPerson(String mode) {
        return plain(mode).replace(" ", "").equals("inperson");
    }

    boolean isForbidden(Candidate a, Candidate b) {
        return excludes(a, b) || cannotMeet(a, b).isPresent();
    }

    /** Nobody may overrule this: the same person, a line manager or report, or somebody a person asked not to meet. */
    boolean excludes(Candidate a, Candidate b) {
        return a.personId().equals(b.personId()) || namesOther(a, b) || namesOther(b, a);
    }

    private boolean namesOther(Candidate a, Candidate b) {
        return compared(a).named().names(compared(b).name());
    }

    /** Why two people have no way to meet, in words; a coordinator who knows better may still pair them. */
    Optional<String> cannotMeet(Candidate a, Candidate b) {
        if (!a.languages().isEmpty() && !b.languages().isEmpty() && shared(a.languages(), b.languages()) == 0) {
            return Optional.of("they named no language in common");
        }
        if (a.modes().isEmpty() || b.modes().isEmpty()) {
            return Optional.empty();
        }
        List<String> modes = common(a.modes(), b.modes());
        if (modes.isEmpty()) {
            return Optional.of("they named no way of meeting in common");
        }
        boolean apart =
                !a.region().isEmpty() && !b.region().isEmpty() && !a.region().equals(b.region());
        if (apart && modes.stream().allMatch(Scoring::isInPerson)) {
            return Optional.of("they can only meet in person, but live in different regions");
        }
        return Optional.empty();
    }

    /** A pair or trio in words, whether it was found or put together by hand. */
    Explained explain(List<Candidate> group) {
        int score = 0;
        List<List<Reason>> byPair = new ArrayList<>();
        Set<String> watch = new LinkedHashSet<>();
        Names names = new Names(group);
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                Candidate a = group.get(i);
                Candidate b = group.get(j);
                score += points(a, b);
                byPair.add(reasons(a, b, names));
                watch.addAll(watch(a, b, names));
            }
        }
        if (group.size() > 2) {
            group.stream()
                    .filter(c -> c.groupWish().equals("pair")
                            && c.readersOf("groupWish").contains(COORDINATORS))
                    .forEach(c -> watch.add(names.of(c) + " asked for a pair."));
        }
        return new Explained(score, told(byPair, COORDINATORS), told(byPair, PARTNER), List.copyOf(watch));
    }

    /** The best reasons this reader may know; in a trio first the best of each of its pairs. */
    private static List<String> told(List<List<Reason>> byPair, String reader) {
        Comparator<Reason> mostPoints =
                Comparator.comparingDouble(Reason::points).reversed();
        List<List<Reason>> readable = byPair.stream()
                .map(reasons -> reasons.stream()
                        .filter(r -> r.readers().contains(reader))
                        .sorted(mostPoints)
                        .toList())
                .toList();
        Stream<Reason> best = readable.stream().flatMap(r -> r.stream().limit(1));
        Stream<Reason> rest = readable.stream().flatMap(r -> r.stream().skip(1)).sorted(mostPoints);
        return Stream.concat(best, rest)
                .map(Reason::sentence)
                .distinct()
                .limit(REASONS)
                .toList();
    }

    private List<Reason> reasons(Candidate a, Candidate b, Names names) {
        List<Reason> reasons = new ArrayList<>();
        double exchange = POINTS * (double) criteria.weight(Criterion.RECIPROCAL_TOPICS);
        offer(a, b, names, exchange, reasons);
        offer(b, a, names, exchange, reasons);
        // Giving and taking are one exchange: each half of it is told with the weight of the whole.
        double whole = reasons.stream().mapToDouble(Reason::points).sum();
        reasons.replaceAll(half -> new Reason(half.sentence(), half.readers(), whole));
        for (Criterion criterion : Criterion.values()) {
            double points = criterion.caution ? 0 : points(criterion, a, b);
            if (points > 0) {
                sentence(criterion, a, b, names)
                        .ifPresent(told -> reasons.add(new Reason(told.sentence(), told.readers(), points)));
            }
        }
        return reasons;
    }

    private static void offer(Candidate sharer, Candidate learner, Names names, double full, List<Reason> reasons) {
        List<String> topics = common(learner.wantToLearn(), sharer.canShare());
        if (!topics.isEmpty() && full > 0) {
            reasons.add(new Reason(
                    names.of(sharer) + " can share " + list(sharer, topics) + ", which " + names.of(learner)
                            + " wants to learn.",
                    both(sharer.readersOf("canShare"), learner.readersOf("wantToLearn")),
                    full * filled(topics.size()) / 2));
        }
    }

    private static Optional<Reason> sentence(Criterion criterion, Candidate a, Candidate b, Names names) {
        String pair = names.of(a) + " and " + names.of(b);
        return switch (criterion) {
            case SHARED_INTERESTS ->
                told(
                        pair + " both want to learn " + list(a, common(a.wantToLearn(), b.wantToLearn())) + ".",
                        a,
                        b,
                        "wantToLearn");
            case WISH ->
                a.similarity().equals(b.similarity()) && !a.similarity().equals("either")
                        ? wishInWords(a, b, pair)
                        : Optional.empty();
            case RHYTHM ->
                agree(a.frequency(), b.frequency()) > 0
                        ? told(
                                pair + " would like to meet equally often: " + a.words(a.frequency()) + ".",
                                a,
                                b,
                                "frequency")
                        : Optional.empty();
            case REGION ->
                told("Both live in " + a.label(a.region()) + " and would meet in person.", a, b, "region", "modes");
            case LIBRARY_TYPE ->
                told(pair + " know the same kind of library: " + a.words(a.libraryType()) + ".", a, b, "libraryType");
            case CAREER_STAGE ->
                agree(a.careerStage(), b.careerStage()) > 0
                        ? told(pair + " are at the same stage of their career.", a, b, "careerStage")
                        : told(pair + " have worked in libraries for a similar time.", a, b, "years");
            case SOLO_WORKERS -> told("Both run their library alone.", a, b, "soloWorker");
            case RECIPROCAL_TOPICS, NEAR_CLONE, SAME_EMPLOYER -> Optional.empty();
        };
    }

    private static Optional<Reason> wishInWords(Candidate a, Candidate b, String pair) {
        double alike = alike(a, b);
        if (a.similarity().equals("similar") && alike >= 0.5) {
            return told(pair + " asked for somebody similar, and are.", a, b, "similarity");
        }
        if (a.similarity().equals("complementary") && alike < 0.5) {
            return told(pair + " asked for somebody different from them, and are.", a, b, "similarity");
        }
        return Optional.empty();
    }

    private static Optional<Reason> told(String sentence, Candidate a, Candidate b, String... fields) {
        Set<String> readers = new HashSet<>(Set.of(COORDINATORS, PARTNER));
        for (String field : fields) {
            readers = both(readers, both(a.readersOf(field), b.readersOf(field)));
        }
        return Optional.of(new Reason(sentence, readers, 0));
    }

    /** What a coordinator should keep an eye on; never more than coordinators may read. */
    private List<String> watch(Candidate a, Candidate b, Names names) {
        List<Reason> watch = new ArrayList<>();
        String pair = names.of(a) + " and " + names.of(b);
        cannotMeet(a, b).ifPresent(why -> watch.add(new Reason(pair + ": " + why + ".", Set.of(COORDINATORS), 0)));
        if (sameEmployer(a, b)) {
            told(pair + " work for the same employer.", a, b, "employer").ifPresent(watch::add);
        }
        if (nearClone(a, b)) {
            told(
                            pair + " are alike in nearly everything and may have little new for each other.",
                            a,
                            b,
                            "libraryType",
                            "canShare",
                            "wantToLearn")
                    .ifPresent(watch::add);
        }
        nothingFor(a, b, names).ifPresent(watch::add);
        nothingFor(b, a, names).ifPresent(watch::add);
        if (opposite(a.similarity(), b.similarity()) || opposite(b.similarity(), a.similarity())) {
            told(pair + " wish for opposite things: one somebody similar, one somebody different.", a, b, "similarity")
                    .ifPresent(watch::add);
        }
        if (!a.frequency().isEmpty()
                && !b.frequency().isEmpty()
                && !a.frequency().equals(b.frequency())) {
            told(
                            names.of(a) + " would like to meet " + a.words(a.frequency()) + ", " + names.of(b) + " "
                                    + b.words(b.frequency()) + ".",
                            a,
                            b,
                            "frequency")
                    .ifPresent(watch::add);
        }
        if (!a.timeZone().isEmpty() && !b.timeZone().isEmpty() && !a.timeZone().equals(b.timeZone())) {
            told(pair + " live in different time zones.", a, b, "timeZone").ifPresent(watch::add);
        }
        return watch.stream()
                .filter(w -> w.readers().contains(COORDINATORS))
                .map(Reason::sentence)
                .toList();
    }

    private static boolean opposite(String one, String other) {
        return one.equals("similar") && other.equals("complementary");
    }

    private static Optional<Reason> nothingFor(Candidate learner, Candidate sharer, Names names) {
        return learner.wantToLearn().isEmpty()
                        || !common(learner.wantToLearn(), sharer.canShare()).isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(
                        "Nothing " + names.of(learner) + " wants to learn is among what " + names.of(sharer)
                                + " can share.",
                        both(learner.readersOf("wantToLearn"), sharer.readersOf("canShare")),
                        0));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static String list(Candidate whose, List<String> topics) {
        List<String> words =
                topics.stream().limit(TOPICS_NAMED).map(whose::words).collect(Collectors.toCollection(ArrayList::new));
        if (topics.size() > TOPICS_NAMED) {
            words.add((topics.size() - TOPICS_NAMED) + " more");
        }
        String last = words.remove(words.size() - 1);
        // "cataloguing and metadata, and grants": topics with an "and" of their own need the comma.
        boolean nested = words.stream().anyMatch(w -> w.contains(" and ")) || last.contains(" and ");
        return words.isEmpty() ? last : String.join(", ", words) + (nested ? ", and " : " and ") + last;
    }

    /** First names, or full names where two of a group share a first name. */
    private record Names(List<Candidate> group) {
        String of(Candidate candidate) {
            boolean alone = group.stream()
                            .filter(c -> c.firstName().equalsIgnoreCase(candidate.firstName()))
                            .count()
                    == 1;
            return alone ? candidate.firstName() : candidate.name();
        }
    }
}
