package org.seealso.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.seealso.rules.Fault;
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
        description = "Finds faults in processes and forms before anybody meets them. Exit code 0 means none.")
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
        List<Fault> faults = check.check(files);
        List<Fault> notices = check.notices(files);
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("rules", folder.where(), "faults", faults, "notices", notices)));
        } else if (faults.isEmpty()) {
            out.println("No faults in " + folder.where() + ".");
        } else {
            out.println(faults.size() + (faults.size() == 1 ? " fault in " : " faults in ") + folder.where() + ":");
            faults.forEach(fault -> out.println("  " + fault));
        }
        if (format == Format.TEXT && !notices.isEmpty()) {
            out.println("Good to know:");
            notices.forEach(notice -> out.println("  " + notice));
        }
        out.flush();
        return faults.isEmpty() ? 0 : 1;
    }
}
