package org.seealso.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the program relies on in the rules: the messages it sends, the letters it writes, the forms it opens. They stand
 * in contracts.properties, because no room may be asked (house law 1); ContractsTest holds the file against the rooms.
 */
public final class Contracts {
    /** Relies on nothing: for rules that are checked by themselves. */
    static final Contracts NONE = new Contracts(new Properties());

    private static final String FILE = "/contracts.properties";

    private final Properties lines;

    private Contracts(Properties lines) {
        this.lines = lines;
    }

    /** Those of this very program. */
    public static Contracts ofTheHouse() {
        try (InputStream file = Contracts.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The program is incomplete: " + FILE + " is missing.");
            }
            Properties lines = new Properties();
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new Contracts(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A message the program sends.
     *
     * @param heardBy the processes that must hear it
     * @param tells what it tells, as a clause
     */
    public record Message(String name, Set<String> heardBy, String tells) {}

    boolean isEmpty() {
        return lines.isEmpty();
    }

    List<Message> messages() {
        return byPrefix("message.").entrySet().stream()
                .map(line -> {
                    String[] parts = line.getValue().split("\\|", 2);
                    return new Message(line.getKey(), words(parts[0]), parts[1].strip());
                })
                .toList();
    }

    /** Processes that start without a message. */
    Set<String> started() {
        return line("started");
    }

    /** The code of the BPMN error each delegate may end with. */
    Map<String, String> errors() {
        return byPrefix("error.");
    }

    Set<String> groups() {
        return line("groups");
    }

    /** Processes whose tasks one group alone may see. */
    Map<String, String> confidential() {
        return byPrefix("only.");
    }

    /** What every call of a process must hand over. */
    Set<String> inputs(String process) {
        return line("input." + process);
    }

    /** What a call hands over, too, if its own process knows the first of them. */
    List<String> along(String process) {
        return List.copyOf(inOrder(lines.getProperty("along." + process, "")));
    }

    /** What a call takes back, too, if its own diagram asks for the first of them. */
    List<String> back(String process) {
        return List.copyOf(inOrder(lines.getProperty("back." + process, "")));
    }

    /** What at least one call must hand over if its own process sets it. */
    Set<String> prepared(String process) {
        return line("prepared." + process);
    }

    /** What every call of a process must take back, besides the answers of its form. */
    Set<String> outputs(String process) {
        return line("output." + process);
    }

    /** By what messages find a called process. */
    String businessKey(String process) {
        return lines.getProperty("key." + process, "#{execution.processBusinessKey}")
                .strip();
    }

    /** The listener each process must call when it ends. */
    Map<String, String> atEnd() {
        return byPrefix("at-end.");
    }

    /** Delegates that act while a person waits for the answer; all others are tried again by themselves. */
    Set<String> atOnce() {
        return line("at-once");
    }

    Set<String> footer() {
        return line("footer");
    }

    /** What forms for participants may ask besides their own questions. */
    Set<String> facts() {
        return line("facts");
    }

    /** Files the program uses without a diagram that names them. */
    Set<String> files() {
        Set<String> files = new TreeSet<>();
        line("letters").forEach(letter -> files.add("letters/" + letter + ".md"));
        line("parts").forEach(part -> files.add("letters/" + part + ".md"));
        line("forms").forEach(form -> files.add(form + ".form"));
        return files;
    }

    private Map<String, String> byPrefix(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (String key : lines.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), lines.getProperty(key).strip());
            }
        }
        return found;
    }

    private Set<String> line(String key) {
        return words(lines.getProperty(key, ""));
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(inOrder(text));
    }

    private static List<String> inOrder(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }
}
