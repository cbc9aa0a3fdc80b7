package org.seealso.rules;

import java.time.ZoneId;
import java.util.List;
import org.seealso.engine.Rhythm;

/**
 * One row of program-rules.dmn: everything a program decides by data. Durations are whole days unless the name says
 * months or hours. A 0 in {@code consentDays}, {@code newsEveryDays}, {@code starvedAfterDays},
 * {@code firstContactDays} or {@code extensionMonths} means: not at all.
 *
 * @param format peer, mentor or group
 * @param applicationForm what peers, group members or mentees send
 * @param intake cohort (everybody is matched on one day) or rolling (people are matched as they come, C7)
 * @param mentorForm what mentors send; empty where there are none
 * @param maxHoursApart the most hours between the clocks of two people who can only talk live
 * @param sameEmployer never, avoid or fine
 * @param seniority senior (the mentor has more years), similar, reversed (the mentee has more, D22) or any
 * @param termMonths how long a mentorship lasts where intake is rolling; a cohort's dates say it otherwise
 * @param consentDays how long each member may take to agree to a match before anybody learns a surname
 * @param orientationMonths how long an orientation holds, without which nobody is matched; 0 if there is none
 * @param reconfirmDays how long mentors of earlier cohorts have to say yes again; 0 if they apply again
 * @param carryOverMonths how long an application without a match may wait for the next cohort; 0 if it may not
 * @param starvedAfterDays when somebody has waited so long, a coordinator is asked to help the pool
 * @param checkIns how often members are asked how it goes (A4)
 * @param contacts how many contacts are hoped for, over the whole term (C3)
 * @param firstContact who writes first: both, mentee, mentor or host (C5)
 * @param liveCall whether one call or video is asked about until there was one (B3)
 * @param partnerFirst whether trouble is first for the members, with help, and then for the office (C10)
 * @param betterAfterDays when somebody who spoke with the partner is asked whether it is better
 * @param extensionMonths how much longer members may go on if all of them want to (C6)
 * @param fewestAnswers results of surveys are shown from so many answers on
 */
public record ProgramRow(
        String program,
        String name,
        String association,
        ZoneId zone,
        String format,
        String applicationForm,
        boolean agreement,
        int confirmExpiresAfterDays,
        int formRemindAfterDays,
        int formExpiresAfterDays,
        int checkInExpiresAfterDays,
        int surveyBeforeDays,
        int evaluationAfterDays,
        int conductRemindAfterHours,
        String coordinatorName,
        String coordinatorEmail,
        String officeName,
        String officeEmail,
        String conductHandlers,
        String conductUrl,
        String conductVersion,
        String intake,
        String mentorForm,
        int mentorMinYears,
        int maxHoursApart,
        String sameEmployer,
        String seniority,
        int groupSmallest,
        int groupLargest,
        int termMonths,
        int consentDays,
        int matchEveryDays,
        int newsEveryDays,
        int orientationMonths,
        int reconfirmDays,
        int carryOverMonths,
        int starvedAfterDays,
        Rhythm checkIns,
        Rhythm contacts,
        String firstContact,
        int firstContactDays,
        boolean liveCall,
        boolean partnerFirst,
        int betterAfterDays,
        int extensionMonths,
        int fewestAnswers) {

    public static final String MENTOR = "mentor";

    public ProgramRow {
        oneOf(program, "format", format, "peer", MENTOR, "group");
        oneOf(program, "intake", intake, "cohort", "rolling");
        oneOf(program, "sameEmployer", sameEmployer, "never", "avoid", "fine");
        oneOf(program, "seniority", seniority, "senior", "similar", "reversed", "any");
        if (intake.equals("rolling") && (matchEveryDays < 1 || termMonths < 1)) {
            throw new IllegalArgumentException("The row of " + program + " has rolling in intake, so matchEveryDays and"
                    + " termMonths must be 1 or more.");
        }
        if (consentDays > 0 && consentDays <= formRemindAfterDays) {
            throw new IllegalArgumentException(
                    "The row of " + program + " has " + consentDays + " in consentDays, but a"
                            + " reminder goes out after " + formRemindAfterDays
                            + " days (formRemindAfterDays). Give people more"
                            + " days to agree.");
        }
        if (format.equals(MENTOR) == mentorForm.isEmpty()) {
            throw new IllegalArgumentException("The row of " + program + " has "
                    + (mentorForm.isEmpty() ? "nothing" : mentorForm) + " in mentorForm and " + format
                    + " in format. Mentors need a form of their own; other formats leave it empty (\"\").");
        }
        if (reconfirmDays > 0 && (!format.equals(MENTOR) || reconfirmDays <= formRemindAfterDays)) {
            throw new IllegalArgumentException("The row of " + program + " has " + reconfirmDays
                    + " in reconfirmDays. Write 0 where there are no mentors, and else more days than in"
                    + " formRemindAfterDays (" + formRemindAfterDays + ").");
        }
        oneOf(program, "firstContact", firstContact, "both", "mentee", MENTOR, "host");
        if (!format.equals(MENTOR) && (firstContact.equals("mentee") || firstContact.equals(MENTOR))) {
            throw new IllegalArgumentException("The row of " + program + " has " + firstContact
                    + " in firstContact, but " + format + " in format: there is none. Write both or host.");
        }
    }

    private static void oneOf(String program, String column, String cell, String... allowed) {
        if (!List.of(allowed).contains(cell)) {
            throw new IllegalArgumentException("The row of " + program + " has " + cell + " in " + column
                    + ", where one of these must stand: " + String.join(", ", allowed) + ".");
        }
    }

    public boolean rolling() {
        return intake.equals("rolling");
    }

    /** Peers meet in pairs; three of them come of an odd head-count (A3). */
    public boolean isTrioOfPeers(int members) {
        return format.equals("peer") && members == 3;
    }

    /** Whom the program takes, by the word kept with each participant. */
    public List<String> roles() {
        return format.equals(MENTOR) ? List.of("mentee", MENTOR) : List.of("peer");
    }

    public String formOf(String role) {
        return role.equals(MENTOR) ? mentorForm : applicationForm;
    }

    /** Every application form of the program. */
    public List<String> applicationForms() {
        return roles().stream().map(this::formOf).toList();
    }
}
