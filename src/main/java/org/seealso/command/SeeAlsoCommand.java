package org.seealso.command;

import java.util.concurrent.Callable;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "seealso",
        mixinStandardHelpOptions = true,
        versionProvider = SeeAlsoCommand.Version.class,
        description = "SeeAlso runs mentorship programs of library associations.",
        synopsisSubcommandLabel = "COMMAND")
public final class SeeAlsoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private SeeAlsoCommand() {}

    /** Runs one command and returns its exit code; a server keeps running after code 0. */
    public static int run(Class<?> application, String... arguments) {
        return commandLine(application).execute(arguments);
    }

    static CommandLine commandLine(Class<?> application) {
        return new CommandLine(new SeeAlsoCommand())
                .addSubcommand(new Quickstart(application))
                .addSubcommand(new Serve(application, System.getenv()))
                .addSubcommand(new Check())
                .addSubcommand(new Publish(application, System.getenv()))
                .addSubcommand(new TakeBack(application, System.getenv()))
                .addSubcommand(new Rehearse(application))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    if (thrown instanceof CannotStart) {
                        line.getErr().println(thrown.getMessage());
                    } else {
                        line.getErr()
                                .println("SeeAlso did not start: "
                                        + NestedExceptionUtils.getMostSpecificCause(thrown)
                                                .getMessage());
                    }
                    return line.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = SeeAlsoCommand.class.getPackage().getImplementationVersion();
            return new String[] {"SeeAlso " + (version == null ? "(not packaged)" : version)};
        }
    }
}
