package org.seealso.rehearsal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import org.seealso.SeeAlso;

/**
 * Plays one set of rules after the other in this process, which is warm after the first: a child of a test. Arguments:
 * how many people, then cast, program and folder of each; of each it prints a line of JSON.
 */
final class ManyRehearsals {
    private ManyRehearsals() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        System.setOut(System.err);
        for (int i = 1; i + 2 < arguments.length; i += 3) {
            Result result = new Rehearsal(SeeAlso.class)
                    .play(
                            new Rehearsal.Options(
                                    Path.of(arguments[i + 2]),
                                    arguments[i + 1],
                                    Integer.parseInt(arguments[0]),
                                    7,
                                    Path.of(arguments[i]),
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
