package org.seealso.letter;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.mail.Attachment;

/**
 * One letter to one person, written from {@code letters/{name}.md} of the given deployment.
 *
 * @param participantId what the standing links (help, something isn't working, report, leave) stand for
 * @param mentorshipId threads the letters of one mentorship (In-Reply-To)
 * @param values placeholders besides the common ones (see Placeholders)
 * @param link the private link to a form, if the letter asks for one
 * @param attachment a file that goes with the letter, if there is one
 */
public record LetterOrder(
        String name,
        String deployment,
        String program,
        UUID personId,
        @Nullable UUID participantId,
        @Nullable UUID mentorshipId,
        Map<String, Object> values,
        @Nullable URI link,
        List<CalendarEntry> calendar,
        @Nullable Attachment attachment) {

    public LetterOrder(
            String name,
            String deployment,
            String program,
            UUID personId,
            @Nullable UUID participantId,
            @Nullable UUID mentorshipId,
            Map<String, Object> values,
            @Nullable URI link,
            List<CalendarEntry> calendar) {
        this(name, deployment, program, personId, participantId, mentorshipId, values, link, calendar, null);
    }
}
