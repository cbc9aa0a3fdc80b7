package org.seealso;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for a marker wherever a text could have ended up: every column of every table of every schema, every letter that
 * arrived, and every line logged since this was made. A marker is letters, digits and hyphens.
 */
public final class Markers implements AutoCloseable {
    private final JdbcClient jdbc;
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            logged.add(line.getLoggerName() + " " + line.getFormattedMessage() + " "
                    + Arrays.toString(line.getArgumentArray())
                    + (line.getThrowableProxy() == null
                            ? ""
                            : line.getThrowableProxy().getMessage()));
        }
    };

    public Markers(JdbcClient jdbc) {
        this.jdbc = jdbc;
        ear.setContext(root.getLoggerContext());
        ear.start();
        root.addAppender(ear);
    }

    /** Every place that holds the marker: {@code public.answer.shown}, {@code letter to ana@…: Subject}, {@code log: …}. */
    public List<String> places(String marker) {
        List<String> places = new ArrayList<>(columns(marker));
        places.addAll(letters(marker));
        logged.stream().filter(line -> line.contains(marker)).forEach(line -> places.add("log: " + line));
        return places;
    }

    /** Every column of the database that holds the marker, as schema.table.column. */
    public List<String> columns(String marker) {
        List<String> found = new ArrayList<>();
        for (Column column : columns()) {
            String holds = column.bytes()
                    ? "position(convert_to(:marker, 'UTF8') in " + column.quoted() + ") > 0"
                    : "position(:marker in " + column.quoted() + "::text) > 0";
            boolean holdsIt = jdbc.sql("select exists (select from " + column.table() + " where " + holds + ")")
                    .param("marker", marker)
                    .query(Boolean.class)
                    .single();
            if (holdsIt) {
                found.add(column.path());
            }
        }
        return found;
    }

    /** Every marker of this kind, and all the places that hold it. */
    public Map<String, Set<String>> all(Pattern kind) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (Column column : columns()) {
            String text = column.bytes() ? "encode(" + column.quoted() + ", 'escape')" : column.quoted() + "::text";
            jdbc.sql("select distinct m[1] from " + column.table() + ", regexp_matches(" + text + ", :kind, 'g') m")
                    .param("kind", "(" + kind.pattern() + ")")
                    .query(String.class)
                    .list()
                    .forEach(marker -> place(all, marker, column.path()));
        }
        logged.forEach(
                line -> kind.matcher(line).results().forEach(found -> place(all, found.group(), "log: " + line)));
        return all;
    }

    private static void place(Map<String, Set<String>> all, String marker, String place) {
        all.computeIfAbsent(marker, none -> new TreeSet<>()).add(place);
    }

    private record Column(String schema, String relation, String name, boolean bytes) {
        String path() {
            return schema + "." + relation + "." + name;
        }

        String table() {
            return "\"" + schema + "\".\"" + relation + "\"";
        }

        String quoted() {
            return "\"" + name + "\"";
        }
    }

    private List<Column> columns() {
        return jdbc.sql("""
                        select n.nspname, c.relname, a.attname, a.atttypid = 'bytea'::regtype
                        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'm') and a.attnum > 0 and not a.attisdropped
                          and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
                        order by 1, 2, 3""")
                .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
    }

    /** Every letter that holds the marker anywhere, attachments and headers included, as "letter to …: subject". */
    public static List<String> letters(String marker) {
        List<String> found = new ArrayList<>();
        try {
            for (MimeMessage letter : TestServers.MAIL.getReceivedMessages()) {
                if (whole(letter).contains(marker)) {
                    found.add("letter to " + Arrays.toString(letter.getAllRecipients()) + ": " + letter.getSubject());
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** As it was sent, and once more with long lines joined as quoted-printable breaks them. */
    private static String whole(MimeMessage letter) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        letter.writeTo(out);
        String sent = out.toString(StandardCharsets.UTF_8);
        return sent + "\n" + sent.replace("=\r\n", "") + "\n" + decoded(letter);
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(decoded(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        }
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        root.detachAppender(ear);
        ear.stop();
    }
}
