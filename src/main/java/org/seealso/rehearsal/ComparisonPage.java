package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.seealso.rules.RuleFiles;

/** Two seasons of the same people side by side, under the rules before and after a change. */
final class ComparisonPage {
    private final Result before;
    private final Result after;
    private final DiagramFiles oldFiles;
    private final DiagramFiles newFiles;

    record Person(
            String name, String role, String before, String after, List<String> letters, String match, String end) {}

    record Week(String monday, List<String> numbers) {}

    ComparisonPage(Result before, RuleFiles rulesBefore, Result after, RuleFiles rulesAfter) {
        this.before = before;
        this.after = after;
        this.oldFiles = new DiagramFiles(rulesBefore);
        this.newFiles = new DiagramFiles(rulesAfter);
    }

    String html() {
        List<PersonChanges.Change> people = new PersonChanges(before, after).all();
        ComparisonVerdict verdict = new ComparisonVerdict(before, after, people);
        List<Result.Finding> added = without(after.findings(), before.findings());
        List<Result.Finding> gone = without(before.findings(), after.findings());
        List<Result.Finding> staying = without(after.findings(), added);
        ComparedDiagrams diagrams = new ComparedDiagrams(before, oldFiles, after, newFiles);

        Map<String, Object> view = ReportPage.head(after);
        view.put("title", "What would change in " + after.name());
        view.put("rulesBefore", ReportPage.fingerprint(before));
        view.put("rulesAfter", ReportPage.fingerprint(after));
        view.put("verdict", verdict.sentences(added.size(), gone.size()));
        view.put("counts", verdict.rows());
        view.put("added", findings(after, newFiles).all(added));
        view.put("gone", findings(before, oldFiles).all(gone));
        view.put("staying", findings(after, newFiles).all(staying));
        view.put("chart", chart());
        view.put("weeks", table());
        view.put(
                "people",
                people.stream()
                        .filter(PersonChanges.Change::isAny)
                        .map(change -> new Person(
                                change.name(),
                                change.role(),
                                Wording.number(change.lettersBefore()),
                                Wording.number(change.lettersAfter()),
                                change.letters(),
                                change.match(),
                                change.end()))
                        .toList());
        view.put("hasPeople", people.stream().anyMatch(PersonChanges.Change::isAny));
        view.put("diagrams", diagrams.changed());
        view.put("unchanged", Wording.list(diagrams.unchanged()));
        return ReportTemplates.draw("comparison", view);
    }

    /** Names lead nowhere here: the stories stand in each season's own report. */
    private static FindingViews findings(Result result, DiagramFiles files) {
        return new FindingViews(files, new Stories(result, new LetterTexts(result)));
    }

    /** Two findings are the same if they are of one kind in one place; what they count may differ. */
    private static List<Result.Finding> without(List<Result.Finding> all, List<Result.Finding> known) {
        List<String> keys =
                new ArrayList<>(known.stream().map(ComparisonPage::key).toList());
        return all.stream().filter(finding -> !keys.remove(key(finding))).toList();
    }

    private static String key(Result.Finding finding) {
        return finding.kind() + " " + (finding.where().isEmpty() ? finding.what() : finding.where());
    }

    private BarChart.Picture chart() {
        return new BarChart(List.of(weeks(before), weeks(after)))
                .row("Letters sent", Result.Week::letters)
                .row("Answers received", Result.Week::answers)
                .row("Coordinators’ minutes", Result.Week::minutes, after.weeklyMinutes())
                .picture("Two bars for each week, before and after: letters, answers and coordinators’ minutes."
                        + " The table below says the same in numbers.");
    }

    private List<Week> table() {
        List<Result.Week> first = weeks(before);
        List<Result.Week> second = weeks(after);
        return IntStream.range(0, first.size())
                .mapToObj(i -> row(first.get(i), second.get(i)))
                .toList();
    }

    private static Week row(Result.Week was, Result.Week will) {
        return new Week(
                Wording.shortDay(was.monday()),
                List.of(
                        Wording.number(was.letters()),
                        Wording.number(will.letters()),
                        Wording.number(was.answers()),
                        Wording.number(will.answers()),
                        Wording.number(was.minutes()),
                        Wording.number(will.minutes())));
    }

    /** Over the same time for both, though one season may begin or end earlier. */
    private List<Result.Week> weeks(Result result) {
        return Weeks.between(
                result,
                Collections.min(List.of(Weeks.first(before), Weeks.first(after))),
                Collections.max(List.of(Weeks.last(before), Weeks.last(after))));
    }
}
