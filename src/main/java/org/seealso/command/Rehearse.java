package org.seealso.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.seealso.rehearsal.Progress;
import org.seealso.rehearsal.Rehearsal;
import org.seealso.rehearsal.RehearsalRefused;
import org.seealso.rehearsal.RehearsalRun;
import org.seealso.rehearsal.ReportPage;
import org.seealso.rehearsal.Result;
import org.seealso.rules.Fault;
import org.seealso.rules.RulesFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = "Plays a whole season of a program with invented people, and says what it would have done to"
                + " everybody. Nothing real is touched.",
        footer = {"", "Exit codes: 0 nothing to worry about, 1 it could not take place, 2 there are findings."})
final class Rehearse implements Callable<Integer> {
    private static final int FINDINGS = 2;
    private static final int BAR = 30;
    private static final int WORDS = 44;

    private final Class<?> application;

    @Option(names = "--program", required = true, paramLabel = "KEY", description = "the program's key in its row")
    private String program = "";

    @Option(names = "--people", defaultValue = "60", description = "how many take part (default: 60)")
    private int people = 60;

    @Option(names = "--seed", defaultValue = "7", description = "the same seed gives the same season (default: 7)")
    private long seed = 7;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "the directory that holds processes and forms (default: here)")
    private Path rules = Path.of(".");

    @Option(
            names = "--compare",
            paramLabel = "DIR",
            description = "play the rules of this directory, too, with the same people, and say what changes from them")
    private @Nullable Path compare;

    @Option(names = "--cast", paramLabel = "FILE", description = "who the people are (default: a cast of our own)")
    private @Nullable Path cast;

    @Option(names = "--from", paramLabel = "DATE", description = "the first day (default: the next first of a month)")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DATE", description = "where to stop (default: the end of the season)")
    private @Nullable LocalDate until;

    @Option(
            names = "--speed",
            paramLabel = "DAYS",
            defaultValue = "0",
            description = "days per second at most, to watch it (default: as fast as it can)")
    private int speed;

    @Option(names = "--report", paramLabel = "FILE", description = "write a report that can be sent to a board, HTML")
    private @Nullable Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "write everything as JSON")
    private @Nullable Path json;

    @Option(names = RehearsalRun.HERE, hidden = true)
    private boolean here;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Rehearse(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        Quiet.untilSpringStarts();
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (here) {
                writeJson(new Rehearsal(application).play(options(rules), this::line));
                return 0;
            }
            for (Path each : compare == null ? List.of(rules) : List.of(rules, compare)) {
                if (isFaulty(each, out)) {
                    return 1;
                }
            }
            Result result = compare == null ? alone() : compared(compare, out);
            writeJson(result);
            print(out, result);
            return result.findings().isEmpty() ? 0 : FINDINGS;
        } catch (RehearsalRefused e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    private Result alone() throws IOException {
        Result result = RehearsalRun.play(options(rules), this::bar);
        noBar();
        writeReport(ReportPage.html(result, new RulesFolder(rules).read()));
        return result;
    }

    /** Both at once: a rehearsal keeps little more than one core busy. */
    private Result compared(Path other, PrintWriter out) throws IOException {
        CompletableFuture<Result> before =
                CompletableFuture.supplyAsync(() -> RehearsalRun.play(options(other), Progress.NONE));
        Result result = RehearsalRun.play(options(rules), this::bar);
        Result was;
        try {
            was = before.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RehearsalRefused refused) {
                throw refused;
            }
            throw e;
        }
        noBar();
        writeReport(ReportPage.comparison(was, new RulesFolder(other).read(), result, new RulesFolder(rules).read()));
        out.println("Compared with " + other + ":");
        print(out, was);
        out.println();
        return result;
    }

    private Rehearsal.Options options(Path folder) {
        return new Rehearsal.Options(
                folder,
                program,
                people,
                seed,
                cast,
                from == null ? LocalDate.now(ZoneOffset.UTC).plusMonths(1).withDayOfMonth(1) : from,
                until,
                speed);
    }

    private boolean isFaulty(Path folder, PrintWriter out) {
        List<Fault> faults = HouseCheck.create().check(new RulesFolder(folder).read());
        if (!faults.isEmpty()) {
            out.println((faults.size() == 1 ? "1 fault" : faults.size() + " faults") + " in " + folder
                    + ": correct them first, then rehearse.");
            faults.forEach(fault -> out.println("  " + fault));
            out.flush();
        }
        return !faults.isEmpty();
    }

    private void writeJson(Result result) throws IOException {
        if (json != null) {
            Files.write(json, RehearsalRun.json(result));
        }
    }

    private void writeReport(String html) throws IOException {
        if (report != null) {
            Files.writeString(report, html);
        }
    }

    private void bar(int percent, String what) {
        PrintWriter err = spec.commandLine().getErr();
        int full = percent * BAR / 100;
        err.print("\r[" + "#".repeat(full) + " ".repeat(BAR - full) + "] "
                + (what + " ".repeat(WORDS)).substring(0, WORDS));
        err.flush();
    }

    private void noBar() {
        PrintWriter err = spec.commandLine().getErr();
        err.print("\r" + " ".repeat(BAR + WORDS + 3) + "\r");
        err.flush();
    }

    private void line(int percent, String what) {
        spec.commandLine().getErr().println(percent + " " + what);
        spec.commandLine().getErr().flush();
    }

    private static void print(PrintWriter out, Result result) {
        Result.Counts counts = result.counts();
        out.println(result.name() + ", " + result.people() + " people, seed " + result.seed() + ", " + result.from()
                + " to " + result.until());
        out.println("  " + counts.applied() + " applied, " + counts.matched() + " met in " + counts.mentorships()
                + " mentorships; " + counts.closed() + " closed, " + counts.endedEarly() + " ended early, "
                + counts.stuck() + " stuck; " + counts.left() + " people left");
        out.println("  " + counts.letters() + " letters, " + counts.answers() + " answers; " + counts.tasks()
                + " tasks, " + counts.minutes() / 60 + " hours of coordinators’ work, " + counts.unfinished()
                + " tasks open at the end");
        out.println(
                switch (result.findings().size()) {
                    case 0 -> "Nothing to worry about was found.";
                    case 1 -> "1 finding:";
                    default -> result.findings().size() + " findings, the worst first:";
                });
        result.findings().forEach(finding -> {
            out.println("  " + (finding.where().isEmpty() ? "" : finding.where() + ": ") + finding.what()
                    + (finding.times() > 1 ? " (" + finding.times() + " times)" : ""));
            out.println("    " + finding.whatToDo()
                    + (finding.persons().isEmpty()
                            ? ""
                            : " It happened to " + String.join(", ", finding.persons()) + "."));
        });
        out.flush();
    }
}
