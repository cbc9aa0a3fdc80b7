package org.seealso.rehearsal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.seealso.rules.RuleFiles;

/** A rehearsal as one file for people: it opens from a disk or a letter, without a network. */
public final class ReportPage {
    /** Days without a letter from which somebody is named. */
    static final int LONG_SILENCE = 45;

    private static final int FINGERPRINT = 12;
    private static final int FEW = 12;

    private ReportPage() {}

    record WeekRow(
            String monday,
            String letters,
            String answers,
            String tasks,
            String minutes,
            String open,
            String happened) {}

    record MeetingRow(List<Stories.Name> members, String from, String to, String end, String waitsAt) {}

    record Quiet(Stories.Name name, String role, String days) {}

    record ConductRow(Stories.Name name, String reported, String acknowledged, String closed) {}

    /** The season under these rules. */
    public static String html(Result result, RuleFiles rules) {
        DiagramFiles files = new DiagramFiles(rules);
        LetterTexts texts = new LetterTexts(result);
        Stories stories = new Stories(result, texts);
        Verdict verdict = new Verdict(result);
        DiagramViews diagrams = new DiagramViews(files, result.diagrams());

        Map<String, Object> view = head(result);
        view.put("title", "Rehearsal of " + result.name());
        view.put("rules", fingerprint(result));
        view.put("verdict", verdict.sentences());
        view.put("figures", verdict.figures());
        view.put("findings", new FindingViews(files, stories).all(result.findings()));
        view.put("chart", chart(result));
        view.put("weeks", Weeks.of(result).stream().map(ReportPage::row).toList());
        view.put("happened", Weeks.events(result.weeks()));
        Heat heat = new Heat(result, stories, files);
        view.put("minutes", heat.minutes());
        view.put("letters", heat.letters());
        view.put("mentorships", meetings(result.mentorships(), stories, files));
        view.put("manyMentorships", result.mentorships().size() > FEW);
        view.put("stuck", meetings(stuck(result), stories, files));
        view.put("quiet", quiet(result, stories));
        view.put("longSilence", LONG_SILENCE);
        view.put(
                "quietest",
                result.persons().stream()
                        .mapToInt(Result.Person::quietDays)
                        .max()
                        .orElse(0));
        view.put(
                "conduct",
                result.conduct().stream().map(report -> row(report, stories)).toList());
        view.put("people", stories.all());
        view.put("shared", texts.shared());
        view.put("closings", texts.closings());
        view.put("notAllTexts", !texts.areAllHere());
        view.put("diagrams", diagrams.all());
        view.put("legend", diagrams.legend());
        view.put(
                "never",
                diagrams.all().stream()
                        .filter(diagram -> diagram.started() && !diagram.never().isEmpty())
                        .toList());
        view.put(
                "neverStarted",
                diagrams.all().stream()
                        .filter(diagram -> !diagram.started())
                        .map(DiagramViews.View::name)
                        .sorted()
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(""));
        for (String list : List.of("stuck", "quiet", "conduct", "never", "shared", "closings")) {
            view.put("has" + Wording.capital(list), view.get(list) instanceof List<?> found && !found.isEmpty());
        }
        return ReportTemplates.draw("report", view);
    }

    /** What would change for whom, if the rules after took the place of those before; the same people, the same seed. */
    public static String comparison(Result before, RuleFiles rulesBefore, Result after, RuleFiles rulesAfter) {
        return new ComparisonPage(before, rulesBefore, after, rulesAfter).html();
    }

    static Map<String, Object> head(Result result) {
        Map<String, Object> view = new HashMap<>();
        view.put("program", result.name());
        view.put("persons", Wording.number(result.people()));
        view.put("seed", Long.toString(result.seed()));
        view.put("from", Wording.day(result.from()));
        view.put("until", Wording.day(result.until()));
        return view;
    }

    static String fingerprint(Result result) {
        return result.fingerprint()
                .substring(0, Math.min(FINGERPRINT, result.fingerprint().length()));
    }

    private static BarChart.Picture chart(Result result) {
        return new BarChart(List.of(Weeks.of(result)))
                .row("Letters sent", Result.Week::letters)
                .row("Answers received", Result.Week::answers)
                .row("Coordinators’ minutes", Result.Week::minutes, result.weeklyMinutes())
                .row("Tasks open at the end of the week", Result.Week::open)
                .picture("Bars for each week: letters, answers, coordinators’ minutes and open tasks."
                        + " The table below says the same in numbers.");
    }

    static WeekRow row(Result.Week week) {
        return new WeekRow(
                Wording.shortDay(week.monday()),
                Wording.number(week.letters()),
                Wording.number(week.answers()),
                Wording.number(week.tasks()),
                Wording.number(week.minutes()),
                Wording.number(week.open()),
                Weeks.events(List.of(week)).stream().map(Weeks.Event::what).collect(Collectors.joining("; ")));
    }

    private static List<Result.Meeting> stuck(Result result) {
        return result.mentorships().stream()
                .filter(meeting -> !meeting.waitsAt().isEmpty()
                        || meeting.to().isEmpty()
                        || (result.counts().stuck() > 0 && "open".equals(meeting.end())))
                .toList();
    }

    private static List<MeetingRow> meetings(List<Result.Meeting> meetings, Stories stories, DiagramFiles files) {
        return meetings.stream()
                .map(meeting -> new MeetingRow(
                        stories.names(meeting.members()),
                        Wording.shortDay(meeting.from()),
                        meeting.to().isEmpty() ? "–" : Wording.shortDay(meeting.to()),
                        meeting.end(),
                        meeting.waitsAt().isEmpty() ? "" : files.place(meeting.waitsAt())))
                .toList();
    }

    private static List<Quiet> quiet(Result result, Stories stories) {
        return result.persons().stream()
                .filter(person -> person.quietDays() >= LONG_SILENCE)
                .sorted(Comparator.comparingInt(Result.Person::quietDays)
                        .reversed()
                        .thenComparing(Result.Person::name))
                .map(person ->
                        new Quiet(stories.name(person.name()), person.role(), Wording.number(person.quietDays())))
                .toList();
    }

    private static ConductRow row(Result.Conduct report, Stories stories) {
        return new ConductRow(
                stories.name(report.person()),
                Wording.day(report.reported()),
                report.hoursToAcknowledge() < 0 ? "never" : Wording.hours(report.hoursToAcknowledge()),
                report.hoursToClose() < 0 ? "never" : Wording.hours(report.hoursToClose()));
    }
}
