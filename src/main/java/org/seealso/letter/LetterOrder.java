package org.seealso.letter;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One letter to one person, written from {@code letters/{name}.md} of the given deployment.
 *
 * @param participantId what the standing links (help, something isn't working, report, leave) stand for
 * @param mentorshipId threads the letters of one mentorship (In-Reply-To)
 * @param values placeholders besides the common ones (see Placeholders)
 * @param link the private link to a form, if the letter asks for one
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
        List<CalendarEntry> calendar) {}
