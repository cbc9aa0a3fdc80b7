package org.seealso.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.seealso.rules.Publication;
import org.seealso.rules.PublicationRefused;
import org.seealso.rules.Publications;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.difference.RulesDifference;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "take-back",
        mixinStandardHelpOptions = true,
        description = "Publishes the former rules again, for a running SeeAlso. Exit code 0 means published.",
        footer = {"", "Works on the database of serve, as publish does. The files in the folders stay as they are."})
final class TakeBack implements Callable<Integer> {
    private final AtTheDatabase database;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why, for the history")
    private String reason = "";

    @Option(names = "--as", paramLabel = "NAME", description = "who takes back (default: your name on this machine)")
    private String who = System.getProperty("user.name", "somebody at the command line");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TakeBack(Class<?> application, Map<String, String> environment) {
        this.database = new AtTheDatabase(application, environment);
    }

    @Override
    public Integer call() {
        Quiet.untilSpringStarts();
        database.requireDatabase();
        return database.run(".", this::takeBack);
    }

    private int takeBack(ConfigurableApplicationContext context) {
        PrintWriter out = spec.commandLine().getOut();
        Publications publications = context.getBean(Publications.class);
        try {
            Optional<RuleFiles> before = publications.liveFiles();
            int live = publications.live().map(Publication::number).orElse(0);
            Publication done = publications.takeBack(live, who, reason);
            out.println("What changes:");
            out.print(RulesDifference.between(
                            before.orElse(RuleFiles.of(Map.of())),
                            publications.files(String.valueOf(done.deployment())))
                    .inWords());
            out.println(
                    "Took back number " + live + ": its former rules are live again as number " + done.number() + ".");
            return 0;
        } catch (PublicationRefused refused) {
            out.println("Nothing was taken back. " + refused.inWords());
            return 1;
        } finally {
            out.flush();
        }
    }
}
