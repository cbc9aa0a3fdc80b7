package org.seealso.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * Benchmark 0: seconds from the start of the quick start's process to its first page, on empty data and on data that
 * exists, and then letters per second. Needs target/seealso.jar. Argument: how many letters.
 */
public final class StartBenchmark {
    private static final Path JAR = Path.of("target/seealso.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private StartBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: ./mvnw -q -DskipTests package");
        }
        Path data = Files.createTempDirectory("seealso-start");
        try {
            System.out.printf("seconds to the first page, empty data     %8.1f%n", secondsToFirstPage(data));
            System.out.printf("seconds to the first page, existing data  %8.1f%n", secondsToFirstPage(data));
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        LettersBenchmark.main(arguments);
    }

    private static double secondsToFirstPage(Path data) throws IOException, InterruptedException {
        int port = freePort();
        Path output = data.resolve("output.log");
        long start = System.nanoTime();
        Process quickstart = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "quickstart",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .timeout(PATIENCE)
                    .build();
            HttpClient client = HttpClient.newHttpClient();
            while (!answers(client, page)) {
                if (!quickstart.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("No page came:\n" + Files.readString(output));
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            quickstart.destroy();
            if (!quickstart.waitFor(60, TimeUnit.SECONDS)) {
                quickstart.destroyForcibly().waitFor();
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest page) throws InterruptedException {
        try {
            return client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
