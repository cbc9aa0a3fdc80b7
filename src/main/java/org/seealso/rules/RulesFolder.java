package org.seealso.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads the folders {@code processes} and {@code forms}. A directory without a {@code processes} folder means the
 * rules that travel in the jar.
 */
public final class RulesFolder {
    private static final Map<String, String> HOMES = Map.of(
            ".bpmn", "processes", ".dmn", "processes", ".form", "forms", ".html", "forms", ".md", "forms/letters");

    private final Path directory;

    public RulesFolder(Path directory) {
        this.directory = directory;
    }

    /** Where the rules come from, for people. */
    public String where() {
        return Files.isDirectory(directory.resolve("processes"))
                ? directory.toAbsolutePath().normalize().toString()
                : "seealso.jar";
    }

    public RuleFiles read() {
        try {
            return Files.isDirectory(directory.resolve("processes")) ? readDirectory() : readJar();
        } catch (IOException e) {
            throw new UncheckedIOException("The rules could not be read: " + e.getMessage(), e);
        }
    }

    /** Lays rules out in a directory as an admin has them: {@code processes}, {@code forms}, {@code forms/letters}. */
    public static void write(RuleFiles files, Path directory) throws IOException {
        for (String name : files.names()) {
            String folder = name.endsWith(".bpmn") || name.endsWith(".dmn") ? "processes" : "forms";
            Path file = directory.resolve(folder).resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, files.bytes(name));
        }
    }

    private RuleFiles readDirectory() throws IOException {
        Collected collected = new Collected();
        for (String top : List.of("processes", "forms")) {
            Path folder = directory.resolve(top);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.filter(Files::isRegularFile)
                        .sorted(Comparator.naturalOrder())
                        .toList()) {
                    String relative = directory.relativize(path).toString().replace('\\', '/');
                    String name = nameOf(relative);
                    if (name != null) {
                        collected.add(name, relative, Files.readAllBytes(path));
                    } else {
                        collected.leaveOut(relative);
                    }
                }
            }
        }
        return collected.files();
    }

    private static RuleFiles readJar() throws IOException {
        Collected collected = new Collected();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String pattern : List.of("processes/*", "forms/*", "forms/letters/*")) {
            String folder = pattern.substring(0, pattern.length() - 1);
            for (Resource resource : resolver.getResources("classpath*:rules/" + pattern)) {
                String relative = folder + resource.getFilename();
                String name = nameOf(relative);
                if (name != null && resource.isReadable()) {
                    collected.add(name, relative, resource.getContentAsByteArray());
                }
            }
        }
        return collected.files();
    }

    /** The name in the deployment, or null for a file that is no rule (a note, a hidden file). */
    private static @Nullable String nameOf(String relative) {
        String bare = relative.substring(relative.lastIndexOf('/') + 1);
        if (bare.startsWith(".")) {
            return null;
        }
        boolean process = relative.startsWith("processes/") && (bare.endsWith(".bpmn") || bare.endsWith(".dmn"));
        boolean form = relative.startsWith("forms/") && (bare.endsWith(".form") || bare.endsWith(".html"));
        if (process || form) {
            return bare;
        }
        return relative.startsWith("forms/letters/") && bare.endsWith(".md") ? "letters/" + bare : null;
    }

    /** Names are compared without regard to case: a laptop's file system may not tell them apart. */
    private static final class Collected {
        private final Map<String, byte[]> files = new TreeMap<>();
        private final Map<String, String> firstPlace = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private final List<Fault> notices = new ArrayList<>();

        void add(String name, String relative, byte[] bytes) {
            int folders = relative.split("/", -1).length - 1;
            if (folders > (name.startsWith("letters/") ? 2 : 1)) {
                faults.add(new Fault(
                        name,
                        Fault.WHOLE_FILE,
                        "It stands in a folder of its own: " + relative + ".",
                        "Move it up; keep drafts and old copies outside of processes and forms, or they go live."));
            }
            String first = firstPlace.putIfAbsent(name.toLowerCase(Locale.ROOT), relative);
            if (first == null) {
                files.put(name, bytes);
            } else {
                faults.add(new Fault(
                        name,
                        Fault.WHOLE_FILE,
                        "Two files have this name: " + first + " and " + relative + ".",
                        "Rename or remove one of them; otherwise one would be lost without a word."));
            }
        }

        /** A letter in the wrong folder, or a table as a spreadsheet, would be missed by nobody but its readers. */
        void leaveOut(String relative) {
            String bare = relative.substring(relative.lastIndexOf('/') + 1);
            if (bare.startsWith(".") || bare.equalsIgnoreCase("README.md")) {
                return;
            }
            int dot = bare.lastIndexOf('.');
            String home = dot < 0 ? null : HOMES.get(bare.substring(dot).toLowerCase(Locale.ROOT));
            if (home == null) {
                notices.add(new Fault(
                        relative,
                        Fault.WHOLE_FILE,
                        "It is no rule, and is not used.",
                        "Keep notes and copies elsewhere, so that nobody takes them for what is live."));
            } else {
                faults.add(new Fault(
                        relative,
                        Fault.WHOLE_FILE,
                        "It is not used from here.",
                        "Move it to " + home + ", with its ending in small letters, or remove it."));
            }
        }

        RuleFiles files() {
            return new RuleFiles(files, faults, notices);
        }
    }
}
