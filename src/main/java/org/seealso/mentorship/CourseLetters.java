package org.seealso.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.letter.CalendarEntry;
import org.seealso.letter.Calendars;
import org.seealso.letter.LastDays;
import org.seealso.letter.Letters;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters that tell members of a change: neutral, the same for everybody, and with the calendar brought in line
 * (complaint 4).
 */
@Component
@Transactional
class CourseLetters {
    private final ParticipantLetters letters;
    private final Letters written;
    private final Calendars calendars;
    private final LastDays lastDays;
    private final Mentorships mentorships;
    private final PublishedRules rules;

    CourseLetters(
            ParticipantLetters letters,
            Letters written,
            Calendars calendars,
            LastDays lastDays,
            Mentorships mentorships,
            PublishedRules rules) {
        this.letters = letters;
        this.written = written;
        this.calendars = calendars;
        this.lastDays = lastDays;
        this.mentorships = mentorships;
        this.rules = rules;
    }

    void paused(Under under, UUID mentorship, LocalDate until) {
        toAll("paused", under, mentorship, Map.of("until", until), calendars.callOff(mentorship, LocalDate.MIN, until));
    }

    void stopped(Under under, UUID mentorship) {
        toAll("stopped", under, mentorship, Map.of(), calendars.callOff(mentorship));
    }

    /** The agreement counts again, and its meetings stand in the calendars again. */
    void resumed(Under under, UUID mentorship) {
        toAll("resumed", under, mentorship, Map.of(), calendars.plan(mentorship));
    }

    void extended(Under under, UUID mentorship) {
        ProgramRow row = rules.row(under.deployment(), under.program());
        List<CalendarEntry> calendar = new ArrayList<>(calendars.followEnd(mentorship));
        calendar.addAll(lastDays.entries(mentorships.mentorship(mentorship), row));
        toAll("extended", under, mentorship, Map.of(), calendar);
    }

    /** Whoever was there learns who comes; whoever comes gets everything they missed. */
    void joined(Under under, UUID mentorship, UUID newcomer) {
        String name = mentorships.mentorship(mentorship).members().stream()
                .filter(member -> member.id().equals(newcomer))
                .map(member -> member.person().name())
                .findFirst()
                .orElse("");
        for (Participant member : mentorships.mentorship(mentorship).members()) {
            if (!member.id().equals(newcomer)) {
                letters.write("member-joined", under, member.id(), mentorship, Map.of("label", name), null, List.of());
            }
        }
        ProgramRow row = rules.row(under.deployment(), under.program());
        List<CalendarEntry> calendar = new ArrayList<>(calendars.agreed(mentorship));
        calendar.addAll(lastDays.entries(mentorships.mentorship(mentorship), row));
        letters.write(
                "kickoff",
                under,
                newcomer,
                mentorship,
                FirstWord.of(mentorships.mentorship(mentorship), row.firstContact(), newcomer)
                        .values(),
                null,
                calendar);
    }

    /**
     * When the second of two leaves in the same moment, the end of the mentorship overtakes the letter they were about
     * to get.
     */
    void farewellsCutShort(Under under, UUID mentorship) {
        for (Participant leaver : mentorships.leavers(mentorship)) {
            if (!written.wasWritten("left", mentorship, leaver.person().id())) {
                farewell(under, mentorship, leaver.id());
            }
        }
    }

    /** Whoever leaves has these meetings in their calendar, too: all are called off for them alone. */
    void farewell(Under under, UUID mentorship, UUID leaver) {
        letters.write("left", under, leaver, mentorship, Map.of(), null, calendars.withoutThem(mentorship));
    }

    private void toAll(
            String letter, Under under, UUID mentorship, Map<String, ?> values, List<CalendarEntry> calendar) {
        for (Participant member : mentorships.mentorship(mentorship).members()) {
            letters.write(letter, under, member.id(), mentorship, values, null, calendar);
        }
    }
}
