package org.seealso.matching.fit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody of the pool, for tests: says only what the test is about. */
final class Someone {
    private static final Set<String> PRIVATE = Set.of("employer", "lineManager", "doNotMatch");

    private final String name;
    private String employer = "";
    private String email;
    private String region = "";
    private String libraryType = "";
    private Integer years = -1;
    private List<String> languages = List.of();
    private List<String> modes = List.of();
    private String frequency = "";
    private List<String> wants = List.of();
    private List<String> shares = List.of();
    private String similarity = "either";
    private String groupWish = "";
    private String lineManager = "";
    private String doNotMatch = "";
    private Set<String> hidden = Set.of();

    private Someone(String name) {
        this.name = name;
        this.email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@library.example";
    }

    static Someone named(String name) {
        return new Someone(name);
    }

    Someone email(String value) {
        email = value;
        return this;
    }

    Someone employer(String value) {
        employer = value;
        return this;
    }

    Someone region(String value) {
        region = value;
        return this;
    }

    Someone libraryType(String value) {
        libraryType = value;
        return this;
    }

    Someone years(int value) {
        years = value;
        return this;
    }

    Someone speaks(String... values) {
        languages = List.of(values);
        return this;
    }

    Someone meets(String... values) {
        modes = List.of(values);
        return this;
    }

    Someone frequency(String value) {
        frequency = value;
        return this;
    }

    Someone wants(String... values) {
        wants = List.of(values);
        return this;
    }

    Someone shares(String... values) {
        shares = List.of(values);
        return this;
    }

    Someone wishes(String value) {
        similarity = value;
        return this;
    }

    Someone groupWish(String value) {
        groupWish = value;
        return this;
    }

    Someone worksFor(String value) {
        lineManager = value;
        return this;
    }

    Someone not(String value) {
        doNotMatch = value;
        return this;
    }

    /** Fields only the matching may read. */
    Someone hides(String... fields) {
        hidden = Set.of(fields);
        return this;
    }

    Candidate candidate() {
        Map<String, Set<String>> readers = Stream.of(
                        "employer",
                        "region",
                        "timeZone",
                        "libraryType",
                        "years",
                        "careerStage",
                        "languages",
                        "modes",
                        "frequency",
                        "wantToLearn",
                        "canShare",
                        "similarity",
                        "groupWish",
                        "soloWorker",
                        "lineManager",
                        "doNotMatch")
                .collect(Collectors.toMap(f -> f, f -> {
                    if (hidden.contains(f)) {
                        return Set.of("matching");
                    }
                    return PRIVATE.contains(f) ? Set.of("coordinators") : Set.of("coordinators", "partner");
                }));
        return new Candidate(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)),
                name,
                email,
                email.substring(email.indexOf('@') + 1),
                employer,
                region,
                "America/Winnipeg",
                libraryType,
                years < 0 ? null : years,
                "",
                languages,
                modes,
                "",
                frequency,
                wants,
                shares,
                similarity,
                groupWish,
                false,
                lineManager,
                doNotMatch,
                Instant.EPOCH,
                Map.of("outreach", "Outreach and programming", "ILL", "ILL"),
                readers);
    }
}
