package org.seealso.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seealso.rehearsal.Rehearsals;
import org.seealso.rules.Fault;
import org.seealso.rules.Publication;
import org.seealso.rules.PublicationRefused;
import org.seealso.rules.Publications;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;
import org.seealso.rules.difference.RulesDifference;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Makes the rules in processes and forms live for a running SeeAlso. Exit code 0 means published.",
        footer = {
            "",
            "Works on the database of serve (SEEALSO_DB_URL, SEEALSO_DB_USER, SEEALSO_DB_PASSWORD and",
            "SEEALSO_CONDUCT_KEY in the environment); what serves there goes by the new rules within five seconds.",
            "The rules have to be rehearsed before, on the page /desk/rules; or say with --force why not."
        })
final class Publish implements Callable<Integer> {
    private final AtTheDatabase database;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why, for the history")
    private String reason = "";

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "the directory that holds processes and forms (default: here)")
    private Path rules = Path.of(".");

    @Option(names = "--force", paramLabel = "WHY", description = "publish without a rehearsal; the history keeps why")
    private @Nullable String force;

    @Option(names = "--as", paramLabel = "NAME", description = "who publishes (default: your name on this machine)")
    private String who = System.getProperty("user.name", "somebody at the command line");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Publish(Class<?> application, Map<String, String> environment) {
        this.database = new AtTheDatabase(application, environment);
    }

    @Override
    public Integer call() {
        Quiet.untilSpringStarts();
        PrintWriter out = spec.commandLine().getOut();
        RulesFolder folder = new RulesFolder(rules);
        RuleFiles files = folder.read();
        List<Fault> faults = HouseCheck.create().check(files);
        if (!faults.isEmpty()) {
            out.println("Nothing was published: " + faults.size() + (faults.size() == 1 ? " fault in " : " faults in ")
                    + folder.where() + ".");
            faults.forEach(fault -> out.println("  " + fault));
            out.flush();
            return 1;
        }
        database.requireDatabase();
        return database.run(rules.toString(), context -> publish(context, files, out));
    }

    private int publish(ConfigurableApplicationContext context, RuleFiles files, PrintWriter out) {
        Publications publications = context.getBean(Publications.class);
        RulesDifference difference =
                RulesDifference.between(publications.liveFiles().orElse(RuleFiles.of(Map.of())), files);
        try {
            UUID rehearsal = context.getBean(Rehearsals.class)
                    .newestDone(files.fingerprint())
                    .map(Rehearsals.Kept::id)
                    .orElse(null);
            if (!difference.isEmpty()) {
                out.println("What changes:");
                out.print(difference.inWords());
            }
            Publication done = publications.publish(
                    files, new Publication.Wish(who, reason, rehearsal, rehearsal == null ? force : null));
            out.println("Published as number " + done.number() + ". Running mentorships keep the rules they have; move"
                    + " them at /desk/rules.");
            return 0;
        } catch (PublicationRefused refused) {
            out.println("Nothing was published. " + refused.inWords());
            return 1;
        } finally {
            out.flush();
        }
    }
}
