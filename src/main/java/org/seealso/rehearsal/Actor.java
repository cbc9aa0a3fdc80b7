package org.seealso.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seealso.rehearsal.CastFile.Answering;
import org.seealso.rehearsal.CastFile.Deed;

/**
 * An invented person. Whatever they decide follows from the seed, who they are and what they are asked, never from when
 * or in which order: so one change of the rules changes nothing else.
 */
final class Actor {
    private static final Pattern DAY = Pattern.compile("\\+(\\d{1,3})d(T\\d\\d:\\d\\d)?");

    private final long seed;
    private final int number;
    private final String name;
    private final String address;
    private final String role;
    private final Answering answering;
    private final List<Deed> deeds = new ArrayList<>();
    private final CastFile cast;

    Actor(long seed, int number, String name, String address, String role, CastFile cast) {
        this.seed = seed;
        this.number = number;
        this.name = name;
        this.address = address;
        this.role = role;
        this.cast = cast;
        this.answering = way(cast.answering());
    }

    private Answering way(List<Answering> ways) {
        int all = ways.stream().mapToInt(Answering::share).sum();
        int left = random("answering").nextInt(all);
        for (Answering way : ways) {
            left -= way.share();
            if (left < 0) {
                return way;
            }
        }
        return ways.get(0);
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    String role() {
        return role;
    }

    Answering answering() {
        return answering;
    }

    List<Deed> deeds() {
        return deeds;
    }

    void does(Deed deed) {
        deeds.add(deed);
    }

    boolean does(String deed) {
        return deeds.stream().anyMatch(each -> each.deed().equals(deed));
    }

    /** In words, for the report. */
    List<String> habits() {
        List<String> words = new ArrayList<>();
        words.add(
                switch (answering.how()) {
                    case "late" -> "answers after " + answering.days() + " days";
                    case "by reply" -> "answers by reply";
                    case "now and then" -> "answers now and then";
                    case "never" -> "never answers once matched";
                    default -> "answers at once";
                });
        for (Deed deed : deeds) {
            String month = " in month " + deed.month();
            words.add(
                    switch (deed.deed()) {
                        case "busy" -> "busy for " + deed.days() + " days" + month;
                        case "unhappy" -> "unhappy" + month;
                        case "leaves" -> "leaves" + month;
                        case "reports conduct" -> "reports conduct" + month;
                        case "asks" -> "asks a question" + month;
                        default -> "has an address that stops working" + month;
                    });
        }
        return words;
    }

    /**
     * What they answer to a question: their own words where the cast has some that are possible, else nothing.
     *
     * @param occasion tells this time from another, "check-in 3"
     */
    Optional<List<String>> says(String field, String occasion, LocalDate today, Predicate<String> possible) {
        if (field.equals("name") || field.equals("signature") || field.equals("certificateName")) {
            return Optional.of(List.of(name));
        }
        if (field.equals("email")) {
            return Optional.of(List.of(address));
        }
        List<List<String>> all = new ArrayList<>();
        for (JsonNode entry : cast.says().getOrDefault(field, List.of())) {
            List<String> values = new ArrayList<>();
            if (entry.isArray()) {
                entry.forEach(value -> values.add(value.asText()));
            } else {
                values.add(entry.asText());
            }
            List<String> can = values.stream()
                    .map(value -> day(value, today))
                    .filter(possible)
                    .toList();
            if (!can.isEmpty()) {
                all.add(can);
            }
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(random(field + " " + occasion).nextInt(all.size())));
    }

    static String day(String value, LocalDate today) {
        Matcher day = DAY.matcher(value);
        return day.matches()
                ? today.plusDays(Long.parseLong(day.group(1))) + (day.group(2) == null ? "" : day.group(2))
                : value;
    }

    /** Always the same numbers for the same question. */
    RandomGenerator random(String about) {
        return new SplittableRandom(seed * 1_000_003L + number * 7919L + about.hashCode() * 31L);
    }
}
