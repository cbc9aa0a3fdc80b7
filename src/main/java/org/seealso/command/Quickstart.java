package org.seealso.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seealso.mail.EmbeddedMailServer;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = "Runs SeeAlso on this machine with a database and a mail server of its own.",
        footer = {
            "",
            "SEEALSO_DB_URL, SEEALSO_DB_USER and SEEALSO_DB_PASSWORD use a PostgreSQL of yours instead.",
            "SMTP_USER, SMTP_PASSWORD and SMTP_STARTTLS (IMAP_USER, IMAP_PASSWORD) sign in at real mail servers."
        })
final class Quickstart implements Callable<Integer> {
    /** The accounts a first look needs: name in the properties, user id, and what it is for. */
    private static final Map<String, String[]> ACCOUNTS = accounts();

    /** The address the row of the program to try out names as its conduct handler. */
    private static final String HANDLER = "conduct@mla.example";

    private final Class<?> application;

    @Option(names = "--port", defaultValue = "8080", description = "where the pages are (default: 8080)")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "./data", description = "kept here (default: ./data)")
    private Path data = Path.of("./data");

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "the directory that holds processes and forms (default: here, else those in the jar)")
    private @Nullable Path rules;

    @Option(
            names = "--smtp",
            paramLabel = "HOST[:PORT]",
            description = "really send letters through this server (default: only show them in the inbox)")
    private @Nullable String smtp;

    @Option(names = "--imap", paramLabel = "HOST[:PORT]", description = "read replies from this server")
    private @Nullable String imap;

    private static final String TRYOUT_ADDRESS = "seealso@localhost";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Quickstart(Class<?> application) {
        this.application = application;
    }

    private static Map<String, String[]> accounts() {
        Map<String, String[]> accounts = new LinkedHashMap<>();
        accounts.put("coordinator", new String[] {"coordinator", "reviews applications, confirms matches, helps"});
        accounts.put("handler", new String[] {"handler", "handles conduct reports, and sees nothing else"});
        accounts.put("admin", new String[] {"admin", "looks after accounts and rules"});
        return accounts;
    }

    @Override
    public Integer call() throws IOException {
        Quiet.untilSpringStarts();
        PrintWriter out = spec.commandLine().getOut();
        requireFreePort();
        lockData();
        Secrets secrets = new Secrets(data);
        boolean firstStart = !secrets.shown();
        if (firstStart) {
            out.println("SeeAlso is starting for the first time; this takes a little longer than usual.");
            out.flush();
        }
        Map<String, String> settings = settings(secrets);
        SpringApplication.run(
                application,
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        print(out, secrets, firstStart);
        secrets.markShown();
        return 0;
    }

    private Map<String, String> settings(Secrets secrets) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", Integer.toString(port));
        settings.put("seealso.quickstart", "true");
        settings.put("seealso.inbox", "true");
        settings.put("seealso.publish", "at-once");
        settings.put("seealso.tryout.clock", data.resolve("clock").toString());
        settings.put("seealso.tryout.program", "mla-peer");
        settings.put("seealso.base-url", address());
        if (rules != null) {
            settings.put("seealso.rules", rules.toString());
        }
        if (System.getenv("SEEALSO_DB_URL") == null) {
            String password = secrets.password("database");
            QuickstartDatabase database = QuickstartDatabase.start(data, password);
            afterSpring(database);
            settings.put("spring.datasource.url", database.url());
            settings.put("spring.datasource.username", database.user());
            settings.put("spring.datasource.password", password);
        }
        if (smtp == null) {
            EmbeddedMailServer mail = EmbeddedMailServer.start(0, 0);
            afterSpring(mail);
            settings.putAll(mail.outgoing());
            if (imap == null) {
                settings.putAll(mail.incoming(TRYOUT_ADDRESS, "5s"));
            }
        } else {
            putServer(settings, "spring.mail", smtp);
        }
        if (imap != null) {
            putServer(settings, "seealso.mail.inbox", imap);
        }
        settings.put("seealso.conduct-key", secrets.password("conduct-key"));
        settings.put("seealso.accounts.handler.email", HANDLER);
        ACCOUNTS.forEach((name, account) ->
                settings.put("seealso.accounts." + name + ".password", secrets.password("account." + account[0])));
        settings.put("logging.file.name", data.resolve("seealso.log").toString());
        settings.put("logging.threshold.console", "WARN");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "3s");
        settings.put("db-scheduler.shutdown-max-wait", "2s");
        return settings;
    }

    private static void putServer(Map<String, String> settings, String prefix, String server) {
        int colon = server.lastIndexOf(':');
        settings.put(prefix + ".host", colon < 0 ? server : server.substring(0, colon));
        if (colon >= 0) {
            settings.put(prefix + ".port", server.substring(colon + 1));
        }
    }

    /** Spring closes first, so that the last letters and jobs still find a database. */
    private static void afterSpring(AutoCloseable closeable) {
        SpringApplication.getShutdownHandlers().add(() -> {
            try {
                closeable.close();
            } catch (Exception e) {
                System.err.println("Closing did not go well: " + e.getMessage());
            }
        });
    }

    /** Asked before anything is started: a taken port should cost a second, not a start. */
    private void requireFreePort() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress((InetAddress) null, port));
        } catch (BindException e) {
            throw new CannotStart(
                    "Port " + port + " is taken by another program, perhaps another SeeAlso. Stop it, or choose"
                            + " another port: quickstart --port " + (port + 1),
                    e);
        }
    }

    /** Held until the process ends, however it ends. */
    private void lockData() {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix") && !Files.exists(data)) {
                Files.createDirectories(data.toAbsolutePath().getParent());
                Files.createDirectory(
                        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(data);
            FileChannel channel =
                    FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
        } catch (OverlappingFileLockException e) {
            throw new CannotStart(
                    "Another SeeAlso is using " + data + ". Stop it, or keep this one's data elsewhere:"
                            + " quickstart --data DIR",
                    e);
        } catch (IOException e) {
            throw new CannotStart("The directory " + data + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private void print(PrintWriter out, Secrets secrets, boolean firstStart) {
        out.println();
        out.println("SeeAlso is running.");
        out.println("  Apply               " + address() + "/apply/mla-peer");
        out.println("  Tasklist            " + address() + "/camunda/app/tasklist/");
        out.println("  Letters sent        " + address() + "/inbox");
        out.println();
        if (firstStart) {
            out.println("Sign in as (shown only this once; kept in " + data.resolve("secrets.properties") + "):");
            ACCOUNTS.forEach((name, account) ->
                    out.printf("  %-12s %s   %s%n", account[0], secrets.password("account." + account[0]), account[1]));
            out.println();
        }
        out.println("Ctrl-C stops it; everything stays in " + data + ".");
        out.flush();
    }
}
