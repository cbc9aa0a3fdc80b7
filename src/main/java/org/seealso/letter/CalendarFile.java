package org.seealso.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes dates as an iCalendar file a calendar program can take over, with the rules of their time zones. */
final class CalendarFile {
    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    private CalendarFile() {}

    /** @param domain completes the uid, which must be the same whenever the same date is sent again */
    static String of(List<CalendarEntry> entries, String domain, Instant writtenAt) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//SeeAlso//SeeAlso//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableMethod.PUBLISH);
        entries.stream()
                .map(CalendarEntry::zone)
                .map(ZoneId::getId)
                .distinct()
                .map(ZONES::getTimeZone)
                .forEach(zone -> calendar.add(zone.getVTimeZone()));
        for (CalendarEntry entry : entries) {
            ZonedDateTime start = entry.start().atZone(entry.zone());
            VEvent event = new VEvent(false);
            event.add(new net.fortuna.ical4j.model.property.DtStart<>(start));
            event.add(new net.fortuna.ical4j.model.property.DtEnd<>(start.plus(entry.length())));
            event.add(new net.fortuna.ical4j.model.property.Summary(entry.title()));
            event.add(new Uid(entry.uid() + "@" + domain));
            event.add(new DtStamp(writtenAt));
            if (!entry.note().isBlank()) {
                event.add(new Description(entry.note()));
            }
            calendar.add(event);
        }
        return calendar.toString();
    }
}
