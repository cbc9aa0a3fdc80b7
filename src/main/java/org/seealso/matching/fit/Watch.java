package org.seealso.matching.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What coordinators should keep an eye on in a group; nobody else is told. */
final class Watch {
    private final Frame frame;
    private final Points points;
    private final Labels labels;
    private final Refusals refusals;

    Watch(Frame frame, Points points, Labels labels, Refusals refusals) {
        this.frame = frame;
        this.points = points;
        this.labels = labels;
        this.refusals = refusals;
    }

    /** @param large whether to speak of what concerns all of the group rather than of every pair */
    List<Reason> of(List<Person> group, boolean large) {
        List<Reason> watch = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                watch.addAll(pair(group.get(i), group.get(j), large));
            }
        }
        if (large) {
            watch.addAll(nobodyShares(group));
        }
        group.forEach(member -> sizeWish(member, group.size()).ifPresent(watch::add));
        return watch;
    }

    private List<Reason> pair(Person a, Person b, boolean large) {
        List<Reason> watch = new ArrayList<>();
        refusals.cannot(a, b).ifPresent(why -> watch.add(Reason.only(Reason.COORDINATORS, a, b, v -> why)));
        if (Rules.sameEmployer(a, b) && !frame.sameEmployer().equals("fine")) {
            watch.add(Reason.of(a, b, v -> v.pair(a, b) + " work for the same employer.", "employer"));
        }
        if (Points.nearClone(a, b)) {
            watch.add(Reason.of(
                    a,
                    b,
                    v -> v.pair(a, b) + " are alike in nearly everything and may have little new for each other.",
                    "libraryType",
                    "canShare",
                    "wantToLearn"));
        }
        if (!large) {
            watch.addAll(unmet(a, b));
        }
        int apart = Rules.minutesApart(a, b);
        if (apart > 0) {
            watch.add(Reason.of(
                    a,
                    b,
                    v -> "The clocks of " + v.pair(a, b) + " are " + Labels.hours(apart) + " apart.",
                    "timeZone"));
        }
        return watch;
    }

    /** What one of two people hopes for and the other is not, or cannot give. */
    private List<Reason> unmet(Person a, Person b) {
        List<Reason> watch = new ArrayList<>();
        newToBoth(a, b).ifPresent(watch::add);
        nothingFor(a, b).ifPresent(watch::add);
        nothingFor(b, a).ifPresent(watch::add);
        fewerYears(a, b).ifPresent(watch::add);
        fewerYears(b, a).ifPresent(watch::add);
        if (opposite(a, b) || opposite(b, a)) {
            watch.add(Reason.of(
                    a,
                    b,
                    v -> v.pair(a, b) + " wish for opposite things: one somebody similar, one somebody different.",
                    "similarity"));
        }
        otherLibrary(a, b).ifPresent(watch::add);
        otherLibrary(b, a).ifPresent(watch::add);
        if (Codes.differ(a.frequency, b.frequency) && a.frequency >= 0 && b.frequency >= 0) {
            watch.add(Reason.of(
                    a,
                    b,
                    v -> v.start(a) + " would like to meet " + labels.inside(a, "frequency") + ", " + v.name(b) + " "
                            + labels.inside(b, "frequency") + ".",
                    "frequency"));
        }
        return watch;
    }

    /** "Both want to learn cataloguing, and neither can share it." */
    private Optional<Reason> newToBoth(Person a, Person b) {
        Map<String, String> one = Topics.offered(a.who.profile());
        Map<String, String> other = Topics.offered(b.who.profile());
        List<String> topics = Topics.wantedByBoth(a.who.profile(), b.who.profile()).stream()
                .filter(topic -> !one.containsKey(topic) && !other.containsKey(topic))
                .toList();
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        String list = labels.topics(topics, Topics.wanted(a.who.profile()));
        String it = topics.size() == 1 ? "it" : "them";
        return Optional.of(Reason.wanted(
                        a,
                        b,
                        topics,
                        v -> (v.group().size() == 2 ? "Both" : v.both(a, b)) + " want to learn " + list
                                + ", and neither can share " + it + ".")
                .drawingOn(a, one.values())
                .drawingOn(b, other.values()));
    }

    private Optional<Reason> nothingFor(Person learner, Person sharer) {
        if (learner.wanted == 0) {
            return Optional.empty();
        }
        Map<String, String> wanted = Topics.wanted(learner.who.profile());
        Map<String, String> offered = Topics.offered(sharer.who.profile());
        List<String> ranked = Topics.ranked(learner.who.profile());
        boolean nothing = (learner.wanted & sharer.offered) == 0;
        if (!nothing && (ranked.isEmpty() || offered.containsKey(ranked.get(0)))) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                        learner,
                        sharer,
                        v -> nothing
                                ? "Nothing " + v.name(learner) + " wants to learn is among what " + v.name(sharer)
                                        + " can share."
                                : "What " + v.name(learner) + " wants to learn most, "
                                        + labels.topics(ranked.subList(0, 1), wanted) + ", is not among what "
                                        + v.name(sharer) + " can share.")
                .drawingOn(learner, wanted.values())
                .drawingOn(sharer, offered.values()));
    }

    private Optional<Reason> fewerYears(Person mentor, Person mentee) {
        if (!mentor.mentor || mentee.mentor || mentor.years == Person.NO_YEARS || mentee.years == Person.NO_YEARS) {
            return Optional.empty();
        }
        int fewer = mentee.years - mentor.years;
        if (points.seniority().equals("senior") && fewer > 0) {
            return Optional.of(Reason.of(
                    mentor,
                    mentee,
                    v -> v.start(mentor) + " is the mentor, but has " + Rules.years(fewer)
                            + " less of library work than " + v.name(mentee) + ".",
                    "years"));
        }
        return points.seniority().equals("reversed") && fewer < 0
                ? Optional.of(Reason.of(
                        mentor,
                        mentee,
                        v -> "Here mentees have worked longer, but " + v.name(mentor) + " has "
                                + Labels.moreYears(-fewer) + " than " + v.name(mentee) + ".",
                        "years"))
                : Optional.empty();
    }

    private static boolean opposite(Person one, Person other) {
        return one.wish == Person.Wish.ALIKE && other.wish == Person.Wish.DIFFERENT;
    }

    private static Optional<Reason> otherLibrary(Person wishes, Person other) {
        boolean same =
                wishes.libraryTypeWish == Person.Wish.ALIKE && Codes.differ(wishes.libraryType, other.libraryType);
        boolean different =
                wishes.libraryTypeWish == Person.Wish.DIFFERENT && Codes.agree(wishes.libraryType, other.libraryType);
        return same || different
                ? Optional.of(Reason.of(
                                wishes,
                                other,
                                v -> v.start(wishes) + " asked for somebody from " + (same ? "the same" : "another")
                                        + " kind of library, which " + v.name(other) + " is not.",
                                "libraryType")
                        .drawingOn(wishes, List.of("libraryTypeWish")))
                : Optional.empty();
    }

    /** Topics somebody came for and nobody of the group can share. */
    private List<Reason> nobodyShares(List<Person> group) {
        Set<String> offered = new HashSet<>();
        group.forEach(p -> offered.addAll(Topics.offered(p.who.profile()).keySet()));
        Map<String, List<Person>> wanted = new LinkedHashMap<>();
        for (Person person : group) {
            Topics.wanted(person.who.profile()).forEach((topic, field) -> {
                if (!offered.contains(topic)
                        && person.who.profile().readersOf(field).contains(Reason.COORDINATORS)) {
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
        String words = labels.topics(List.of(topic), Topics.wanted(first.who.profile()));
        return Reason.only(
                Reason.COORDINATORS,
                first,
                first,
                v -> "Nobody in this group can share " + words + ", which "
                        + Labels.joined(learners.stream().map(v::name).toList(), "and")
                        + (learners.size() == 1 ? " wants" : " want") + " to learn.");
    }

    private static Optional<Reason> sizeWish(Person member, int size) {
        String wish = member.who.profile().text("groupWish");
        boolean refused = size > 2 && wish.equals("pair") || size == 2 && wish.equals("trio");
        return refused
                ? Optional.of(
                        Reason.of(member, member, v -> v.start(member) + " asked for a " + wish + ".", "groupWish"))
                : Optional.empty();
    }
}
