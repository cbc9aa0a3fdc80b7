package org.seealso.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder, the process and the database of one rehearsal. However it ends, nothing of them is left. */
final class Stage implements AutoCloseable {
    /** The system property that tells the child where its database is to be. */
    static final String DATABASE = "seealso.rehearsal.database";

    private static final int SECONDS_TO_TIDY_UP = 20;

    /** What is being played: nobody would end it if we were ended. */
    private static final Set<Process> PLAYED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> PLAYED.forEach(Process::destroy)));
    }

    private final Path folder;
    private @Nullable Process child;

    private Stage(Path folder) {
        this.folder = folder;
    }

    static Stage open() throws IOException {
        return new Stage(Files.createTempDirectory("rehearsal"));
    }

    Path json() {
        return folder.resolve("season.json");
    }

    Path database() {
        return folder.resolve("database");
    }

    void playedBy(Process process) {
        child = process;
        PLAYED.add(process);
    }

    @Override
    public void close() {
        if (child != null) {
            // Asked first, it takes its database along.
            end(child.toHandle());
            PLAYED.remove(child);
        }
        databaseLeftBehind().ifPresent(Stage::end);
        try {
            remove(folder);
        } catch (UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL is nobody's child, and outlives a process that had no time to end it. */
    private Optional<ProcessHandle> databaseLeftBehind() {
        try {
            Path pid = database().resolve("postmaster.pid");
            return Files.exists(pid)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
