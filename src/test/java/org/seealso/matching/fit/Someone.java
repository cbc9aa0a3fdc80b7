package org.seealso.matching.fit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.seealso.engine.Language;

/** Somebody of the pool, for tests: says only what the test is about. */
final class Someone {
    static final Instant NOW = Instant.parse("2026-01-15T15:00:00Z");

    private static final Set<String> PRIVATE =
            Set.of("employer", "lineManager", "reports", "doNotMatch", "preferredPartner");
    private static final Set<String> MATCHING_ONLY = Set.of("identity", "identityWish");
    private static final Map<String, String> LABELS = Map.of(
            "en", "English",
            "fr", "French",
            "outreach", "Outreach and programming",
            "public", "Public library",
            "academic", "College or university library",
            "monthly", "Once a month",
            "twiceMonthly", "Twice a month",
            "dataVisualization", "Data visualization",
            "indigenousServices", "Indigenous services");

    private final String name;
    private final Map<String, Object> answers = new TreeMap<>();
    private String email;
    private String role = "peer";
    private int capacity;
    private Instant since = NOW;
    private boolean front;
    private Language language = Language.ENGLISH;
    private Set<String> hidden = Set.of();

    private Someone(String name) {
        this.name = name;
        this.email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@library.example";
    }

    static Someone named(String name) {
        return new Someone(name);
    }

    static Someone mentor(String name, int capacity) {
        Someone mentor = named(name);
        mentor.role = "mentor";
        mentor.capacity = capacity;
        return mentor;
    }

    static Someone mentee(String name) {
        Someone mentee = named(name);
        mentee.role = "mentee";
        return mentee;
    }

    Someone email(String value) {
        email = value;
        return this;
    }

    /** Any answer of the form by its name. */
    Someone wrote(String field, Object value) {
        answers.put(field, value);
        return this;
    }

    Someone employer(String value) {
        return wrote("employer", value);
    }

    Someone region(String value) {
        return wrote("region", value);
    }

    Someone clock(String zone) {
        return wrote("timeZone", zone);
    }

    Someone libraryType(String value) {
        return wrote("libraryType", value);
    }

    Someone years(int value) {
        return wrote("years", value);
    }

    Someone speaks(String... values) {
        return wrote("languages", List.of(values));
    }

    Someone meets(String... values) {
        return wrote("modes", List.of(values));
    }

    Someone frequency(String value) {
        return wrote("frequency", value);
    }

    Someone wants(String... values) {
        return wrote("wantToLearn", List.of(values));
    }

    Someone shares(String... values) {
        return wrote("canShare", List.of(values));
    }

    /** A mentee's topics, the most wanted first. */
    Someone seeks(String... values) {
        return wrote("topicsSought", List.of(values));
    }

    /** A mentor's topics. */
    Someone offers(String... values) {
        return wrote("topicsOffered", List.of(values));
    }

    Someone wishes(String value) {
        return wrote("similarity", value);
    }

    Someone groupWish(String value) {
        return wrote("groupWish", value);
    }

    Someone worksFor(String value) {
        return wrote("lineManager", value);
    }

    Someone not(String value) {
        return wrote("doNotMatch", value);
    }

    Someone prefers(String value) {
        return wrote("preferredPartner", value);
    }

    Someone waitedDays(int days) {
        since = NOW.minus(days, ChronoUnit.DAYS);
        return this;
    }

    Someone reads(Language theirs) {
        language = theirs;
        return this;
    }

    Someone atTheFront() {
        front = true;
        return this;
    }

    /** Fields only the matching may read. */
    Someone hides(String... fields) {
        hidden = Set.of(fields);
        return this;
    }

    UUID personId() {
        return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
    }

    Candidate candidate() {
        Map<String, Profile.Written> fields = new TreeMap<>();
        answers.forEach((field, value) -> fields.put(field, new Profile.Written(value, shown(value), readers(field))));
        return new Candidate(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                personId(),
                name,
                email,
                role,
                capacity,
                since,
                front,
                new Profile(fields),
                language);
    }

    private Set<String> readers(String field) {
        if (hidden.contains(field) || MATCHING_ONLY.contains(field)) {
            return Set.of("matching");
        }
        return PRIVATE.contains(field) ? Set.of("coordinators") : Set.of("coordinators", "partner");
    }

    private static String shown(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Someone::label).collect(Collectors.joining(", "))
                : label(value);
    }

    private static String label(Object value) {
        return LABELS.getOrDefault(String.valueOf(value), String.valueOf(value));
    }

    static List<Candidate> pool(Someone... people) {
        return Arrays.stream(people).map(Someone::candidate).toList();
    }
}
