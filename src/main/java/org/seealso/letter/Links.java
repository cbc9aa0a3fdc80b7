package org.seealso.letter;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Private links: 256 random bits, only their SHA-256 kept (house law 6). */
public interface Links {
    /**
     * FORM is one emailed form; MY_PAGE opens everything about one person for half an hour; NEW_ADDRESS agrees to another
     * address; the others stand in every letter.
     */
    enum Purpose {
        FORM,
        HELP,
        FIT_PROBLEM,
        CONDUCT_REPORT,
        LEAVE,
        /** Ends letters nobody needs, or lets them come again. */
        OPTIONAL_LETTERS,
        PLANS,
        AGREEMENT,
        MY_PAGE,
        NEW_ADDRESS,
        FINISH
    }

    /** OPEN until answered, withdrawn, reassigned or expired. */
    enum State {
        OPEN,
        ANSWERED,
        WITHDRAWN,
        EXPIRED
    }

    /** @param publicId names the form's clean address; not secret */
    record Link(
            UUID publicId,
            Purpose purpose,
            State state,
            String deployment,
            String program,
            UUID personId,
            @Nullable UUID participantId,
            @Nullable UUID mentorshipId,
            @Nullable String processInstance,
            @Nullable String form,
            Instant expiresAt) {
        /** A link to the same form for the same person. */
        public Link as(UUID id, State inState) {
            return new Link(
                    id,
                    purpose,
                    inState,
                    deployment,
                    program,
                    personId,
                    participantId,
                    mentorshipId,
                    processInstance,
                    form,
                    expiresAt);
        }
    }

    /** A new link to one form for one person; {@code {base}/f/{token}}. */
    default URI mint(Link link) {
        return mint(List.of(link)).get(0);
    }

    /** Several at once, in the same order; a letter carries up to six. */
    List<URI> mint(List<Link> links);

    /** The link behind a token, whatever its state; expired ones come back as EXPIRED. */
    Optional<Link> open(String token);

    /** The same for many at once, by token; tokens that are none are left out. */
    Map<String, Link> open(Collection<String> tokens);

    Optional<Link> byPublicId(UUID publicId);

    /** Ends the open FORM links of a process instance; how many were still open. */
    int close(String processInstance, State state);

    /** Gives the open links of a form another last moment. */
    void moveEnd(String processInstance, Instant end);

    /** Ends every link of a participant but help and report: somebody who left keeps their voice. */
    void withdrawAll(UUID participantId);

    /** The same for one mentorship alone. */
    void withdrawAll(UUID participantId, UUID mentorshipId);

    /** The FORM links a person could still answer, one for each form, the newest of each. */
    List<Link> askedOf(UUID personId);

    /** Ends one link, such as the one to My page when its reader closes it. */
    void end(UUID publicId);

    /** How many links of this purpose a person was sent since. */
    int mintedSince(UUID personId, Purpose purpose, Instant moment);

    /** The process instances whose FORM links to this participant are open. */
    List<String> openForms(UUID participantId);

    List<String> openForms(UUID participantId, UUID mentorshipId);

    /** Keeps a half-filled form (JSON) until it is answered; every letter about the same form opens the same draft. */
    void saveDraft(UUID publicId, String json);

    Optional<String> draft(UUID publicId);

    /** Remembers which answer came through a link; whatever was half-filled is over. */
    void answered(UUID publicId, UUID submission);

    /** The answer that came through a link; every letter about the same form knows it. */
    Optional<UUID> submission(UUID publicId);

    /** True once for each answer, so that it is copied once. */
    boolean copyOnce(UUID publicId);
}
