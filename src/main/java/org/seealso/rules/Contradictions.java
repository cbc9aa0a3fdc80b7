package org.seealso.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.seealso.engine.Rhythm;
import org.seealso.engine.Term;

/** Cells of one row that cannot both be meant, each with what to write instead. */
final class Contradictions {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final int A_PAIR = 2;
    /** With fewer answers, each could be guessed. */
    private static final int FEWEST = 3;

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,]+@[^@\\s,]+\\.[^@\\s,]+");

    private final ProgramRow row;
    private final List<String> found = new ArrayList<>();

    private Contradictions(ProgramRow row) {
        this.row = row;
    }

    static List<String> in(ProgramRow row) {
        Contradictions contradictions = new Contradictions(row);
        contradictions.words();
        if (contradictions.found.isEmpty()) {
            contradictions.addresses();
            contradictions.people();
            contradictions.intake();
            contradictions.days();
        }
        return contradictions.found;
    }

    private void words() {
        oneOf("format", row.format(), "peer", ProgramRow.MENTOR, "group", ProgramRow.SELF);
        oneOf("intake", row.intake(), "cohort", "rolling");
        oneOf("sameEmployer", row.sameEmployer(), "never", "avoid", "fine");
        oneOf("seniority", row.seniority(), "senior", "similar", "reversed", "any");
        oneOf("firstContact", row.firstContact(), "both", "mentee", ProgramRow.MENTOR, "host");
    }

    private void oneOf(String column, String cell, String... allowed) {
        if (!List.of(allowed).contains(cell)) {
            say("has " + cell + " in " + column + ", where one of these must stand: " + String.join(", ", allowed)
                    + ".");
        }
    }

    private void addresses() {
        for (var cell : Map.of("coordinatorEmail", row.coordinatorEmail(), "officeEmail", row.officeEmail())
                .entrySet()) {
            if (!ADDRESS.matcher(cell.getValue()).matches()) {
                say("has " + cell.getValue() + " in " + cell.getKey() + ", which is no email address.");
            }
        }
        for (String handler : row.conductHandlers().split(",", -1)) {
            if (!ADDRESS.matcher(handler.strip()).matches()) {
                say("has " + (handler.isBlank() ? "nothing" : handler.strip()) + " in conductHandlers. Reports of"
                        + " behaviour go there: write email addresses, with commas between.");
            }
        }
        if (!row.conductUrl().matches("https?://\\S+")) {
            say("has " + row.conductUrl() + " in conductUrl, which is no address of a page: begin with https://.");
        }
        if (row.team().isBlank()) {
            say("has nothing in team, so no coordinator would see its tasks.");
        }
    }

    private void people() {
        boolean mentors = row.format().equals(ProgramRow.MENTOR);
        if (mentors == row.mentorForm().isEmpty()) {
            say("has " + (mentors ? "nothing" : row.mentorForm()) + " in mentorForm and " + row.format()
                    + " in format. Mentors need a form of their own; other formats leave it empty (\"\").");
        }
        if (!mentors && row.mentorMinYears() > 0) {
            say("has " + row.mentorMinYears() + " in mentorMinYears, but " + row.format()
                    + " in format: there are no mentors. Write 0.");
        }
        String first = row.firstContact();
        if (!mentors && (first.equals("mentee") || first.equals(ProgramRow.MENTOR))) {
            say("has " + first + " in firstContact, but " + row.format()
                    + " in format: there is none. Write both or host.");
        }
        if (!row.format().equals("group") && first.equals("host")) {
            say("has host in firstContact, but " + row.format()
                    + " in format: only groups have a host. Write both, or mentee or mentor where there are any.");
        }
        if (row.pollDays() > 0 && !row.hostRotates()) {
            say("has " + row.pollDays()
                    + " in pollDays, but nobody hosts (hostRotates is false), so nobody could propose"
                    + " dates. Write 0, or true in hostRotates.");
        }
        if (row.hostRotates() && row.contacts().never() && row.checkIns().never()) {
            say("has true in hostRotates, but neither contacts nor checkIns say how often the host changes. Write how"
                    + " often, or false in hostRotates.");
        }
        if (row.groupSmallest() > row.groupLargest()) {
            say("has " + row.groupSmallest() + " in groupSmallest and " + row.groupLargest()
                    + " in groupLargest. The smallest group cannot be larger than the largest: change one of them.");
        }
        if (row.groupSmallest() < A_PAIR) {
            say("has " + row.groupSmallest() + " in groupSmallest. Two people make a mentorship: write 2 or more.");
        }
    }

    private void intake() {
        boolean self = row.format().equals(ProgramRow.SELF);
        if (self && !row.rolling()) {
            say("has self in format and cohort in intake. People who found each other come at any time: write"
                    + " rolling.");
        }
        if (self && row.consentDays() > 0) {
            say("has self in format and " + row.consentDays() + " in consentDays. Nobody is matched, so nobody is"
                    + " asked about a match: write 0.");
        }
        boolean mentors = row.format().equals(ProgramRow.MENTOR);
        if (row.reconfirmDays() > 0 && (!mentors || row.reconfirmDays() <= row.formRemindAfterDays())) {
            say("has " + row.reconfirmDays()
                    + " in reconfirmDays. Write 0 where there are no mentors, and else more days"
                    + " than in formRemindAfterDays (" + row.formRemindAfterDays() + ").");
        }
        if (row.rolling() && !self && row.matchEveryDays() < 1) {
            say("has rolling in intake, so matchEveryDays must be 1 or more: every how many days are matches found?");
        }
        if (!row.rolling() && row.matchEveryDays() > 0) {
            say("has cohort in intake and " + row.matchEveryDays() + " in matchEveryDays. A cohort is matched on its"
                    + " one day: write 0, or rolling in intake.");
        }
        if (!row.rolling() && row.term().open()) {
            say("has cohort in intake and open in term. A cohort ends on its last day: write how long it takes, or"
                    + " rolling in intake.");
        }
        if (row.consentDays() > 0 && row.consentDays() <= row.formRemindAfterDays()) {
            say("has " + row.consentDays() + " in consentDays, but a reminder goes out after "
                    + row.formRemindAfterDays() + " days (formRemindAfterDays). Give people more days to agree.");
        }
        if (row.formRemindAfterDays() >= row.formExpiresAfterDays()) {
            say("has " + row.formRemindAfterDays() + " in formRemindAfterDays and " + row.formExpiresAfterDays()
                    + " in formExpiresAfterDays. A reminder must come before the form closes: give it more days.");
        }
    }

    /** A 0 here would mean: at once, or nobody. */
    private void zeros() {
        atLeastOne("formRemindAfterDays", row.formRemindAfterDays(), "the reminder would go out with the letter");
        atLeastOne("confirmExpiresAfterDays", row.confirmExpiresAfterDays(), "nobody could confirm their address");
        atLeastOne("checkInExpiresAfterDays", row.checkInExpiresAfterDays(), "nobody could answer a check-in");
        atLeastOne(
                "conductRemindAfterHours",
                row.conductRemindAfterHours(),
                "conduct handlers would be reminded" + " without a pause");
        atLeastOne("retentionMonths", row.retentionMonths(), "what people wrote would be deleted at once");
        atLeastOne("betterAfterDays", row.betterAfterDays(), "nobody would have time to talk");
        if (row.fewestAnswers() < FEWEST) {
            say("has " + row.fewestAnswers() + " in fewestAnswers: with so few, everybody could tell who said what."
                    + " Write " + FEWEST + " or more.");
        }
    }

    private void atLeastOne(String column, int cell, String why) {
        if (cell < 1) {
            say("has " + cell + " in " + column + ": " + why + ". Write 1 or more.");
        }
    }

    private void days() {
        zeros();
        reminders("checkInExpiresAfterDays", row.checkInExpiresAfterDays());
        reminders("confirmExpiresAfterDays", row.confirmExpiresAfterDays());
        Term term = row.term();
        Rhythm checkIns = row.checkIns();
        if (row.liveCall() && checkIns.never()) {
            say("has true in liveCall and never in checkIns. The check-in asks about the call: write false, or how"
                    + " often to ask.");
        }
        if (term.open()) {
            if (row.extensionMonths() > 0) {
                say("has open in term and " + row.extensionMonths() + " in extensionMonths. What has no end cannot go"
                        + " on longer: write 0.");
            }
            return;
        }
        if (!checkIns.never() && !term.holds(FIRST_DAY, checkIns.day(FIRST_DAY, 1))) {
            say("has a term that is shorter than the time to the first check-in (checkIns). Ask more often, write"
                    + " never, or give it a longer term.");
        }
        within("surveyBeforeDays", row.surveyBeforeDays(), FIRST_DAY.plusDays(row.surveyBeforeDays()));
        within("firstContactDays", row.firstContactDays(), FIRST_DAY.plusDays(row.firstContactDays()));
        within("trialReviewMonths", row.trialReviewMonths(), FIRST_DAY.plusMonths(row.trialReviewMonths()));
    }

    private void reminders(String column, int days) {
        if (days > 0 && days <= row.formRemindAfterDays()) {
            say("has " + days + " in " + column + ", but a reminder goes out after " + row.formRemindAfterDays()
                    + " days (formRemindAfterDays). Give people more days to answer.");
        }
    }

    private void within(String column, int cell, LocalDate day) {
        if (!day.isBefore(row.term().lastDay(FIRST_DAY))) {
            say("has " + cell + " in " + column + ", which is as long as its term or longer. Write less, or give it a"
                    + " longer term.");
        }
    }

    private void say(String what) {
        found.add("The row of " + row.program() + " " + what);
    }
}
