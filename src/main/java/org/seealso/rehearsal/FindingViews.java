package org.seealso.rehearsal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The findings in people's words, the worst first, each with the story of somebody it happened to. */
final class FindingViews {
    private static final Map<Result.Kind, String> TITLES = new EnumMap<>(Map.ofEntries(
            Map.entry(Result.Kind.FAILED, "Something failed"),
            Map.entry(Result.Kind.DEAD_END, "A dead end"),
            Map.entry(Result.Kind.NEVER_ENDS, "It never ends"),
            Map.entry(Result.Kind.CANNOT_ANSWER, "A form nobody can answer"),
            Map.entry(Result.Kind.NO_RECIPIENT, "A letter without a recipient"),
            Map.entry(Result.Kind.NOBODY_SEES, "A task nobody sees"),
            Map.entry(Result.Kind.STUCK, "Stuck"),
            Map.entry(Result.Kind.NO_WAY_OUT, "No way out"),
            Map.entry(Result.Kind.WRONG_MOMENT, "At the wrong moment"),
            Map.entry(Result.Kind.UNHEARD, "Nobody listened"),
            Map.entry(Result.Kind.SILENCE, "A long silence"),
            Map.entry(Result.Kind.TOO_MUCH, "Too much")));

    private final DiagramFiles diagrams;
    private final Stories stories;

    /**
     * @param broken whether people cannot go on, not just have a worse time
     * @param process the diagram it is in, or empty
     */
    record View(
            String title,
            boolean broken,
            String where,
            String process,
            String what,
            String whatToDo,
            String times,
            List<Stories.Name> persons,
            String storyOf,
            List<Stories.Line> story) {}

    FindingViews(DiagramFiles diagrams, Stories stories) {
        this.diagrams = diagrams;
        this.stories = stories;
    }

    static String title(Result.Kind kind) {
        return TITLES.getOrDefault(kind, "Something to look at");
    }

    static List<Result.Finding> worstFirst(List<Result.Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Result.Finding::kind)
                        .thenComparing(
                                Comparator.comparingInt(Result.Finding::times).reversed()))
                .toList();
    }

    List<View> all(List<Result.Finding> findings) {
        return worstFirst(findings).stream().map(this::view).toList();
    }

    private View view(Result.Finding finding) {
        List<Stories.Line> story = stories.ofFirst(finding.persons());
        return new View(
                title(finding.kind()),
                finding.kind().compareTo(Result.Kind.NO_WAY_OUT) <= 0,
                finding.where().isEmpty() ? "" : diagrams.place(finding.where()),
                diagrams.process(finding.where()),
                finding.what(),
                finding.whatToDo(),
                finding.times() > 1 ? Wording.number(finding.times()) + " times" : "once",
                stories.names(finding.persons()),
                story.isEmpty() ? "" : finding.persons().get(0),
                story);
    }
}
