package org.seealso.rehearsal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a rehearsal, and how they are: a JSON file, so that an association can describe its own people.
 *
 * @param answering how people answer letters; shares are relative to each other
 * @param deeds what some do of their own accord; shares in a hundred people
 * @param mentors every so manieth is a mentor, where there are mentors
 * @param says what people answer, by the key of the question: one value, or a list of values of a checklist; "+9d" is a
 *     day, counted from the day of the answer
 */
@JsonIgnoreProperties("about")
record CastFile(
        Coordinators coordinators,
        List<Answering> answering,
        List<Deed> deeds,
        List<String> names,
        int mentors,
        Map<String, List<JsonNode>> says) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "/rehearsal/cast.json";

    /**
     * @param minutesPerWeek how long all coordinators together work in a week
     * @param otherTask minutes for a task not named in {@code tasks}
     */
    record Coordinators(int minutesPerWeek, int otherTask, Map<String, Task> tasks) {}

    /** @param answers what is answered in turn, by the key of the question */
    record Task(int minutes, @Nullable Map<String, List<String>> answers) {}

    /** @param how {@code at once}, {@code late}, {@code by reply}, {@code now and then} or {@code never} */
    record Answering(String how, int share, int days) {}

    /**
     * @param deed {@code busy}, {@code unhappy}, {@code leaves}, {@code reports conduct}, {@code asks} or {@code bounces}
     * @param month in which month of their mentorship
     * @param days how long, where that matters
     */
    record Deed(String deed, int share, int month, int days) {}

    private static final List<String> WAYS = List.of("at once", "late", "by reply", "now and then", "never");
    private static final List<String> DEEDS =
            List.of("busy", "unhappy", "leaves", "reports conduct", "asks", "bounces");

    /** @throws RehearsalRefused with a sentence that says what to correct */
    static CastFile read(@Nullable Path file) {
        String text;
        String name = file == null ? "cast.json" : file.toString();
        try {
            text = file == null ? ours() : Files.readString(file);
        } catch (IOException e) {
            throw new RehearsalRefused(
                    "The cast " + name + " cannot be read. Name a file with --cast, or leave it out.", e);
        }
        CastFile cast;
        try {
            cast = JSON.readValue(text, CastFile.class);
        } catch (JsonProcessingException e) {
            throw new RehearsalRefused(
                    "The cast " + name + " is no cast, line " + e.getLocation().getLineNr() + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse("")
                            + ". Begin with a copy of the one in the README.",
                    e);
        }
        List<String> faults = cast.faults();
        if (!faults.isEmpty()) {
            throw new RehearsalRefused("The cast " + name + ": " + String.join(" ", faults), null);
        }
        return cast;
    }

    /** The cast that comes with SeeAlso, as text: what an association's own begins with. */
    static String ours() {
        try (InputStream stream = Objects.requireNonNull(CastFile.class.getResourceAsStream(OURS))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (coordinators == null || coordinators.tasks() == null || coordinators.minutesPerWeek() < 1) {
            faults.add("\"coordinators\" needs \"minutesPerWeek\", \"otherTask\" and \"tasks\".");
        }
        if (answering == null || answering.stream().mapToInt(Answering::share).sum() < 1) {
            faults.add("\"answering\" needs at least one entry with a share.");
        } else {
            answering.stream()
                    .filter(each -> !WAYS.contains(each.how()))
                    .forEach(each -> faults.add("Nobody can answer \"" + each.how() + "\". Write one of: "
                            + String.join(", ", WAYS) + "."));
        }
        if (deeds == null) {
            faults.add("\"deeds\" is missing; an empty list will do.");
        } else {
            deeds.stream()
                    .filter(each -> !DEEDS.contains(each.deed()))
                    .forEach(each -> faults.add("There is no deed \"" + each.deed() + "\". Write one of: "
                            + String.join(", ", DEEDS) + "."));
        }
        if (names == null || names.isEmpty()) {
            faults.add("\"names\" needs at least one name.");
        }
        if (says == null) {
            faults.add("\"says\" is missing; an empty object will do.");
        }
        if (mentors < 2) {
            faults.add("\"mentors\" must be 2 or more: every so manieth person is a mentor.");
        }
        return faults;
    }

    int minutes(String task) {
        Task known = coordinators.tasks().get(task);
        return known == null ? coordinators.otherTask() : known.minutes();
    }

    Map<String, List<String>> answers(String task) {
        Task known = coordinators.tasks().get(task);
        Map<String, List<String>> answers = known == null ? null : known.answers();
        return answers == null ? Map.of() : answers;
    }
}
