package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The diagrams of the new rules with how often each element was walked under the old ones and is under the new. */
final class ComparedDiagrams {
    private final DiagramFiles oldFiles;
    private final DiagramFiles newFiles;
    private final Map<String, Result.Diagram> was = new HashMap<>();
    private final Map<String, Result.Diagram> will = new TreeMap<>();

    /** @param style {@code up}, {@code up2} (at least twice as often), {@code down}, {@code down2}, {@code new} or {@code gone} */
    record Row(String id, String name, String kind, String documentation, String before, String after, String style) {}

    record View(
            String process,
            String name,
            String documentation,
            String summary,
            String xml,
            String marks,
            List<Row> rows,
            boolean gone) {}

    ComparedDiagrams(Result before, DiagramFiles oldFiles, Result after, DiagramFiles newFiles) {
        this.oldFiles = oldFiles;
        this.newFiles = newFiles;
        before.diagrams().forEach(diagram -> was.put(diagram.process(), diagram));
        after.diagrams().forEach(diagram -> will.put(diagram.process(), diagram));
        before.diagrams().forEach(diagram -> will.putIfAbsent(diagram.process(), diagram));
    }

    /** Those in which anything differs. */
    List<View> changed() {
        return will.keySet().stream()
                .map(this::view)
                .filter(view -> view.gone() || !view.rows().isEmpty())
                .toList();
    }

    /** The names of those walked as before. */
    List<String> unchanged() {
        return will.keySet().stream()
                .map(this::view)
                .filter(view -> !view.gone() && view.rows().isEmpty())
                .map(View::name)
                .sorted()
                .toList();
    }

    private View view(String process) {
        return newFiles.file(process).map(this::view).orElseGet(() -> gone(process));
    }

    private View view(DiagramFile file) {
        Map<String, DiagramFile.Part> old =
                oldFiles.file(file.process()).map(DiagramFile::parts).orElse(Map.of());
        List<Row> rows = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        int added = 0;
        for (DiagramFile.Part part : file.parts().values()) {
            int first = count(was, file.process(), part.id());
            int second = count(will, file.process(), part.id());
            boolean isNew = !old.containsKey(part.id());
            String style = isNew ? "new" : style(first, second);
            String words = isNew
                    ? "new " + second
                    : first != second
                            ? first + "→" + second
                            : second == 0 ? DiagramViews.NEVER : String.valueOf(second);
            marks.add(String.join(",", part.id(), style, words, part.telling() ? "1" : "0"));
            if (part.telling() && (isNew || first != second)) {
                added += isNew ? 1 : 0;
                rows.add(new Row(
                        part.id(),
                        part.name(),
                        part.kind(),
                        part.documentation(),
                        isNew ? "–" : Wording.number(first),
                        Wording.number(second),
                        style));
            }
        }
        int removed = 0;
        for (DiagramFile.Part part : old.values()) {
            if (part.telling() && !file.parts().containsKey(part.id())) {
                removed++;
                rows.add(new Row(
                        part.id(),
                        part.name(),
                        part.kind(),
                        part.documentation(),
                        Wording.number(count(was, file.process(), part.id())),
                        "–",
                        "gone"));
            }
        }
        return new View(
                file.process(),
                file.name(),
                file.documentation(),
                summary(added, removed, rows.size() - added - removed),
                file.xml(),
                String.join(";", marks),
                rows,
                false);
    }

    private static String summary(int added, int removed, int otherwise) {
        List<String> parts = new ArrayList<>();
        if (added > 0) {
            parts.add(added + " new");
        }
        if (removed > 0) {
            parts.add(removed + " gone");
        }
        if (otherwise > 0) {
            parts.add(otherwise + " walked more or less often");
        }
        return Wording.list(parts);
    }

    private static String style(int first, int second) {
        if (first == second) {
            return second == 0 ? "never" : "same";
        }
        return second > first ? (second >= 2 * first ? "up2" : "up") : second * 2 <= first ? "down2" : "down";
    }

    private static int count(Map<String, Result.Diagram> diagrams, String process, String id) {
        Result.Diagram diagram = diagrams.get(process);
        return diagram == null ? 0 : diagram.walked().getOrDefault(id, 0);
    }

    private View gone(String process) {
        return new View(process, oldFiles.name(process), "", "not in the new rules", "", "", List.of(), true);
    }
}
