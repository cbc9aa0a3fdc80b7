package org.seealso.rules;

import java.time.ZoneId;

/**
 * One row of program-rules.dmn: everything a program decides by data. Durations are whole days unless the name says
 * months; {@code everyMonths} is the check-in period (A4), {@code contactTarget} the contacts wanted in a period.
 */
public record ProgramRow(
        String program,
        String name,
        String association,
        ZoneId zone,
        String format,
        String applicationForm,
        int everyMonths,
        int contactTarget,
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
        String conductVersion) {}
