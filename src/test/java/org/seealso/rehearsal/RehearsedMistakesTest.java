package org.seealso.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seealso.ProgramClasses;
import org.seealso.rules.Draft;
import org.seealso.rules.Mistakes;
import org.seealso.rules.Mistakes.Mistake;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;

/**
 * The same season comes out the same, and finds nothing where nothing is wrong. Mistakes no check can see, each played by people many of whom are silent or unhappy: the rehearsal must find what it
 * does not find under the rules as they are. Prints who caught what.
 */
class RehearsedMistakesTest {
    private static final int PEOPLE = 10;
    private static final int CORES = 2;
    /** A season is half a minute: each verify plays some, {@code -Dseealso.mistakes=.} all of them. */
    private static final Pattern PLAYED =
            Pattern.compile(System.getProperty("seealso.mistakes", "goes nowhere|never reaches|question whose answer"));

    private static final String PILOT = "mla-peer";
    private static final String TROUBLED = "troubled.json";
    private static final String TIRED = "tired.json";
    /** The mistake is in another program's row. */
    private static final Map<String, String> PROGRAMS = Map.of("people who wait hear nothing", "wla");

    private final Path folder;

    RehearsedMistakesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Play(String name, String program, RuleFiles rules, String cast, String says) {}

    @Test
    void everyMistakeNoCheckSeesIsFoundByPlayingASeason() throws Exception {
        List<Play> plays = new ArrayList<>();
        for (Mistake mistake : Mistakes.all()) {
            if (mistake.catcher() == Mistakes.Catcher.REHEARSAL
                    && PLAYED.matcher(mistake.name()).find()) {
                plays.add(new Play(
                        mistake.name(),
                        PROGRAMS.getOrDefault(mistake.name(), PILOT),
                        mistake.rules(),
                        TROUBLED,
                        mistake.says()));
            }
        }
        assertThat(plays).as("mistakes that are to be played").isNotEmpty();
        List<String> programs = plays.stream().map(Play::program).distinct().toList();
        for (String program : programs) {
            // Twice, each in a process of its own: the same seed gives the same bytes.
            plays.addAll(
                    0,
                    Collections.nCopies(
                            CORES, new Play("the rules as they are", program, Draft.unchanged(), TROUBLED, "")));
        }
        plays.add(new Play(
                "coordinators who have ten minutes a week",
                PILOT,
                Draft.unchanged(),
                TIRED,
                "Coordinators cannot keep up with 10 minutes a week"));

        List<Result> results = playAll(plays);

        List<String> missed = new ArrayList<>();
        StringBuilder table = new StringBuilder("Mistakes caught by a rehearsal\n");
        for (int i = 0; i < plays.size(); i++) {
            Play play = plays.get(i);
            List<String> found = results.get(i).findings().stream()
                    .map(finding -> finding.where() + ": " + finding.what())
                    .toList();
            table.append("%-80s %s%n".formatted(play.name(), found));
            if (play.says().isEmpty() ? !found.isEmpty() : found.stream().noneMatch(f -> f.contains(play.says()))) {
                missed.add(play.name() + ": " + found);
            }
        }
        System.out.println(table);
        for (int i = 0; i < CORES * programs.size(); i += CORES) {
            assertThat(new String(RehearsalRun.json(results.get(i)), StandardCharsets.UTF_8))
                    .as("the same season again")
                    .isEqualTo(new String(RehearsalRun.json(results.get(i + 1)), StandardCharsets.UTF_8));
        }
        assertThat(missed).as("not found, or found where nothing is wrong").isEmpty();
    }

    private List<Result> playAll(List<Play> plays) throws Exception {
        Files.write(folder.resolve(TROUBLED), troubled(240));
        Files.write(folder.resolve(TIRED), troubled(10));
        ExecutorService stages = Executors.newFixedThreadPool(CORES);
        try {
            List<Future<List<String>>> evenings = new ArrayList<>();
            for (int core = 0; core < CORES; core++) {
                List<String> command = command();
                for (int i = core; i < plays.size(); i += CORES) {
                    Path rules = folder.resolve("rules-" + i);
                    RulesFolder.write(plays.get(i).rules(), rules);
                    command.add(folder.resolve(plays.get(i).cast()).toString());
                    command.add(plays.get(i).program());
                    command.add(rules.toString());
                }
                evenings.add(stages.submit(run(command)));
            }
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < plays.size(); i++) {
                List<String> lines = evenings.get(i % CORES).get();
                assertThat(lines).as("what was played").hasSizeGreaterThan(i / CORES);
                results.add(RehearsalRun.read(lines.get(i / CORES).getBytes(StandardCharsets.UTF_8)));
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            stages.shutdownNow();
        }
    }

    /** Half of them answer at once; the others make the rules work. */
    private static byte[] troubled(int minutesPerWeek) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode cast = (ObjectNode) json.readTree(CastFile.ours());
        ((ObjectNode) cast.path("coordinators")).put("minutesPerWeek", minutesPerWeek);
        cast.set(
                "answering",
                json.readTree("[{\"how\":\"at once\",\"share\":60},{\"how\":\"never\",\"share\":25},"
                        + "{\"how\":\"now and then\",\"share\":15}]"));
        cast.put("mentors", 5);
        cast.set("deeds", json.readTree("[{\"deed\":\"unhappy\",\"share\":17,\"month\":2}]"));
        return json.writeValueAsBytes(cast);
    }

    private List<String> command() throws IOException {
        // The one class of the tests it needs, alone: component scanning would find the others.
        String name = ManyRehearsals.class.getName().replace('.', '/') + ".class";
        Path only = folder.resolve("classes");
        Files.createDirectories(only.resolve(name).getParent());
        Files.write(
                only.resolve(name),
                ManyRehearsals.class.getResourceAsStream("/" + name).readAllBytes());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xmx1g");
        command.add("-Duser.timezone=UTC");
        command.add("-cp");
        command.add(only + File.pathSeparator + ProgramClasses.path());
        command.add(ManyRehearsals.class.getName());
        command.add(Integer.toString(PEOPLE));
        return command;
    }

    private static Callable<List<String>> run(List<String> command) {
        return () -> {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                return lines.lines().toList();
            } finally {
                process.destroy();
            }
        };
    }
}
