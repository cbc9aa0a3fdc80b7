package org.seealso.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.seealso.Visitor;
import org.springframework.util.FileSystemUtils;

/**
 * Nothing anybody was told is lost: people send answers while the node is killed (SIGKILL) and, later in the same round,
 * the database stops at once (what {@code pg_ctl -m immediate} does: SIGQUIT to its first process). Both come back,
 * everybody whose browser failed sends again, and then every confirmed answer must be there, once, and its process must
 * have gone on once. Arguments: how many rounds, how many answers in each. Ends with 1 if anything was lost or doubled.
 */
public final class CrashRounds {
    private static final int HANDS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final CrashSite site;
    private final Random random = new Random(1);

    private CrashRounds(CrashSite site) {
        this.site = site;
    }

    private record Asked(String link, String process) {}

    /** @param answers what may be kept: the one that was confirmed, or any sent before “already answered” was read */
    private record Told(Set<String> answers) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int submits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        Path place = Files.createTempDirectory("seealso-crashes");
        boolean fine;
        try (CrashSite site = CrashSite.in(place)) {
            fine = new CrashRounds(site).run(rounds, submits);
        }
        if (fine) {
            FileSystemUtils.deleteRecursively(place);
        }
        System.exit(fine ? 0 : 1);
    }

    private boolean run(int rounds, int submits) throws Exception {
        System.out.printf("%d rounds of %,d answers, a kill -9 and an immediate stop in each%n", rounds, submits);
        List<Asked> all = new ArrayList<>();
        for (String line : site.asked(rounds * submits)) {
            all.add(new Asked(line.split(" ")[0], line.split(" ")[1]));
        }
        site.startNode();
        System.out.printf(
                "%n%5s %9s %8s %6s %7s %8s %10s%n",
                "round", "confirmed", "failures", "lost", "doubled", "stuck", "seconds");
        int wrong = 0;
        for (int round = 0; round < rounds; round++) {
            wrong += round(round + 1, all.subList(round * submits, (round + 1) * submits));
        }
        System.out.printf("%nlost, doubled or stuck in all rounds: %d%n", wrong);
        return wrong == 0;
    }

    private int round(int number, List<Asked> asked) throws Exception {
        long start = System.nanoTime();
        Queue<Asked> waiting = new ConcurrentLinkedQueue<>(asked);
        Map<String, Told> told = new ConcurrentHashMap<>();
        AtomicInteger failures = new AtomicInteger();
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        List<Future<?>> work = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            work.add(hands.submit(() -> {
                for (Asked next = waiting.poll(); next != null; next = waiting.poll()) {
                    told.put(next.process(), answer(next, failures));
                }
            }));
        }
        int early = asked.size() * (5 + random.nextInt(40)) / 100;
        until(() -> told.size() >= early, "nobody gets through");
        site.killNode();
        site.startNode();
        int late = asked.size() * (50 + random.nextInt(40)) / 100;
        until(() -> told.size() >= late, "nobody gets through again");
        site.stopDatabaseAtOnce();
        site.startDatabase();
        for (Future<?> each : work) {
            try {
                each.get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
            } catch (ExecutionException e) {
                throw new IllegalStateException(site.words(), e);
            }
        }
        hands.shutdown();

        List<String> processes = asked.stream().map(Asked::process).toList();
        long stuck = site.unfinished(processes, Duration.ofSeconds(90));
        Map<String, List<String>> kept = site.answers(processes);
        Map<String, Integer> ends = site.ends(processes);
        int lost = 0;
        int doubled = 0;
        for (String process : processes) {
            List<String> answers = kept.getOrDefault(process, List.of());
            Told confirmed = told.get(process);
            if (confirmed == null || answers.stream().noneMatch(confirmed.answers()::contains)) {
                lost++;
                System.out.println("lost: told " + confirmed + ", kept " + answers);
            }
            if (answers.size() > 1 || ends.getOrDefault(process, 0) > 1) {
                doubled++;
                System.out.println("doubled: " + answers + ", gone on " + ends.get(process) + " times");
            }
        }
        System.out.printf(
                "%5d %,9d %,8d %6d %7d %8d %10.1f%n",
                number, told.size(), failures.get(), lost, doubled, stuck, (System.nanoTime() - start) / 1e9);
        return lost + doubled + (int) stuck;
    }

    /** Sends until a page says that the answer is there; each time in other words, to know which one was kept. */
    private Told answer(Asked asked, AtomicInteger failures) {
        Set<String> sent = new TreeSet<>();
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            try {
                Visitor visitor = new Visitor(site.port());
                HttpResponse<String> swap = visitor.get(asked.link());
                if (swap.statusCode() == 303) {
                    String page = URI.create(
                                    swap.headers().firstValue("Location").orElseThrow())
                            .getPath();
                    HttpResponse<String> form = visitor.get(page);
                    if (isThere(form)) {
                        return new Told(sent);
                    }
                    if (form.statusCode() == 200) {
                        String answer = "Try " + (sent.size() + 1) + " of " + asked.process();
                        sent.add(answer);
                        HttpResponse<String> answered = visitor.form(page, form.body(), Map.of("more", answer));
                        if (isThere(answered)) {
                            return new Told(sent);
                        }
                        if (isThanks(answered)) {
                            return new Told(Set.of(answer));
                        }
                    }
                }
            } catch (UncheckedIOException nobodyListens) {
                // The browser says so, and its user tries again.
            }
            failures.incrementAndGet();
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
        throw new IllegalStateException("An answer never got through: " + asked);
    }

    private static boolean isThere(HttpResponse<String> page) {
        return page.statusCode() == 200 && Jsoup.parse(page.body()).text().contains("Already answered");
    }

    private static boolean isThanks(HttpResponse<String> page) {
        Document shown = Jsoup.parse(page.body());
        return page.statusCode() == 200
                && shown.select("[name=more]").isEmpty()
                && shown.text().contains("Thank you");
    }

    private interface Question {
        boolean answer() throws SQLException, IOException;
    }

    private void until(Question done, String otherwise) throws SQLException, IOException {
        long start = System.nanoTime();
        while (!done.answer()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException(otherwise + ":\n" + site.words());
            }
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }
}
