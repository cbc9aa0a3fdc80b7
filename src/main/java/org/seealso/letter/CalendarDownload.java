package org.seealso.letter;

import java.time.Clock;
import java.util.UUID;
import org.seealso.engine.Language;
import org.seealso.mail.Post;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;

/** The meetings still to come as a file, the same as our letters bring it, for whoever lost theirs. */
@Component
public class CalendarDownload {
    private final Calendars calendars;
    private final Post post;
    private final Clock clock;

    CalendarDownload(Calendars calendars, Post post, Clock clock) {
        this.calendars = calendars;
        this.post = post;
        this.clock = clock;
    }

    public String of(UUID mentorshipId, ProgramRow row, Language language) {
        return CalendarFile.of(
                calendars.agreed(mentorshipId),
                new CalendarFile.Host(row.name(), row.coordinatorEmail()),
                post.domain(),
                clock.instant(),
                language);
    }
}
