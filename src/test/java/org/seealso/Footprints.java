package org.seealso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.seealso.engine.StepsTaken;
import org.springframework.boot.test.context.TestComponent;

/**
 * Writes down every step the process tests take, a line {@code process/element} each, so that CoverageTest can miss one.
 * The tests run in several processes; each has a file of its own in the folder of this run.
 */
@TestComponent
public class Footprints extends StepsTaken {
    private static final Set<String> STEPS = ConcurrentHashMap.newKeySet();
    private static volatile boolean counting;

    /** Everything the process tests of this run have walked, in all their processes. */
    static Set<String> all() throws IOException {
        Set<String> steps = new HashSet<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                steps.addAll(Files.readAllLines(file));
            }
        }
        return steps;
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("seealso.footprints", "target/footprints")));
    }

    @Override
    protected void taken(String process, String element) {
        String step = process + "/" + element;
        if (counting && STEPS.add(step)) {
            write(step + "\n");
        }
    }

    private static synchronized void write(String line) {
        try {
            Path file = folder().resolve(ProcessHandle.current().pid() + ".txt");
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only steps in process tests count: what another test walks by the way, nobody asserts. */
    static class Walk implements BeforeAllCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            counting = context.getRequiredTestClass().getSimpleName().endsWith("ProcessTest");
        }

        @Override
        public void afterAll(ExtensionContext context) {
            counting = false;
        }
    }
}
