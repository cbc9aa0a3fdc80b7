package org.seealso.rules;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.seealso.engine.Rhythm;
import org.seealso.engine.Term;

/**
 * One row of program-rules.dmn: everything a program decides by data. Durations are whole days unless the name says
 * months or hours. A 0 in {@code consentDays}, {@code newsEveryDays}, {@code starvedAfterDays},
 * {@code firstContactDays}, {@code trialReviewMonths} or {@code extensionMonths} means: not at all.
 *
 * @param format peer, mentor, group, or self: those who found each other (D1)
 * @param applicationForm what peers, group members or mentees send
 * @param intake cohort (everybody is matched on one day) or rolling (people are matched as they come, C7)
 * @param mentorForm what mentors send; empty where there are none
 * @param maxHoursApart the most hours between the clocks of two people who can only talk live
 * @param sameEmployer never, avoid or fine
 * @param seniority senior (the mentor has more years), similar, reversed (the mentee has more, D22) or any
 * @param hostRotates whether another member hosts in each period, and letters name them (D6, D7)
 * @param pollDays how long members may take to say which of the host's dates suit them; 0 if no dates are asked for (D8)
 * @param team the group of coordinators who look after the program; others see nothing of it
 * @param closingForm what everybody is asked at the end
 * @param surveysPerYear how many closing surveys one person gets in twelve months; 0 if there is no limit. Where members
 *     may go on, the survey asks for that, too, and goes to everybody
 * @param retentionMonths how long what people wrote is kept after their part is over, unless they chose less (B14)
 * @param term how long a mentorship lasts where intake is rolling; a cohort's dates say it otherwise
 * @param trialReviewMonths when everybody is asked whether it fits
 * @param consentDays how long each member may take to agree to a match before anybody learns a surname
 * @param orientationMonths how long an orientation holds, without which nobody is matched; 0 if there is none
 * @param reconfirmDays how long mentors of earlier cohorts have to say yes again; 0 if they apply again
 * @param carryOverMonths how long an application without a match may wait for the next cohort; 0 if it may not
 * @param starvedAfterDays when somebody has waited so long, a coordinator is asked to help the pool
 * @param checkIns how often members are asked how it goes (A4)
 * @param contacts how many contacts are hoped for, over the whole term (C3)
 * @param topics which topics of the check-in form letters suggest, with commas between; all means every one (E7)
 * @param firstContact who writes first: both, mentee, mentor or host (C5)
 * @param liveCall whether one call or video is asked about until there was one (B3)
 * @param partnerFirst whether trouble is first for the members, with help, and then for the office (C10)
 * @param betterAfterDays when somebody who spoke with the partner is asked whether it is better
 * @param newPartnerFromMonth after how many months members may change partners; 0 if at any time
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
        String closingForm,
        int surveysPerYear,
        int evaluationAfterDays,
        int retentionMonths,
        int conductRemindAfterHours,
        String coordinatorName,
        String coordinatorEmail,
        String officeName,
        String officeEmail,
        String team,
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
        boolean hostRotates,
        int pollDays,
        Term term,
        int trialReviewMonths,
        int consentDays,
        int matchEveryDays,
        int newsEveryDays,
        int orientationMonths,
        int reconfirmDays,
        int carryOverMonths,
        int starvedAfterDays,
        Rhythm checkIns,
        Rhythm contacts,
        String topics,
        String firstContact,
        int firstContactDays,
        boolean liveCall,
        boolean partnerFirst,
        int betterAfterDays,
        int newPartnerFromMonth,
        int extensionMonths,
        int fewestAnswers) {

    public static final String MENTOR = "mentor";
    /** The format of those who found each other: nobody is matched (D1). */
    static final String SELF = "self";

    public boolean rolling() {
        return intake.equals("rolling");
    }

    /** How often a group is to meet, and so how often another member hosts (D8). */
    public Rhythm gatherings() {
        return contacts.never() ? checkIns : contacts;
    }

    public boolean groups() {
        return format.equals("group");
    }

    /** With fewer members a mentorship is over, and whoever is left is asked what they would like instead. */
    public int fewestMembers() {
        return groups() ? groupSmallest : 2;
    }

    /** Whether people register together instead of applying one by one (D1). */
    public boolean selfSelected() {
        return format.equals(SELF);
    }

    /** The topics letters may suggest; empty for all of the check-in form. */
    public Set<String> suggestedTopics() {
        return topics.equals("all") ? Set.of() : Set.of(topics.strip().split("\\s*,\\s*"));
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
