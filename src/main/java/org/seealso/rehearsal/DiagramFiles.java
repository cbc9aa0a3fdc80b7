package org.seealso.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.seealso.rules.RuleFiles;

/** All diagrams of the rules; turns the ids a rehearsal writes down into the names people gave. */
final class DiagramFiles {
    private static final String ENDING = ".bpmn";

    private final SortedMap<String, DiagramFile> files = new TreeMap<>();
    private final Map<String, DiagramFile.Part> parts = new HashMap<>();

    DiagramFiles(RuleFiles rules) {
        for (String name : rules.names(ENDING)) {
            String process = name.substring(0, name.length() - ENDING.length());
            DiagramFile.in(rules, process).ifPresent(file -> {
                files.put(process, file);
                file.parts().forEach(parts::putIfAbsent);
            });
        }
    }

    Optional<DiagramFile> file(String process) {
        return Optional.ofNullable(files.get(process));
    }

    String name(String process) {
        return file(process).map(DiagramFile::name).orElse(process);
    }

    /** A place in the rules, "check-in.bpmn, UserTask_LookAtCheckIn", as "Check-in: Look at check-in". */
    String place(String where) {
        String[] halves = where.split(",\\s*", 2);
        String process = process(where);
        String head = process.isEmpty() ? words(halves[0]) : name(process);
        return halves.length == 1 || halves[1].isBlank() ? head : head + ": " + words(halves[1]);
    }

    /** The diagram a place is in, or empty. */
    String process(String where) {
        String head = where.split(",", 2)[0].strip();
        String bare = head.endsWith(ENDING) ? head.substring(0, head.length() - ENDING.length()) : head;
        return files.containsKey(bare) ? bare : "";
    }

    /** The names of one or more elements; anything else stays. */
    String words(String idsOrWords) {
        List<DiagramFile.Part> found = Stream.of(idsOrWords.strip().split("[\\s,]+"))
                .filter(parts::containsKey)
                .map(parts::get)
                .toList();
        return found.isEmpty()
                ? idsOrWords
                : Wording.list(found.stream().map(DiagramFile.Part::name).toList());
    }
}
