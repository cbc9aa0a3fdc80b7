package org.seealso.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a rehearsal in a process of its own, with the same program: the engine's clock is one for a whole process, and a
 * season of invented people must never move a real one's.
 */
public final class RehearsalRun {
    /** Tells the child that it is one. */
    public static final String HERE = "--here";

    /** Names another class path for the child: that of tests holds more than the program. */
    static final String CLASSES = "seealso.rehearsal.classes";

    private static final Pattern TOLD = Pattern.compile("(\\d{1,3}) (.*)");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int LAST_WORDS = 20;
    private static final int MANY = 30;

    private RehearsalRun() {}

    /** The result as it is written to a file: the same bytes for the same season. */
    public static byte[] json(Result result) {
        try {
            return JSON.writeValueAsBytes(result);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Result read(byte[] json) {
        try {
            return JSON.readValue(json, Result.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Plays and waits for the end.
     *
     * @throws RehearsalRefused with the child's own sentence if it cannot take place
     */
    public static Result play(Rehearsal.Options options, Progress progress) {
        return play(options, progress, new Curtain());
    }

    /** Ends a rehearsal from another thread, before it begins or while it is played. */
    static final class Curtain {
        private @Nullable Process child;
        private boolean fallen;

        synchronized void fall() {
            fallen = true;
            if (child != null) {
                child.destroy();
            }
        }

        private synchronized void riseOn(Process began) {
            child = began;
            if (fallen) {
                began.destroy();
            }
        }
    }

    static Result play(Rehearsal.Options options, Progress progress, Curtain curtain) {
        try (Stage stage = Stage.open()) {
            Process child = new ProcessBuilder(command(options, stage))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            stage.playedBy(child);
            curtain.riseOn(child);
            String said = listen(child, progress);
            int code = child.waitFor();
            if (code != 0) {
                throw new RehearsalRefused(
                        said.isBlank()
                                ? "The rehearsal was stopped from outside (" + code + "). Start it again."
                                : said,
                        null);
            }
            return read(Files.readAllBytes(stage.json()));
        } catch (IOException e) {
            throw new RehearsalRefused("The rehearsal could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RehearsalRefused("The rehearsal was interrupted. Start it again.", e);
        }
    }

    /** Progress comes as "42 what"; everything else is what it says when it gives up. */
    private static String listen(Process child, Progress progress) throws IOException {
        List<String> rest = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher told = TOLD.matcher(line);
                if (told.matches()) {
                    progress.tell(Integer.parseInt(told.group(1)), told.group(2));
                } else if (!line.isBlank() && rest.size() < LAST_WORDS) {
                    rest.add(line);
                }
            }
        }
        return String.join("\n", rest);
    }

    private static List<String> command(Rehearsal.Options options, Stage stage) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", windows() ? "java.exe" : "java")
                .toString());
        // A short season is over before the best compiler would pay; see docs/adr/0016.
        if (options.people() < MANY) {
            command.add("-XX:TieredStopAtLevel=1");
            // Without it, the simple compiler gets little room and tidies it for ever.
            command.add("-XX:ReservedCodeCacheSize=240m");
        }
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx1g");
        command.add("-Duser.timezone=UTC");
        command.add("-D" + Stage.DATABASE + "=" + stage.database());
        String classes = System.getProperty(CLASSES, System.getProperty("java.class.path"));
        if (classes.endsWith(".jar") && !classes.contains(File.pathSeparator)) {
            command.add("-jar");
            command.add(classes);
        } else {
            command.add("-cp");
            command.add(classes);
            command.add("org.seealso.SeeAlso");
        }
        command.add("rehearse");
        command.add(HERE);
        add(command, "--rules", options.rules().toAbsolutePath().toString());
        add(command, "--program", options.program());
        add(command, "--people", Integer.toString(options.people()));
        add(command, "--seed", Long.toString(options.seed()));
        add(command, "--from", options.from().toString());
        add(command, "--speed", Integer.toString(options.daysPerSecond()));
        add(command, "--json", stage.json().toString());
        if (options.until() != null) {
            add(command, "--until", options.until().toString());
        }
        if (options.cast() != null) {
            add(command, "--cast", options.cast().toAbsolutePath().toString());
        }
        return command;
    }

    private static void add(List<String> command, String name, String value) {
        command.add(name);
        command.add(value);
    }

    private static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    }
}
