package org.seealso.rules;

import java.util.ArrayList;
import java.util.List;

/** A program's row in plain words, for whoever is about to start a cohort of it. */
public final class ProgramWords {
    private ProgramWords() {}

    /** One thing a row decides. */
    public record Line(String what, String value) {}

    public static List<Line> of(ProgramRow row) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Who meets", who(row)));
        lines.add(new Line(
                "How people are matched",
                row.rolling()
                        ? "As they come, and everybody again every " + days(row.matchEveryDays())
                        : "Everybody on one day, the matching day"));
        lines.add(new Line(
                "Before anybody learns a name",
                row.consentDays() > 0
                        ? "Everybody is asked, and has " + days(row.consentDays()) + " to say yes"
                        : "Nobody is asked; the letter about the match says who it is"));
        lines.add(new Line(
                "Orientation",
                row.orientationMonths() > 0
                        ? "Before anybody is matched; it holds for " + row.orientationMonths() + " months"
                        : "None"));
        lines.add(new Line(
                "People of earlier cohorts",
                (row.reconfirmDays() > 0
                                ? "Mentors are asked whether they mentor again, and have " + days(row.reconfirmDays())
                                : "Everybody applies again")
                        + (row.carryOverMonths() > 0
                                ? "; whoever had no match may keep their application for " + row.carryOverMonths()
                                        + " months"
                                : "")));
        lines.add(new Line(
                "Contacts hoped for",
                row.contacts().never() ? "No number" : capital(row.contacts().inWords())));
        lines.add(new Line(
                "How often we ask how it goes",
                row.checkIns().never() ? "Never" : capital(row.checkIns().inWords())));
        lines.add(new Line("Who writes first", first(row)));
        lines.add(new Line("Written agreement", row.agreement() ? "Yes" : "No"));
        lines.add(new Line(
                "At the end",
                "Closing survey " + days(row.surveyBeforeDays()) + " before the last day"
                        + (row.extensionMonths() > 0
                                ? "; whoever wants to may go on for " + row.extensionMonths() + " months"
                                : "")));
        lines.add(new Line(
                "A form we ask people to answer",
                "A reminder after " + days(row.formRemindAfterDays()) + ", and no more after "
                        + days(row.formExpiresAfterDays())));
        lines.add(new Line("Letters come from", row.coordinatorName() + " (" + row.coordinatorEmail() + ")"));
        lines.add(new Line("Second contact", row.officeName() + " (" + row.officeEmail() + ")"));
        lines.add(new Line("Conduct reports go to", row.conductHandlers()));
        lines.add(new Line("Time zone", row.zone().getId()));
        return List.copyOf(lines);
    }

    private static String who(ProgramRow row) {
        return switch (row.format()) {
            case ProgramRow.MENTOR ->
                "Mentors and mentees"
                        + (row.mentorMinYears() > 0
                                ? "; mentors have " + row.mentorMinYears() + " or more years of library work"
                                : "");
            case "group" -> "Groups of " + row.groupSmallest() + " to " + row.groupLargest();
            default -> "Peers, in pairs; an odd number makes one group of three";
        };
    }

    private static String first(ProgramRow row) {
        return switch (row.firstContact()) {
            case "mentee" -> "The mentee";
            case ProgramRow.MENTOR -> "The mentor";
            case "host" -> "The host";
            default -> "Whoever likes";
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
