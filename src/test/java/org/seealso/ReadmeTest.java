package org.seealso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;

/** Every list in the README is held against what it lists. */
class ReadmeTest {
    private static final String README = read(Path.of("README.md"));
    private static final Path ROOMS = Path.of("src/main/java/org/seealso");

    /** Forms people open by themselves, and the messages that bring them to a process. */
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            Map.entry("application-peer", Set.of("admission.received")),
            Map.entry("application-mentor", Set.of("admission.received")),
            Map.entry("application-mentee", Set.of("admission.received")),
            Map.entry("application-flash", Set.of("admission.received")),
            Map.entry("interest", Set.of("interest.shown")),
            Map.entry("leave-list", Set.of("session.notesWritten")),
            Map.entry("register", Set.of("registration.received")),
            Map.entry("finish", Set.of("mentorship.replanned")),
            Map.entry("fit-problem", Set.of("fitProblem.raised")),
            Map.entry("conduct-report", Set.of("conduct.reported")),
            Map.entry("help", Set.of("help.asked")),
            Map.entry("plans", Set.of("plans.changed")),
            Map.entry("leave", Set.of("admission.withdrawn", "mentorship.left")));

    /** Forms a program's row names, and the processes that send them. */
    private static final Map<String, Set<String>> NAMED_BY_ROWS = Map.of(
            "closing", Set.of("closing-survey", "closing-flash"), "registration", Set.of("confirm-registration"));

    private static final Pattern WRITTEN = Pattern.compile(
            "\\b(?:(?:(?:letters|outbox)\\s*\\.\\s*\\w+|toAll)\\(\\s*|set\\(\"letter\",\\s*)\"([a-z-]+)\"");

    /** Names like a file of ours, in backticks. */
    private static final Pattern FILE =
            Pattern.compile("`([\\w./-]+\\.(?:md|bpmn|dmn|form|html|java|yml|yaml|xml|svg|css))`");

    private static final Pattern FOLDER = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)*/)`");

    @Test
    void theTableOfProcessesIsTheOneOfTheModels() {
        String right = Stream.concat(
                        Stream.of(
                                "| process | package | coordinators’ forms | participants’ forms | letters | timers |",
                                "|---|---|---|---|---|---|"),
                        Room.all().map(Room::row))
                .collect(Collectors.joining("\n"));
        assertThat(between("table"))
                .as("Between the marks table:begin and table:end of README.md should stand:%n%n%s%n%n", right)
                .isEqualTo(right);
    }

    @Test
    void everyFormAndLetterIsInTheTable() {
        Set<String> forms = names(Path.of("forms"), ".form");
        // Which letters somebody would like is the outbox's business, and no process'.
        forms.removeIf(name -> name.startsWith("page-") || name.equals("fewer-letters"));
        Set<String> letters = names(Path.of("forms/letters"), ".md");
        letters.removeIf(name -> name.startsWith("_") || name.contains("."));

        // My page has no diagram; the README names its letters where it speaks of privacy.
        String myPage = sources(ROOMS.resolve("mypage"));
        letters.removeIf(name -> myPage.contains("\"" + name + "\"") && README.contains("`" + name + "`"));

        assertThat(Room.all().flatMap(room -> Stream.concat(room.coordinatorForms(), room.participantForms())))
                .containsAll(forms);
        assertThat(Room.all().flatMap(Room::letters)).containsAll(letters);
    }

    @Test
    void theFirstScreenHasTwoCommands() {
        String firstScreen = README.substring(0, README.indexOf("\n## "));
        assertThat(matches(Pattern.compile("(?ms)^```\\w*\\n(.*?)\\n```$"), firstScreen))
                .containsExactly(
                        "./mvnw -q -DskipTests package && java -jar target/seealso.jar quickstart", "./mvnw verify");
    }

    @Test
    void everyFileNamedExists() {
        assertThat(matches(FILE, README))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(places(name)).as(name).anyMatch(Files::exists));
        assertThat(matches(FOLDER, README))
                .filteredOn(name -> !name.equals("data/"))
                .allSatisfy(name -> assertThat(Path.of(name)).isDirectory());
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(matches(Pattern.compile("]\\(([^)#:]+)\\)"), README))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(Path.of(target)).exists());
    }

    @Test
    void everyCommandExists() {
        assertThat(matches(Pattern.compile("seealso\\.jar ([a-z]+)"), README))
                .isNotEmpty()
                .allSatisfy(command ->
                        assertThat(sources(ROOMS.resolve("command"))).contains("name = \"" + command + "\""));
        assertThat(matches(Pattern.compile("exec:exec@([a-z]+)"), README))
                .isNotEmpty()
                .allSatisfy(execution -> assertThat(read(Path.of("pom.xml"))).contains("<id>" + execution + "</id>"));
        assertThat(matches(Pattern.compile("-Dtest=(\\w+)"), README))
                .allSatisfy(test -> assertThat(names(Path.of("src/test/java/org/seealso"), ".java"))
                        .contains(test));
    }

    @Test
    void theLayoutShowsEveryPackage() throws IOException {
        String layout = between("layout");
        try (Stream<Path> folders = Files.list(ROOMS).filter(Files::isDirectory)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .allSatisfy(name -> assertThat(layout).containsPattern("\\b" + name + "\\b"));
        }
    }

    @Test
    void theTableOfTheEnvironmentNamesEveryVariable() {
        Pattern variable = Pattern.compile("\\b((?:SEEALSO|SMTP|IMAP)_[A-Z_]+)\\b");
        String used = read(Path.of("src/main/resources/application.yaml"))
                + read(Path.of("docker-compose.yml"))
                + sources(ROOMS.resolve("command"));
        assertThat(new TreeSet<>(matches(variable, between("environment"))))
                .isEqualTo(new TreeSet<>(matches(variable, used)));
    }

    @Test
    void everyDecisionIsLinked() {
        assertThat(names(Path.of("docs/adr"), ".md"))
                .allSatisfy(name -> assertThat(README).contains("(docs/adr/" + name + ".md)"));
    }

    /** One process with everything that belongs to it. */
    private record Room(String process, String folder, BpmnModelInstance model) {
        static Stream<Room> all() {
            try {
                return PicturesTool.models().stream().map(file -> {
                    String process = file.getFileName().toString().replace(".bpmn", "");
                    String folder = process.equals("conduct-report") ? "conduct" : process.replace("-", "");
                    return new Room(process, folder, Bpmn.readModelFromFile(file.toFile()));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String row() {
            return Stream.of(
                            "[" + process + "](docs/pictures/" + process + ".svg)",
                            folder,
                            shown(coordinatorForms()),
                            shown(participantForms()),
                            shown(letters()),
                            timers().collect(Collectors.joining(", ")))
                    .map(cell -> cell.isEmpty() ? "–" : cell)
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }

        Stream<String> coordinatorForms() {
            return Stream.concat(
                            model.getModelElementsByType(UserTask.class).stream()
                                    .map(task -> form(task.getCamundaFormRef(), task.getCamundaFormKey())),
                            model.getModelElementsByType(StartEvent.class).stream()
                                    .map(start -> form(start.getCamundaFormRef(), start.getCamundaFormKey())))
                    .filter(name -> !name.isEmpty() && !name.startsWith("$"));
        }

        private static String form(String ref, String key) {
            if (ref != null) {
                return ref;
            }
            return key == null ? "" : key.replace("embedded:deployment:", "");
        }

        Stream<String> participantForms() {
            Set<String> heard = model.getModelElementsByType(Message.class).stream()
                    .map(Message::getName)
                    .collect(Collectors.toSet());
            return Stream.concat(
                    Stream.concat(
                            given("form"),
                            NAMED_BY_ROWS.getOrDefault(process, Set.of()).stream()
                                    .sorted()),
                    DOORS.entrySet().stream()
                            .filter(door -> door.getValue().stream().anyMatch(heard::contains))
                            .map(Map.Entry::getKey)
                            .sorted());
        }

        Stream<String> letters() {
            return Stream.concat(given("letter"), matches(WRITTEN, sources(ROOMS.resolve(folder))).stream());
        }

        /** What a call of the emailed form names: {@code <camunda:in sourceExpression="check-in" target="letter"/>}. */
        private Stream<String> given(String target) {
            return model.getModelElementsByType(CamundaIn.class).stream()
                    .filter(in -> target.equals(in.getCamundaTarget()) && in.getCamundaSourceExpression() != null)
                    .map(CamundaIn::getCamundaSourceExpression);
        }

        private Stream<String> timers() {
            return model.getModelElementsByType(TimerEventDefinition.class).stream()
                    .map(timer -> ((CatchEvent) timer.getParentElement()).getName() + " (`"
                            + date(timer.getTimeDate()).replaceAll("[${}]", "") + "`)");
        }

        private static String date(TimeDate date) {
            assertThat(date).as("timers are computed dates (house law 8)").isNotNull();
            return date.getTextContent();
        }

        private static String shown(Stream<String> names) {
            return names.distinct().sorted().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
        }
    }

    private static List<Path> places(String name) {
        return Stream.of("", "processes", "forms", "forms/letters", "src/main/resources")
                .map(folder -> Path.of(folder, name))
                .toList();
    }

    private static String between(String mark) {
        String begin = "<!-- " + mark + ":begin -->";
        String end = "<!-- " + mark + ":end -->";
        assertThat(README).contains(begin, end);
        return README.substring(README.indexOf(begin) + begin.length(), README.indexOf(end))
                .strip();
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static Set<String> names(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    // A file in French is the same question or letter.
                    .filter(name -> !name.endsWith(".fr"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(ReadmeTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
