package org.seealso.program;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.seealso.engine.DueDates;
import org.seealso.people.CohortPlan;
import org.seealso.people.InformationSession;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;

/** Everything that will happen in a cohort with these dates, before any of it does. */
@Component
public class CohortCalendar {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.CANADA);
    private static final String EVERYBODY = "every member";
    private static final String YOU = "you";
    private static final String TOO_LATE_FOR_THE_FIRST_DAY =
            ". This may be after the first day, and nobody begins before the last has answered: choose an earlier"
                    + " matching day, or a later first day";

    private final DueDates dates;

    CohortCalendar(DueDates dates) {
        this.dates = dates;
    }

    /**
     * One thing that will happen.
     *
     * @param forWhom who gets a letter or a task; empty if nobody does
     * @param atOnce whether its day has come already, so that it happens as soon as the cohort starts
     */
    public record Line(LocalDate day, String what, String forWhom, boolean atOnce) {}

    private record Page(LocalDate today, List<Line> all) {
        void add(LocalDate day, String what, String forWhom) {
            all.add(new Line(day, what, forWhom, !day.isAfter(today)));
        }
    }

    /** In the order of the days; what nobody can know, such as who will ask for help, is not in it. */
    public List<Line> of(CohortPlan plan, Optional<InformationSession> session, ProgramRow row) {
        Page lines = new Page(dates.today(row.zone()), new ArrayList<>());
        session.ifPresent(meeting -> session(meeting, row, lines));
        lines.add(plan.opensOn(), "Applications open" + onThePage(row), "everybody on the interest list");
        if (row.reconfirmDays() > 0) {
            lines.add(plan.opensOn(), "A form that asks whether they mentor again", "mentors of earlier cohorts");
        }
        if (row.carryOverMonths() > 0) {
            lines.add(
                    plan.opensOn(),
                    "Kept applications come into the pool, with a letter that says so",
                    "whoever agreed to it in an earlier cohort");
        }
        if (row.rolling()) {
            rolling(plan, row, lines);
        } else {
            cohort(plan, row, lines);
        }
        lines.add(
                plan.endsOn().plusDays(row.evaluationAfterDays()),
                "The task “Evaluate program” shows what became of the cohort",
                YOU);
        return lines.all().stream().sorted(Comparator.comparing(Line::day)).toList();
    }

    private void session(InformationSession session, ProgramRow row, Page lines) {
        LocalDateTime start = LocalDateTime.ofInstant(session.startsAt(), row.zone());
        lines.add(
                dates.today(row.zone()),
                "An invitation to the information session, with a calendar file, to whoever joins the interest list",
                "everybody on the interest list");
        lines.add(
                start.toLocalDate(),
                "Information session at " + TIME.format(start) + " (" + session.place() + "); then the task “Send the"
                        + " notes”",
                YOU);
    }

    private static String onThePage(ProgramRow row) {
        return " at 9 in the morning, on the page /apply/" + row.program();
    }

    private void rolling(CohortPlan plan, ProgramRow row, Page lines) {
        lines.add(
                plan.opensOn(),
                "From now on, people are matched as they come, and again every " + days(row.matchEveryDays())
                        + "; you confirm every match",
                YOU);
        if (row.newsEveryDays() > 0) {
            lines.add(
                    plan.opensOn(),
                    "Whoever waits hears where they are, every " + days(row.newsEveryDays()),
                    "everybody who waits");
        }
        lines.add(
                plan.closesOn(),
                "Last day to apply, until midnight; whoever still waits is told",
                "everybody who waits");
        lines.add(plan.endsOn(), "The day you look back; mentorships go on to their own last days", "");
    }

    private void cohort(CohortPlan plan, ProgramRow row, Page lines) {
        lines.add(plan.closesOn(), "Last day to apply, until midnight", "");
        lines.add(
                plan.matchOn(),
                "Applications still unread become the task “Finish reviews”; then matches are found, and you confirm"
                        + " them",
                YOU);
        if (row.consentDays() > 0) {
            LocalDate answered = plan.matchOn().plusDays(row.consentDays());
            lines.add(
                    answered,
                    "Matched people have answered whether they agree, if you confirm the matches on the matching day"
                            + (answered.isAfter(plan.startsOn()) ? TOO_LATE_FOR_THE_FIRST_DAY : ""),
                    "everybody matched");
        } else {
            lines.add(plan.matchOn(), "The letters about the matches go out as soon as you confirm them", "everybody");
        }
        term(plan, row, lines);
    }

    private void term(CohortPlan plan, ProgramRow row, Page lines) {
        lines.add(
                plan.startsOn(),
                row.agreement()
                        ? "The mentorships start: kickoff letter, and the form for the agreement"
                        : "The mentorships start: kickoff letter",
                EVERYBODY);
        if (row.firstContactDays() > 0) {
            lines.add(
                    plan.startsOn().plusDays(row.firstContactDays()),
                    "Where nothing is known of a first contact, we ask whether there was one",
                    EVERYBODY);
        }
        LocalDate survey = plan.endsOn().minusDays(row.surveyBeforeDays());
        if (!row.checkIns().never()) {
            int last = row.checkIns().passed(plan.startsOn(), survey.minusDays(1));
            for (int n = 1; n <= last; n++) {
                lines.add(row.checkIns().day(plan.startsOn(), n), "Check-in " + n + " of " + last, EVERYBODY);
            }
        }
        lines.add(survey, "Closing survey", EVERYBODY);
        lines.add(
                plan.endsOn(),
                "Last day: every mentorship closes with a letter of thanks, whether or not its survey is answered",
                EVERYBODY);
    }

    private static String days(int days) {
        return days == 1 ? "day" : days + " days";
    }
}
