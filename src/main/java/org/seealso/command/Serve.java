package org.seealso.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs SeeAlso for real people; everything comes from the environment.",
        footer = {
            "",
            "Environment, needed:",
            "  SEEALSO_DB_URL          PostgreSQL 15 or newer, such as jdbc:postgresql://db:5432/seealso",
            "  SEEALSO_DB_USER         its user",
            "  SEEALSO_DB_PASSWORD     its password",
            "  SEEALSO_BASE_URL        the public address, beginning with https://",
            "  SEEALSO_ADMIN_PASSWORD  for the account admin, created at the first start",
            "  SEEALSO_CONDUCT_KEY     encrypts conduct reports; keep a copy, without it nobody reads them",
            "  SMTP_HOST               the server that sends the letters",
            "  SEEALSO_MAIL_FROM       the address the letters come from",
            "Optional: SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_STARTTLS, SEEALSO_PORT, SEEALSO_RULES"
        })
final class Serve implements Callable<Integer> {
    private static final int SHORTEST_SECRET = 12;
    private static final Set<String> WELL_KNOWN =
            Set.of("password", "changeme", "change-me", "secret", "postgres", "seealso", "admin", "example", "default");

    private final Class<?> application;
    private final Map<String, String> environment;

    Serve(Class<?> application, Map<String, String> environment) {
        this.application = application;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        List<String> missing = faults();
        if (!missing.isEmpty()) {
            throw new CannotStart("SeeAlso does not start before this is set in the environment:\n  "
                    + String.join("\n  ", missing) + "\nTo try SeeAlso without any of it, use quickstart.");
        }
        SpringApplication.run(
                application,
                "--seealso.accounts.admin.password=" + environment.get("SEEALSO_ADMIN_PASSWORD"),
                // Limits count by address, and behind a proxy every request would come from the proxy. Tomcat takes
                // X-Forwarded-* from private addresses only.
                "--server.forward-headers-strategy=native");
        return 0;
    }

    /** One line for each variable that is missing or unsafe: its name and what to put there. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        String database = value("SEEALSO_DB_URL");
        if (!database.startsWith("jdbc:postgresql://")) {
            faults.add("SEEALSO_DB_URL: the address of your PostgreSQL, such as jdbc:postgresql://db:5432/seealso");
        }
        if (value("SEEALSO_DB_USER").isEmpty()) {
            faults.add("SEEALSO_DB_USER: the database user, such as seealso");
        }
        checkSecret("SEEALSO_DB_PASSWORD", "the database user's password", faults);
        if (!isPublicAddress(value("SEEALSO_BASE_URL"))) {
            faults.add("SEEALSO_BASE_URL: the address people open, beginning with https://, such as"
                    + " https://mentoring.example.org (http:// only for localhost)");
        }
        checkSecret("SEEALSO_ADMIN_PASSWORD", "a password for the account admin", faults);
        checkSecret("SEEALSO_CONDUCT_KEY", "the key that encrypts conduct reports", faults);
        if (value("SMTP_HOST").isEmpty()) {
            faults.add("SMTP_HOST: the mail server that sends the letters");
        }
        if (!value("SEEALSO_MAIL_FROM").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            faults.add("SEEALSO_MAIL_FROM: the address the letters come from, such as mentoring@example.org");
        }
        return faults;
    }

    private void checkSecret(String name, String meaning, List<String> faults) {
        String secret = value(name);
        if (secret.isEmpty()) {
            faults.add(name + ": " + meaning + ", at least " + SHORTEST_SECRET + " characters");
        } else if (secret.length() < SHORTEST_SECRET) {
            faults.add(name + ": " + meaning + "; yours is too short, use at least " + SHORTEST_SECRET + " characters");
        } else if (isWellKnown(secret)) {
            faults.add(name + ": " + meaning + "; yours is a well-known default, make up another");
        }
    }

    private static boolean isWellKnown(String secret) {
        String letters = secret.toLowerCase(Locale.ROOT);
        for (String known : WELL_KNOWN) {
            letters = letters.replace(known, "");
        }
        return letters.replaceAll("[^a-z]", "").length() < 4 && letters.length() < SHORTEST_SECRET;
    }

    private static boolean isPublicAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && "localhost".equals(address.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
