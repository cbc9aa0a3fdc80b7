package org.seealso.season;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Forty-one invented library people of Manitoba, as different as real ones. */
final class Cast {
    private static final String[] NAMES = {
        "Ana Silva",
        "Ben Okoro",
        "Chloé Tremblay",
        "Dae-Jung Park",
        "Elif Yılmaz",
        "Farah Haddad",
        "Grace Wiebe",
        "Hannah Friesen",
        "Ines Moreau",
        "Jonah Sinclair",
        "Kateri Flett",
        "Liam O'Brien",
        "Mei-Ling Zhao",
        "Noor Rahman",
        "Olena Kovalenko",
        "Priya Nair",
        "Quentin Dubois",
        "Rosa Delgado",
        "Samir Aziz",
        "Tara McKay",
        "Ugo Bianchi",
        "Vera Petrov",
        "Wade Thomas",
        "Ximena Cruz",
        "Yusuf Demir",
        "Zoë Laurent",
        "Arjun Mehta",
        "Bea Loewen",
        "Caleb Beardy",
        "Divya Shah",
        "Emeka Nwosu",
        "Fiona Campbell",
        "Gabe Ducharme",
        "Hiro Tanaka",
        "Isla MacLeod",
        "Jas Gill",
        "Kim Nguyen",
        "Leah Spence",
        "Marc-André Roy",
        "Nadia Hassan",
        "Oskar Lindqvist"
    };
    private static final String[] TOPICS = {
        "cataloguing",
        "reference",
        "childrensServices",
        "teenServices",
        "readersAdvisory",
        "digitalCollections",
        "itSystems",
        "outreach",
        "indigenousServices",
        "accessibility",
        "leadership",
        "budgetingGrants",
        "jobSearch"
    };
    private static final String[] TYPES = {"public", "academic", "school", "special", "government"};
    private static final String[] REGIONS = {"winnipeg", "westman", "eastman", "interlake", "parkland", "north"};
    private static final String[] STAGES = {"student", "early", "mid", "senior"};

    private Cast() {}

    static List<Actor> all() {
        List<Actor> cast = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            String address =
                    NAMES[i].toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".").replaceAll("\\.$", "") + i
                            + "@library.example";
            cast.add(new Actor(NAMES[i], address, application(i, NAMES[i], address), "peer"));
        }
        return cast;
    }

    private static Map<String, List<String>> application(int i, String name, String address) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        put(form, "name", name);
        put(form, "email", address);
        put(form, "notMember", "true");
        put(form, "employer", TYPES[i % TYPES.length] + " library " + (i % 9));
        put(form, "jobTitle", i % 3 == 0 ? "Library technician" : "Librarian");
        put(form, "worksInLibrary", i % 11 == 0 ? "student" : "yes");
        put(form, "region", REGIONS[i % REGIONS.length]);
        put(form, "timeZone", "America/Winnipeg");
        put(form, "libraryType", TYPES[i % TYPES.length]);
        put(form, "years", String.valueOf(i % 25));
        put(form, "careerStage", STAGES[i % STAGES.length]);
        form.put("languages", i % 7 == 0 ? List.of("en", "fr") : List.of("en"));
        form.put("modes", i % 4 == 0 ? List.of("video", "phone") : List.of("video"));
        put(form, "frequency", i % 5 == 0 ? "flexible" : "monthly");
        form.put("wantToLearn", List.of(TOPICS[i % TOPICS.length], TOPICS[(i + 4) % TOPICS.length]));
        form.put("canShare", List.of(TOPICS[(i + 7) % TOPICS.length], TOPICS[(i + 9) % TOPICS.length]));
        put(form, "similarity", List.of("similar", "complementary", "either").get(i % 3));
        put(form, "groupWish", "either");
        put(form, "shortGoal", "Run a program of my own this year");
        put(form, "longGoal", "Lead a small team, kindly");
        form.put("motives", List.of("connections"));
        for (String consent :
                List.of("expectations", "conductAccepted", "confidentiality", "dataConsent", "voluntary")) {
            put(form, consent, "true");
        }
        put(form, "retention", "afterProgram");
        for (String baseline : List.of("Skills", "Confidence", "Motivation", "Satisfaction", "Network", "Value")) {
            put(form, "baseline" + baseline, String.valueOf(2 + i % 3));
        }
        return form;
    }

    private static final String[] PLACES = {"mb", "on", "bc", "sk", "ab", "qc", "ns", "wisconsin"};
    private static final String[] ZONES = {
        "America/Winnipeg", "America/Toronto", "America/Vancouver", "America/Regina", "America/Edmonton"
    };
    private static final String[] ASKED = {
        "cataloguing", "reference", "leadership", "jobSearch", "research", "promotion", "teaching", "outreach"
    };

    /**
     * So many people for a program. Where there are mentors every third is one; they have more years, some take two
     * mentees, and one has hardly begun.
     */
    static List<Actor> of(String program, int people, boolean mentors) {
        List<Actor> cast = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            boolean mentor = mentors && i % 3 == 0;
            String name = NAMES[i % NAMES.length] + (i < NAMES.length ? "" : " the Younger");
            String address = "person" + i + "@" + program + ".example";
            Map<String, List<String>> form = application(i, name, address);
            form.remove("region");
            form.put("region", List.of(PLACES[i % PLACES.length], REGIONS[i % REGIONS.length]));
            put(form, "timeZone", ZONES[i % ZONES.length]);
            put(form, "years", String.valueOf(mentor ? 4 + i % 20 : i % 6));
            put(form, "careerStage", mentor ? "senior" : STAGES[i % 3]);
            put(form, "topic1", ASKED[i % ASKED.length]);
            put(form, "topic2", ASKED[(i + 3) % ASKED.length]);
            form.put(
                    "topicsOffered",
                    List.of(ASKED[i % ASKED.length], ASKED[(i + 1) % ASKED.length], ASKED[(i + 4) % ASKED.length]));
            put(form, "capacity", String.valueOf(1 + i % 2));
            put(form, "needs", "Somebody who has been there: where would you begin?");
            put(form, "whyMentor", "Somebody did it for me.");
            put(form, "goalsShort", "One thing tried that I would not have dared before.");
            cast.add(new Actor(name, address, form, mentor ? "mentor" : mentors ? "mentee" : "peer"));
        }
        return cast;
    }

    private static void put(Map<String, List<String>> form, String field, String value) {
        form.put(field, List.of(value));
    }

    record Actor(String name, String address, Map<String, List<String>> application, String role) {}
}
