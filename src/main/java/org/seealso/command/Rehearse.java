package org.seealso.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seealso.rehearsal.Rehearsal;
import org.seealso.rehearsal.RehearsalRefused;
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
                + " everybody. Nothing real is touched. Exit code 0 means nothing to worry about was found.")
final class Rehearse implements Callable<Integer> {
    private static final int FINDINGS = 2;

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

    @Option(names = "--cast", paramLabel = "FILE", description = "who the people are (default: a cast of our own)")
    private @Nullable Path cast;

    @Option(names = "--from", paramLabel = "DATE", description = "the first day (default: the next first of a month)")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DATE", description = "where to stop (default: the end of the season)")
    private @Nullable LocalDate until;

    @Option(names = "--speed", paramLabel = "DAYS", defaultValue = "0", description = "days per second, at most")
    private int speed;

    @Option(names = "--report", paramLabel = "FILE", description = "write a report that can be sent to a board, HTML")
    private @Nullable Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "write everything as JSON")
    private @Nullable Path json;

    @Option(names = "--progress", hidden = true, defaultValue = "bar", description = "bar or lines")
    private String progress = "bar";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Rehearse(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        Quiet.untilSpringStarts();
        PrintWriter out = spec.commandLine().getOut();
        List<Fault> faults = HouseCheck.create().check(new RulesFolder(rules).read());
        if (!faults.isEmpty()) {
            out.println(
                    faults.size() + (faults.size() == 1 ? " fault" : " faults") + ": correct it first, then rehearse.");
            faults.forEach(fault -> out.println("  " + fault));
            out.flush();
            return 1;
        }
        Result result;
        try {
            result = new Rehearsal(application)
                    .play(
                            new Rehearsal.Options(
                                    rules,
                                    program,
                                    people,
                                    seed,
                                    cast,
                                    from == null
                                            ? LocalDate.now(ZoneOffset.UTC)
                                                    .plusMonths(1)
                                                    .withDayOfMonth(1)
                                            : from,
                                    until,
                                    speed),
                            progress.equals("lines") ? this::line : this::bar);
        } catch (RehearsalRefused e) {
            throw new CannotStart(e.getMessage() == null ? "" : e.getMessage(), e);
        }
        if (progress.equals("bar")) {
            spec.commandLine().getErr().print("\r" + " ".repeat(78) + "\r");
            spec.commandLine().getErr().flush();
        }
        if (json != null) {
            Files.write(json, json(result));
        }
        print(out, result);
        return result.findings().isEmpty() ? 0 : FINDINGS;
    }

    static byte[] json(Result result) throws IOException {
        return new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .writeValueAsBytes(result);
    }

    private void bar(int percent, String what) {
        PrintWriter err = spec.commandLine().getErr();
        int full = percent * 30 / 100;
        err.print("\r[" + "#".repeat(full) + " ".repeat(30 - full) + "] " + (what + " ".repeat(44)).substring(0, 44));
        err.flush();
    }

    private void line(int percent, String what) {
        spec.commandLine().getErr().println(percent + " " + what);
        spec.commandLine().getErr().flush();
    }

    private void print(PrintWriter out, Result result) {
        Result.Counts counts = result.counts();
        out.println(result.name() + ", " + result.people() + " people, seed " + result.seed() + ", " + result.from()
                + " to " + result.until());
        out.println("  " + counts.applied() + " applied, " + counts.matched() + " met in " + counts.mentorships()
                + " mentorships; " + counts.closed() + " closed, " + counts.endedEarly() + " ended early, "
                + counts.stuck() + " stuck; " + counts.left() + " people left");
        out.println("  " + counts.letters() + " letters, " + counts.answers() + " answers; " + counts.tasks()
                + " tasks, " + counts.minutes() / 60 + " hours of coordinators’ work, " + counts.unfinished()
                + " tasks open at the end");
        if (result.findings().isEmpty()) {
            out.println("Nothing to worry about was found.");
        } else {
            out.println(result.findings().size()
                    + (result.findings().size() == 1 ? " finding:" : " findings, the worst first:"));
            result.findings().forEach(finding -> {
                out.println("  " + (finding.where().isEmpty() ? "" : finding.where() + ": ") + finding.what()
                        + (finding.times() > 1 ? " (" + finding.times() + " times)" : ""));
                out.println("    " + finding.whatToDo()
                        + (finding.persons().isEmpty()
                                ? ""
                                : " It happened to " + String.join(", ", finding.persons()) + "."));
            });
        }
        out.flush();
    }
}
