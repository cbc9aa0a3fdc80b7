package org.seealso.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.seealso.engine.Rhythm;

/**
 * The dates of a cohort as a coordinator typed them: days such as 2026-01-12, and the information session such as
 * 2025-11-19T18:00. What was left open is empty.
 */
public record CohortWish(
        String opensOn,
        String closesOn,
        String matchOn,
        String startsOn,
        String endsOn,
        String sessionAt,
        String sessionMinutes,
        String sessionPlace) {
    private static final int A_DAY = 10;
    private static final int AN_HOUR = 60;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 480;

    /** The first day that is missing or no day, as a sentence; empty if all are there. */
    public Optional<String> missing(boolean rolling) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("Give the day on which applications open.", opensOn);
        wanted.put("Give the last day to apply.", closesOn);
        if (!rolling) {
            wanted.put("Give the matching day.", matchOn);
            wanted.put("Give the first day of the mentorships.", startsOn);
        }
        wanted.put(rolling ? "Give the day on which you look back." : "Give the last day of the mentorships.", endsOn);
        return wanted.entrySet().stream()
                .filter(day -> day(day.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** To be asked only if nothing is {@link #missing}. */
    public CohortPlan plan(boolean rolling, Rhythm checkIns) {
        LocalDate closes = given(closesOn);
        return new CohortPlan(
                given(opensOn),
                closes,
                rolling ? closes : given(matchOn),
                rolling ? closes : given(startsOn),
                given(endsOn),
                checkIns);
    }

    private static LocalDate given(String text) {
        return day(text).orElseThrow(() -> new IllegalArgumentException("not a date: " + text));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > A_DAY ? text.substring(0, A_DAY) : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with the information session, as a sentence; empty if it is fine or there is none. */
    public Optional<String> sessionFault(ZoneId zone, Instant now) {
        if (sessionAt.isBlank() && sessionPlace.isBlank()) {
            return Optional.empty();
        }
        if (sessionStart().isEmpty()) {
            return Optional.of("Give the day and the time of the information session, or leave its place empty, too.");
        }
        if (sessionPlace.isBlank()) {
            return Optional.of("Say where the information session is: a room, or the link of the call.");
        }
        if (minutes() < SHORTEST || minutes() > LONGEST) {
            return Optional.of("An information session takes " + SHORTEST + " to " + LONGEST + " minutes.");
        }
        if (sessionStart().get().atZone(zone).toInstant().isBefore(now)) {
            return Optional.of("The information session would be over already. Give a later day, or leave it out.");
        }
        return day(closesOn)
                .filter(last -> sessionStart().get().toLocalDate().isAfter(last))
                .map(late -> "The information session comes after the last day to apply. Give an earlier day.");
    }

    /** The session that is wanted; to be asked only if it has no {@link #sessionFault}. */
    public Optional<InformationSession> session(ZoneId zone) {
        return sessionStart()
                .map(start ->
                        new InformationSession(start.atZone(zone).toInstant(), minutes(), sessionPlace.strip(), 0));
    }

    private Optional<LocalDateTime> sessionStart() {
        try {
            return Optional.of(LocalDateTime.parse(sessionAt));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int minutes() {
        return sessionMinutes.isBlank()
                ? AN_HOUR
                : sessionMinutes.matches("\\d{1,4}") ? Integer.parseInt(sessionMinutes) : 0;
    }
}
