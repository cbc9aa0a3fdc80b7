package org.seealso.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seealso.engine.Rhythm;
import org.seealso.engine.Term;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.context.annotation.Primary;

/** The letters straight from the folder, and one row: these tests are about letters, not about publishing. */
@Primary
class FolderRules implements PublishedRules {
    static final String DEPLOYMENT = "folder";
    private static final Path LETTERS = Path.of("forms", "letters");

    /** Files a test adds to the folder's. */
    final Map<String, String> added = new ConcurrentHashMap<>();

    static ProgramRow peerPilot() {
        return new ProgramRow(
                "mla-peer",
                "MLA Peer Mentorship",
                "Manitoba Library Association",
                ZoneId.of("America/Winnipeg"),
                "peer",
                "application-peer",
                true,
                7,
                3,
                14,
                10,
                21,
                "closing-survey",
                0,
                14,
                24,
                24,
                "Nadia Coordinator",
                "coordinator@mla.example",
                "MLA Office",
                "office@mla.example",
                "mla-coordinators",
                "conduct@mla.example",
                "https://mla.example/values",
                "2025-11",
                "cohort",
                "",
                0,
                9,
                "avoid",
                "similar",
                2,
                3,
                false,
                0,
                Term.parse("6 months"),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Rhythm.parse("monthly"),
                Rhythm.parse("1 a month"),
                "all",
                "both",
                10,
                false,
                false,
                14,
                0,
                0,
                5);
    }

    static Set<String> letterNames() {
        try (Stream<Path> files = Files.list(LETTERS)) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.startsWith("_") && !name.endsWith(".fr"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String current() {
        return DEPLOYMENT;
    }

    @Override
    public String deploymentOf(String processDefinitionId) {
        return DEPLOYMENT;
    }

    @Override
    public Optional<byte[]> file(String deployment, String name) {
        String text = added.get(name);
        if (text != null) {
            return Optional.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path file = Path.of("forms").resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> names(String deployment) {
        return letterNames().stream().map(name -> "letters/" + name + ".md").collect(Collectors.toSet());
    }

    @Override
    public ProgramRow row(String deployment, String program) {
        return peerPilot();
    }

    @Override
    public List<Map<String, Object>> rows(String deployment, String decision, Map<String, ?> inputs) {
        throw new UnsupportedOperationException("The letters never ask a table.");
    }
}
