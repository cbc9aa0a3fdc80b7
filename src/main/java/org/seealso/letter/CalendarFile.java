package org.seealso.letter;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.seealso.engine.Language;

/**
 * Writes dates as an iCalendar file a calendar program can take over, with the rules of their time zones. The method is
 * PUBLISH, where nobody is asked to accept, and CANCEL if the file only calls dates off (RFC 5546, 3.2.1 and 4.1.3).
 */
final class CalendarFile {
    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    private CalendarFile() {}

    /** Whose dates these are: the program, at its coordinator's address. */
    record Host(String name, String email) {}

    /** @param domain completes the uid, which must be the same whenever the same date is sent again */
    static String of(List<CalendarEntry> entries, Host host, String domain, Instant writtenAt, Language language) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//SeeAlso//SeeAlso//" + language.code().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(
                entries.stream().allMatch(CalendarEntry::cancelled) ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        entries.stream()
                .map(CalendarEntry::zone)
                .map(ZoneId::getId)
                .distinct()
                .map(ZONES::getTimeZone)
                .forEach(zone -> calendar.add(zone.getVTimeZone()));
        entries.forEach(entry -> calendar.add(event(entry, host, domain, writtenAt, language)));
        return calendar.toString();
    }

    private static VEvent event(CalendarEntry entry, Host host, String domain, Instant writtenAt, Language language) {
        ZonedDateTime start = entry.start().atZone(entry.zone());
        Status status = entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
        Organizer organizer = new Organizer(URI.create("mailto:" + host.email()));
        organizer.add(new Cn(host.name()));
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid() + "@" + domain));
        event.add(new Sequence(entry.sequence()));
        event.add(status);
        event.add(organizer);
        event.add(new DtStamp(writtenAt));
        event.add(new DtStart<>(start));
        event.add(new DtEnd<>(start.plus(entry.length())));
        event.add(new Summary(String.valueOf(entry.title().in(language))));
        String note = String.valueOf(entry.note().in(language));
        if (!note.isBlank()) {
            event.add(new Description(note));
        }
        return event;
    }
}
