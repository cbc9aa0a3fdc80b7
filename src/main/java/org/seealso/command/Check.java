package org.seealso.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesCheck;
import org.seealso.rules.RulesFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Finds faults in processes and forms before anybody meets them. Exit code 0: none; 1: faults or"
                + " warnings; 2: the command line could not be read.")
final class Check implements Callable<Integer> {
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "the directory that holds processes and forms (default: here)")
    private Path rules = Path.of(".");

    @Option(names = "--format", defaultValue = "text", description = "text or json (default: text)")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws JsonProcessingException {
        Quiet.untilSpringStarts();
        RulesFolder folder = new RulesFolder(rules);
        RuleFiles files = folder.read();
        RulesCheck check = HouseCheck.create();
        CheckReport report =
                CheckReport.of(folder.where(), check.check(files), check.warnings(files), check.notices(files));
        PrintWriter out = spec.commandLine().getOut();
        out.print(format == Format.JSON ? report.json() + "\n" : report.text());
        out.flush();
        return report.clean() ? 0 : 1;
    }
}
