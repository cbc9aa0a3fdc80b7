package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Every diagram with how often each of its elements was walked: what the picture is coloured by, and the same as a table. */
final class DiagramViews {
    static final String NEVER = "⊘";

    private final DiagramFiles files;
    private final List<Result.Diagram> diagrams;
    private final Scale scale;

    /** @param style {@code h1} … {@code h5}, or {@code never} */
    record Row(String id, String name, String kind, String documentation, String times, String style) {}

    /**
     * @param marks for the script: id, style, words and whether to write them, for everything drawn
     * @param missing whether the rules hold no such diagram
     */
    record View(
            String process,
            String name,
            String documentation,
            String summary,
            String xml,
            String marks,
            List<Row> rows,
            List<Row> never,
            boolean started,
            boolean missing) {}

    DiagramViews(DiagramFiles files, List<Result.Diagram> diagrams) {
        this.files = files;
        this.diagrams = diagrams;
        scale = new Scale(diagrams.stream()
                .flatMap(diagram -> diagram.walked().values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0));
    }

    /** The most walked first, since they are what the program is; those nobody came to last. */
    List<View> all() {
        return diagrams.stream()
                .sorted(Comparator.comparingInt(DiagramViews::most).reversed().thenComparing(Result.Diagram::process))
                .map(diagram -> files.file(diagram.process())
                        .map(file -> view(diagram, file))
                        .orElseGet(() -> missing(diagram)))
                .toList();
    }

    List<Scale.Range> legend() {
        return scale.ranges();
    }

    private static int most(Result.Diagram diagram) {
        return diagram.walked().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private View view(Result.Diagram diagram, DiagramFile file) {
        List<Row> rows = new ArrayList<>();
        List<Row> never = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (DiagramFile.Part part : file.parts().values()) {
            int count = diagram.walked().getOrDefault(part.id(), 0);
            String style = count == 0 ? "never" : "h" + scale.shade(count);
            String words = count == 0 ? NEVER : Integer.toString(count);
            marks.add(String.join(",", part.id(), style, words, part.telling() ? "1" : "0"));
            if (part.telling()) {
                Row row = new Row(
                        part.id(),
                        part.name(),
                        part.kind(),
                        part.documentation(),
                        count == 0 ? "never" : Wording.number(count),
                        style);
                rows.add(row);
                if (count == 0 && isNews(part, diagram)) {
                    never.add(row);
                }
            }
        }
        return new View(
                file.process(),
                file.name(),
                file.documentation(),
                summary(file, diagram),
                file.xml(),
                marks.stream().collect(Collectors.joining(";")),
                rows,
                never,
                most(diagram) > 0,
                false);
    }

    /** A path to a place nobody reached says nothing more than that place does. */
    private static boolean isNews(DiagramFile.Part part, Result.Diagram diagram) {
        return !part.flow()
                || (diagram.walked().containsKey(part.source())
                        && diagram.walked().containsKey(part.target()));
    }

    private static String summary(DiagramFile file, Result.Diagram diagram) {
        if (most(diagram) == 0) {
            return "nobody came here";
        }
        List<DiagramFile.Part> elements =
                file.parts().values().stream().filter(part -> !part.flow()).toList();
        int never = (int) elements.stream()
                .filter(part -> diagram.walked().getOrDefault(part.id(), 0) == 0)
                .count();
        return never == 0
                ? "all " + Wording.number(elements.size()) + " elements reached"
                : Wording.number(never) + " of " + Wording.number(elements.size()) + " elements never reached";
    }

    private static View missing(Result.Diagram diagram) {
        return new View(
                diagram.process(),
                diagram.name(),
                "",
                "not in these rules",
                "",
                "",
                List.of(),
                List.of(),
                most(diagram) > 0,
                true);
    }
}
