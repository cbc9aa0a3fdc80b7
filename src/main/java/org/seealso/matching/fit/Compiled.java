package org.seealso.matching.fit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Everybody of a pool read once into numbers, with what forbids two of them a match for good. */
final class Compiled {
    /** Ways to meet that need no common hour. */
    private static final List<String> WRITTEN = List.of("email", "messages", "chat", "letters", "writing");

    private static final double LONG_WAIT_DAYS = 90;
    /** However long others wait, somebody whose match fell through comes first. */
    private static final double MOST_FOR_WAITING = 0.8;

    final Frame frame;
    final Person[] people;
    final Set<Set<UUID>> excluded;
    final long inPerson;
    final long written;
    final FreeText texts;

    Compiled(Frame frame, List<Candidate> candidates, Set<Set<UUID>> excluded) {
        this.frame = frame;
        this.excluded = excluded;
        Book book = new Book(frame, candidates);
        this.people = new Person[candidates.size()];
        for (int i = 0; i < people.length; i++) {
            people[i] = new Person(i, candidates.get(i), book);
        }
        this.inPerson = book.modes.mask(candidates.stream()
                .flatMap(c -> c.profile().list("modes").stream())
                .filter(mode -> plain(mode).replace(" ", "").equals("inperson"))
                .toList());
        this.written = book.modes.mask(WRITTEN);
        this.texts = new FreeText(candidates.stream().map(Candidate::profile).toList());
        for (Person person : people) {
            person.seeks = texts.seeking.get(person.place);
            person.offers = texts.offering.get(person.place);
        }
        Register register = new Register(candidates);
        List<Set<Integer>> never = sets();
        List<Set<Integer>> asksFor = sets();
        for (int i = 0; i < people.length; i++) {
            Profile profile = candidates.get(i).profile();
            for (int named : register.namedBy(notWith(profile), i)) {
                never.get(i).add(named);
                never.get(named).add(i);
            }
            asksFor.get(i).addAll(register.namedBy(new Named(profile.text("preferredPartner")), i));
        }
        exclude(candidates, never);
        for (int i = 0; i < people.length; i++) {
            people[i].never = never.get(i).stream().mapToInt(n -> n).toArray();
            people[i].asksFor = asksFor.get(i).stream().mapToInt(n -> n).toArray();
        }
    }

    private List<Set<Integer>> sets() {
        List<Set<Integer>> sets = new ArrayList<>();
        for (int i = 0; i < people.length; i++) {
            sets.add(new TreeSet<>());
        }
        return sets;
    }

    private void exclude(List<Candidate> candidates, List<Set<Integer>> never) {
        Map<UUID, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < people.length; i++) {
            places.computeIfAbsent(candidates.get(i).personId(), id -> new ArrayList<>())
                    .add(i);
        }
        for (Set<UUID> pair : excluded) {
            for (UUID one : pair) {
                for (UUID other : pair) {
                    if (!one.equals(other)) {
                        for (int place : places.getOrDefault(one, List.of())) {
                            never.get(place).addAll(places.getOrDefault(other, List.of()));
                        }
                    }
                }
            }
        }
    }

    /** Whom somebody must not be matched with, as they wrote it. */
    static Named notWith(Profile profile) {
        return new Named(
                profile.text("lineManager") + "\n" + profile.text("reports") + "\n" + profile.text("doNotMatch"));
    }

    long waitedDays(Person person) {
        return days(frame, person.who);
    }

    private static long days(Frame frame, Candidate candidate) {
        return Math.max(0, Duration.between(candidate.since(), frame.now()).toDays());
    }

    static boolean contains(int[] sorted, int place) {
        return sorted.length > 0 && Arrays.binarySearch(sorted, place) >= 0;
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    static String domain(Candidate candidate) {
        String email = candidate.email();
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Finds whom a text names without holding it against everybody: by last name, or by address where it has one. */
    private static final class Register {
        private final List<Named.Name> names;
        private final Map<String, List<Integer>> byLastName = new HashMap<>();

        Register(List<Candidate> candidates) {
            names = candidates.stream()
                    .map(c -> Named.Name.of(c.name(), c.email()))
                    .toList();
            for (int i = 0; i < names.size(); i++) {
                List<String> words = names.get(i).words();
                if (!words.isEmpty()) {
                    byLastName
                            .computeIfAbsent(words.get(words.size() - 1), w -> new ArrayList<>())
                            .add(i);
                }
            }
        }

        Set<Integer> namedBy(Named text, int author) {
            Set<Integer> named = new TreeSet<>();
            if (text.isEmpty()) {
                return named;
            }
            if (text.hasAddress()) {
                for (int i = 0; i < names.size(); i++) {
                    if (text.names(names.get(i))) {
                        named.add(i);
                    }
                }
            } else {
                for (String word : text.words()) {
                    for (int i : byLastName.getOrDefault(word, List.of())) {
                        if (text.names(names.get(i))) {
                            named.add(i);
                        }
                    }
                }
            }
            named.remove(author);
            return named;
        }
    }

    /** The numbers of one pool, handed out while its people are worked out. */
    static final class Book {
        final Codes people = new Codes();
        final Codes languages = new Codes();
        final Codes modes = new Codes();
        final Codes regions = new Codes();
        final Codes employers = new Codes();
        final Codes topics = new Codes();
        final Codes competencies = new Codes();
        final Codes libraryTypes = new Codes();
        final Codes careerStages = new Codes();
        final Codes frequencies = new Codes();
        private final Codes domains = new Codes();
        private final Codes identities = new Codes();
        private final Map<String, Integer> clocks = new HashMap<>();
        private final Frame frame;
        /** Domains whose people all name one employer: only such an address says where somebody works who doesn't. */
        private final Set<String> employerDomains = new HashSet<>();

        Book(Frame frame, List<Candidate> candidates) {
            this.frame = frame;
            Map<String, Set<String>> named = new HashMap<>();
            for (Candidate candidate : candidates) {
                String employer = plain(candidate.profile().text("employer"));
                if (!employer.isEmpty()) {
                    named.computeIfAbsent(Compiled.domain(candidate), d -> new HashSet<>())
                            .add(employer);
                }
            }
            named.forEach((domain, employersNamed) -> {
                if (employersNamed.size() == 1) {
                    employerDomains.add(domain);
                }
            });
        }

        int domain(Candidate candidate) {
            String domain = Compiled.domain(candidate);
            return employerDomains.contains(domain) ? domains.of(domain) : Codes.UNKNOWN;
        }

        /** Minutes a clock there is ahead of UTC now. */
        int clock(String zone) {
            return clocks.computeIfAbsent(zone, z -> {
                try {
                    return z.isEmpty()
                            ? Person.NO_CLOCK
                            : ZoneId.of(z).getRules().getOffset(frame.now()).getTotalSeconds() / 60;
                } catch (DateTimeException e) {
                    return Person.NO_CLOCK;
                }
            });
        }

        long identity(Profile profile) {
            return identities.mask(profile.list("identity").stream()
                    .flatMap(value -> Arrays.stream(value.split("[,;/\\n]")))
                    .map(Compiled::plain)
                    .filter(value -> !value.isEmpty())
                    .toList());
        }

        double waited(Candidate candidate) {
            if (candidate.front()) {
                return 1;
            }
            return MOST_FOR_WAITING * Math.min(1, days(frame, candidate) / LONG_WAIT_DAYS);
        }
    }
}
