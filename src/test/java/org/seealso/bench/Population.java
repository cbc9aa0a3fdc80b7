package org.seealso.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.seealso.matching.fit.Candidate;
import org.seealso.matching.fit.Profile;
import org.seealso.matching.optimum.Shape;

/** Invented library people of Canada, the same for the same seed: some topics and regions are much in demand. */
final class Population {
    static final Instant NOW = Instant.parse("2026-01-15T15:00:00Z");

    private static final List<String> TOPICS = List.of(
            "outreach",
            "reference",
            "cataloguing",
            "childrensServices",
            "leadership",
            "digitalCollections",
            "teaching",
            "readersAdvisory",
            "itSystems",
            "indigenousServices",
            "jobSearch",
            "teenServices",
            "accessibility",
            "budgetingGrants",
            "workLifeBalance",
            "dataVisualization",
            "metadata",
            "archives",
            "copyright",
            "openAccess",
            "spaces",
            "volunteers",
            "newcomers",
            "healthInformation",
            "evaluation");
    private static final List<String> REGIONS = List.of(
            "ontario",
            "quebec",
            "britishColumbia",
            "alberta",
            "winnipeg",
            "saskatchewan",
            "novaScotia",
            "newBrunswick",
            "westman",
            "newfoundland");
    private static final Map<String, String> CLOCKS = Map.of(
            "ontario", "America/Toronto",
            "quebec", "America/Toronto",
            "britishColumbia", "America/Vancouver",
            "alberta", "America/Edmonton",
            "winnipeg", "America/Winnipeg",
            "saskatchewan", "America/Regina",
            "novaScotia", "America/Halifax",
            "newBrunswick", "America/Halifax",
            "westman", "America/Winnipeg",
            "newfoundland", "America/St_Johns");
    private static final List<String> LIBRARIES =
            List.of("public", "academic", "school", "special", "government", "other");
    private static final Map<String, List<String>> WORDS = Map.of(
            "en",
            List.of(
                    "I would like to plan %s and lead a small team.",
                    "Within a year I hope to move into %s.",
                    "I need somebody to talk to about %s and burnout.",
                    "I can offer ten years of %s in a rural branch.",
                    "My manager left and I now look after %s alone."),
            "fr",
            List.of(
                    "Je voudrais apprendre à planifier %s et diriger une petite équipe.",
                    "D'ici un an, j'espère travailler en %s.",
                    "Je peux partager mon expérience de %s dans une petite bibliothèque."));

    private final Random random;

    private Population(long seed) {
        this.random = new Random(seed);
    }

    /** For mentors, 2 of 5 are mentors, and they have about as many places as there are mentees. */
    static List<Candidate> of(Shape shape, int people, long seed) {
        Population population = new Population(seed);
        List<Candidate> pool = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            pool.add(population.somebody(shape, i));
        }
        return pool;
    }

    private Candidate somebody(Shape shape, int number) {
        boolean mentoring = shape == Shape.MENTOR;
        boolean mentor = mentoring && number % 5 < 2;
        String name = "Person " + number;
        Map<String, Profile.Written> fields = new TreeMap<>();
        String region = REGIONS.get(zipf(REGIONS.size()));
        boolean french = random.nextInt(100) < (region.equals("quebec") ? 85 : 12);
        boolean english = !french || random.nextInt(100) < 60;
        write(fields, "region", region);
        write(fields, "timeZone", CLOCKS.getOrDefault(region, "America/Toronto"));
        write(fields, "languages", both(english, "en", french, "fr"));
        write(fields, "libraryType", LIBRARIES.get(zipf(LIBRARIES.size())));
        write(fields, "libraryTypeWish", pick(List.of("same", "different", "any", "any")));
        int years = mentor ? 3 + random.nextInt(30) : (int) (30 * random.nextDouble() * random.nextDouble());
        write(fields, "years", years);
        write(fields, "careerStage", years < 1 ? "student" : years < 6 ? "early" : years < 15 ? "mid" : "senior");
        write(fields, "soloWorker", random.nextInt(6) == 0 ? "yes" : "no");
        write(fields, "modes", both(random.nextInt(10) > 0, "video", random.nextInt(3) == 0, "inPerson"));
        write(fields, "frequency", pick(List.of("monthly", "twiceMonthly", "flexible")));
        write(fields, "employer", "Library " + zipf(800));
        write(fields, "similarity", pick(List.of("similar", "complementary", "either")));
        if (!mentor) {
            write(fields, mentoring ? "topicsSought" : "wantToLearn", topics());
            write(fields, "goalsShort", sentence(english));
            write(fields, "needs", sentence(english));
        }
        if (mentor || !mentoring) {
            write(fields, mentoring ? "topicsOffered" : "canShare", topics());
            write(fields, "canOffer", sentence(english));
        }
        int capacity = mentor ? Math.min(5, 1 + (int) (-Math.log(1 - random.nextDouble()) / 1.1)) : 0;
        return new Candidate(
                id("participant", number),
                id("person", number),
                name,
                "person." + number + "@library.example",
                mentor ? "mentor" : mentoring ? "mentee" : "peer",
                capacity,
                NOW.minus(random.nextInt(60), ChronoUnit.DAYS),
                false,
                new Profile(fields));
    }

    private static UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Map<String, Profile.Written> fields, String field, Object value) {
        String shown = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
        fields.put(field, new Profile.Written(value, shown, Set.of("coordinators", "partner")));
    }

    /** At least one of the two. */
    private static List<String> both(boolean hasOne, String one, boolean hasOther, String other) {
        return hasOther ? hasOne ? List.of(one, other) : List.of(other) : List.of(one);
    }

    private List<String> topics() {
        Set<String> topics = new LinkedHashSet<>();
        int many = 2 + random.nextInt(4);
        while (topics.size() < many) {
            topics.add(TOPICS.get(zipf(TOPICS.size())));
        }
        return List.copyOf(topics);
    }

    private String sentence(boolean english) {
        List<String> templates = WORDS.getOrDefault(english ? "en" : "fr", List.of());
        return pick(templates).formatted(TOPICS.get(zipf(TOPICS.size())));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The first is about as likely as the next two, those as the next four, and so on. */
    private int zipf(int below) {
        return (int) Math.min(below - 1, Math.pow(below + 1, random.nextDouble()) - 1);
    }
}
