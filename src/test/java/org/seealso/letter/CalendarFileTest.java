package org.seealso.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seealso.engine.Language;

/** The file read back as a calendar program reads it. */
class CalendarFileTest {
    private static final CalendarFile.Host HOST = new CalendarFile.Host("Pilot: Peers, Partners", "office@mla.example");

    private static CalendarEntry meeting(int number, Instant start, ZoneId zone, int sequence, boolean cancelled) {
        return new CalendarEntry(
                "m-meeting-" + number,
                language -> "Meeting: Ana Silva & Ben Okoro",
                start,
                Duration.ofMinutes(45),
                zone,
                language -> "Can't make it?",
                sequence,
                cancelled);
    }

    private static Calendar read(List<CalendarEntry> entries) {
        try {
            return new CalendarBuilder()
                    .build(new StringReader(CalendarFile.of(
                            entries,
                            HOST,
                            "seealso.example",
                            Instant.parse("2026-01-13T18:00:00Z"),
                            Language.ENGLISH)));
        } catch (IOException | ParserException e) {
            throw new AssertionError(e);
        }
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    private static String method(Calendar calendar) {
        return calendar.getProperty("METHOD").map(Property::getValue).orElse("");
    }

    @Test
    void aChangedAgreementIsOneFileOfNewMovedAndCancelledMeetings() {
        ZoneId winnipeg = ZoneId.of("America/Winnipeg");
        Instant start = Instant.parse("2026-02-03T20:00:00Z");
        Calendar file = read(List.of(
                meeting(1, start, winnipeg, 2, false),
                meeting(2, start.plusSeconds(3600), winnipeg, 1, true),
                meeting(3, start.plusSeconds(7200), winnipeg, 0, false)));

        assertThat(method(file)).isEqualTo("PUBLISH");
        assertThat(events(file))
                .extracting(e -> value(e, "UID"), e -> value(e, "SEQUENCE"), e -> value(e, "STATUS"))
                .containsExactly(
                        tuple("m-meeting-1@seealso.example", "2", "CONFIRMED"),
                        tuple("m-meeting-2@seealso.example", "1", "CANCELLED"),
                        tuple("m-meeting-3@seealso.example", "0", "CONFIRMED"));
        assertThat(events(file)).allSatisfy(event -> {
            assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:office@mla.example");
            assertThat(value(event, "DTSTAMP")).isEqualTo("20260113T180000Z");
            assertThat(value(event, "SUMMARY")).isEqualTo("Meeting: Ana Silva & Ben Okoro");
        });
    }

    @Test
    void aFileThatOnlyCallsOffSaysSo() {
        Calendar file = read(
                List.of(meeting(1, Instant.parse("2026-02-03T20:00:00Z"), ZoneId.of("America/Winnipeg"), 1, true)));
        assertThat(method(file)).isEqualTo("CANCEL");
        assertThat(value(events(file).get(0), "STATUS")).isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"America/Winnipeg", "America/St_Johns", "America/Regina", "Europe/Berlin", "Pacific/Auckland"})
    void theHourOnTheWallStaysWhenTheClocksChange(String zone) {
        ZoneId there = ZoneId.of(zone);
        LocalDate first = LocalDate.parse("2026-01-27");
        List<CalendarEntry> year = IntStream.range(0, 52)
                .mapToObj(week -> meeting(
                        week, first.plusWeeks(week).atTime(14, 0).atZone(there).toInstant(), there, 0, false))
                .toList();

        List<VEvent> events = events(read(year));

        for (int week = 0; week < 52; week++) {
            ZonedDateTime start = (ZonedDateTime)
                    ((DtStart<?>) events.get(week).getProperty("DTSTART").orElseThrow()).getDate();
            assertThat(start.toLocalDate()).isEqualTo(first.plusWeeks(week));
            assertThat(start.toLocalTime()).isEqualTo(LocalTime.of(14, 0));
            assertThat(start.toInstant())
                    .as("the file's own rules of %s in week %s", zone, week)
                    .isEqualTo(year.get(week).start());
        }
    }
}
