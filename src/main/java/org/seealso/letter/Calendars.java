package org.seealso.letter;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.InformationSessions;
import org.seealso.people.Meeting;
import org.seealso.people.Meetings;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meetings of a mentorship as letters carry them into the members' calendars. What comes back belongs into a letter
 * to every member: a change that is not sent leaves their calendars wrong.
 */
@Component
@Transactional
public class Calendars {
    private final Meetings meetings;
    private final Mentorships mentorships;
    private final Cohorts cohorts;
    private final InformationSessions sessions;

    Calendars(Meetings meetings, Mentorships mentorships, Cohorts cohorts, InformationSessions sessions) {
        this.sessions = sessions;
        this.meetings = meetings;
        this.mentorships = mentorships;
        this.cohorts = cohorts;
    }

    /** Every meeting still to come, as for somebody who joins; empty if none is. */
    public List<CalendarEntry> agreed(UUID mentorshipId) {
        return entries(mentorshipId, meetings.coming(mentorshipId));
    }

    /** Calls off the coming meetings of these days, both included, and says so; {@link LocalDate#MAX} has no end. */
    public List<CalendarEntry> callOff(UUID mentorshipId, LocalDate from, LocalDate until) {
        ZoneId zone = zone(mentorshipId);
        return entries(mentorshipId, meetings.callOff(mentorshipId, meeting -> {
            LocalDate day = LocalDate.ofInstant(meeting.startsAt(), zone);
            return !day.isBefore(from) && !day.isAfter(until);
        }));
    }

    /** Calls off everything still to come. */
    public List<CalendarEntry> callOff(UUID mentorshipId) {
        return callOff(mentorshipId, LocalDate.MIN, LocalDate.MAX);
    }

    /** Everything still to come that was called off, as for a letter that is written after it happened. */
    public List<CalendarEntry> calledOff(UUID mentorshipId) {
        return entries(mentorshipId, meetings.calledOff(mentorshipId));
    }

    /** The meetings still to come as called off, for somebody who is no longer one of those who meet. */
    public List<CalendarEntry> withoutThem(UUID mentorshipId) {
        return entries(
                mentorshipId,
                meetings.coming(mentorshipId).stream().map(Meeting::calledOff).toList());
    }

    /** Plans all meetings anew by the agreement; only what changed comes back. */
    public List<CalendarEntry> plan(UUID mentorshipId) {
        return entries(mentorshipId, meetings.plan(mentorshipId, lastDay(mentorshipId), zone(mentorshipId)));
    }

    /** Follows another last day of the mentorship, as after an extension; only what changed comes back. */
    public List<CalendarEntry> followEnd(UUID mentorshipId) {
        return entries(mentorshipId, meetings.endOn(mentorshipId, lastDay(mentorshipId), zone(mentorshipId)));
    }

    /** Meetings as calendar entries, whatever became of them. */
    public List<CalendarEntry> entries(UUID mentorshipId, List<Meeting> changed) {
        Mentorship mentorship = mentorships.mentorship(mentorshipId);
        ZoneId zone = zone(mentorshipId);
        return changed.stream()
                .map(meeting -> new CalendarEntry(
                        mentorshipId + "-meeting-" + meeting.number(),
                        language -> language.say("meeting", mentorship.label()),
                        meeting.startsAt(),
                        meeting.length(),
                        zone,
                        language -> language.say("meeting.note"),
                        meeting.sequence(),
                        meeting.cancelled()))
                .toList();
    }

    /** The information session of a cohort; empty if it has none (A2). */
    public List<CalendarEntry> session(UUID cohortId, String programName) {
        Cohort cohort = cohorts.cohort(cohortId);
        return sessions
                .of(cohortId)
                .map(session -> new CalendarEntry(
                        cohortId + "-session",
                        language -> programName,
                        session.startsAt(),
                        Duration.ofMinutes(session.minutes()),
                        cohort.zone(),
                        language -> language.say("session.note", session.place()),
                        session.sequence(),
                        false))
                .stream()
                .toList();
    }

    /** When and where that session is, for letters and forms; empty if there is none. */
    public Map<String, Object> whenAndWhere(UUID cohortId) {
        return sessions.of(cohortId)
                .map(session -> Map.<String, Object>of(
                        "meeting",
                        session.startsAt().atZone(cohorts.cohort(cohortId).zone()),
                        "place",
                        session.place()))
                .orElse(Map.of());
    }

    /** Without a last day, meetings stand in the calendars for a year. */
    private LocalDate lastDay(UUID mentorshipId) {
        Mentorship mentorship = mentorships.mentorship(mentorshipId);
        return mentorship.open() ? mentorship.startsOn().plusYears(1) : mentorship.endsOn();
    }

    private ZoneId zone(UUID mentorshipId) {
        return cohorts.cohort(mentorships.mentorship(mentorshipId).cohortId()).zone();
    }
}
