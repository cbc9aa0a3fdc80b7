package org.seealso.rehearsal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import org.seealso.SeeAlso;

/**
 * Plays one set of rules after the other in this process, which is warm after the first: a child of a test. Arguments:
 * the cast, how many people, then program and folder of each; of each it prints a line of JSON.
 */
final class ManyRehearsals {
    private ManyRehearsals() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        System.setOut(System.err);
        Path cast = arguments[0].isEmpty() ? null : Path.of(arguments[0]);
        for (int i = 2; i + 1 < arguments.length; i += 2) {
            Result result = new Rehearsal(SeeAlso.class)
                    .play(
                            new Rehearsal.Options(
                                    Path.of(arguments[i + 1]),
                                    arguments[i],
                                    Integer.parseInt(arguments[1]),
                                    7,
                                    cast,
                                    LocalDate.parse("2026-01-05"),
                                    null,
                                    0),
                            Progress.NONE);
            out.println(new String(RehearsalRun.json(result), java.nio.charset.StandardCharsets.UTF_8)
                    .replaceAll("\\s*\n\\s*", " "));
            out.flush();
        }
        System.exit(0);
    }
}
