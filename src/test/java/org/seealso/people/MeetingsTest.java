package org.seealso.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.letter.CalendarEntry;
import org.seealso.letter.Calendars;
import org.springframework.beans.factory.annotation.Autowired;

/** A mentorship of the pilot, from January 12 to July 10. */
@SeeAlsoTest
class MeetingsTest {
    private static final LocalDate END = LocalDate.parse("2026-07-10");

    @Autowired
    Stage stage;

    @Autowired
    Meetings meetings;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Calendars calendars;

    private UUID id;

    @BeforeEach
    void aMentorshipUnderWay() {
        stage.opensOn("2026-01-13");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        id = stage.underWay(
                        cohort,
                        stage.participant(cohort, "Ana Silva", Participant.State.MATCHED),
                        stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED))
                .id();
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(Stage.WINNIPEG).toInstant();
    }

    private List<Meeting> agree(String first, Frequency frequency) {
        meetings.agree(id, UUID.randomUUID(), at(first), frequency, Duration.ofMinutes(60));
        return meetings.plan(id, END, Stage.WINNIPEG);
    }

    private List<String> coming() {
        return meetings.coming(id).stream()
                .map(m -> LocalDateTime.ofInstant(m.startsAt(), Stage.WINNIPEG).toString())
                .toList();
    }

    @Test
    void everyOtherWeekStaysOnItsDayAndHourAndEndsWithTheTerm() {
        agree("2026-03-03T18:30", Frequency.TWICE_MONTHLY);
        assertThat(coming()).startsWith("2026-03-03T18:30", "2026-03-17T18:30").endsWith("2026-07-07T18:30");
        assertThat(meetings.coming(id))
                .allSatisfy(m -> assertThat(LocalDateTime.ofInstant(m.startsAt(), Stage.WINNIPEG)
                                .getDayOfWeek())
                        .isEqualTo(java.time.DayOfWeek.TUESDAY));
    }

    @Test
    void oneDateAtATimeIsOneDate() {
        agree("2026-03-03T18:30", Frequency.FLEXIBLE);
        assertThat(coming()).containsExactly("2026-03-03T18:30");
    }

    @Test
    void theSameAgreementTwiceStirsNoCalendar() {
        assertThat(agree("2026-01-27T14:00", Frequency.MONTHLY)).hasSize(6);
        assertThat(agree("2026-01-27T14:00", Frequency.MONTHLY)).isEmpty();
    }

    @Test
    void aMeetingThatMovesKeepsItsNumberAndCountsTheChange() {
        agree("2026-01-27T14:00", Frequency.MONTHLY);
        List<Meeting> moved = agree("2026-01-28T14:00", Frequency.MONTHLY);
        assertThat(moved).extracting(Meeting::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(moved).extracting(Meeting::sequence).containsOnly(1);
    }

    @Test
    void callingOffInsideAPauseReachesOnlyItsDays() {
        agree("2026-01-27T14:00", Frequency.MONTHLY);
        List<CalendarEntry> off = calendars.callOff(id, LocalDate.parse("2026-02-27"), LocalDate.parse("2026-03-27"));
        assertThat(off).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.cancelled()).isTrue();
            assertThat(entry.sequence()).isOne();
        });
        assertThat(coming()).startsWith("2026-01-27T14:00", "2026-04-27T14:00");
        assertThat(calendars.callOff(id, LocalDate.parse("2026-02-27"), LocalDate.parse("2026-03-27")))
                .as("called off once")
                .isEmpty();
    }

    @Test
    void callingOffEverythingLeavesNothingToCome() {
        agree("2026-01-27T14:00", Frequency.WEEKLY);
        assertThat(calendars.callOff(id)).hasSize(24);
        assertThat(calendars.agreed(id)).isEmpty();
    }

    @Test
    void anExtensionAddsMeetingsAndDoesNotBringBackWhatWasCalledOff() {
        agree("2026-01-27T14:00", Frequency.MONTHLY);
        calendars.callOff(id, LocalDate.parse("2026-02-27"), LocalDate.parse("2026-02-27"));
        meetings.add(id, at("2026-03-02T09:00"), Duration.ofMinutes(60));
        mentorships.extend(id, LocalDate.parse("2026-09-30"));

        assertThat(calendars.followEnd(id))
                .extracting(entry -> LocalDate.ofInstant(entry.start(), Stage.WINNIPEG))
                .containsExactly(
                        LocalDate.parse("2026-07-27"), LocalDate.parse("2026-08-27"), LocalDate.parse("2026-09-27"));
        assertThat(coming()).contains("2026-03-02T09:00").doesNotContain("2026-02-27T14:00");
    }

    @Test
    void anEarlierEndCallsOffWhatComesAfterIt() {
        agree("2026-01-27T14:00", Frequency.MONTHLY);
        mentorships.extend(id, LocalDate.parse("2026-04-30"));
        assertThat(calendars.followEnd(id)).hasSize(2).allMatch(CalendarEntry::cancelled);
        assertThat(coming()).endsWith("2026-04-27T14:00");
    }
}
