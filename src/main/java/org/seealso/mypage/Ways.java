package org.seealso.mypage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Ids;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways from My page to the forms that also stand in letters: each gets a link of its own, for a day. */
@Component
@Transactional
class Ways {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Map<String, Purpose> IN_A_MENTORSHIP = Map.of(
            "plans", Purpose.PLANS,
            "agreement", Purpose.AGREEMENT,
            "trouble", Purpose.FIT_PROBLEM,
            "leave", Purpose.LEAVE);

    private final Links links;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Cohorts cohorts;
    private final PublishedRules rules;
    private final MyStory story;
    private final Clock clock;

    Ways(
            Links links,
            Participants participants,
            Mentorships mentorships,
            Cohorts cohorts,
            PublishedRules rules,
            MyStory story,
            Clock clock) {
        this.links = links;
        this.participants = participants;
        this.mentorships = mentorships;
        this.cohorts = cohorts;
        this.rules = rules;
        this.story = story;
        this.clock = clock;
    }

    /** The program of a mentorship, if this person is a member of it. */
    Optional<ProgramRow> mine(Link page, UUID mentorshipId) {
        return member(page, mentorshipId)
                .map(member -> story.row(cohorts.cohort(member.cohortId()).program()));
    }

    private Optional<Participant> member(Link page, UUID mentorshipId) {
        return mentorships.find(mentorshipId).filter(Mentorship::agreed).stream()
                .flatMap(mentorship -> mentorship.members().stream())
                .filter(member -> member.person().id().equals(page.personId()))
                .findFirst();
    }

    /** Empty for what is not this person's, or over by now. */
    Optional<URI> to(Link page, String where, String about) {
        Optional<UUID> id = uuid(about);
        return switch (where) {
            case "answer" ->
                id.flatMap(link -> links.askedOf(page.personId()).stream()
                                .filter(asked -> asked.publicId().equals(link))
                                .findFirst())
                        .map(this::again);
            case "leave-program" ->
                id.flatMap(part -> participants.of(page.personId()).stream()
                                .filter(mine -> mine.id().equals(part))
                                .findFirst())
                        .map(part -> mint(Purpose.LEAVE, part, null));
            case "question", "report" ->
                participants.of(page.personId()).stream()
                        .findFirst()
                        .map(part -> mint(
                                where.equals("report") ? Purpose.CONDUCT_REPORT : Purpose.HELP,
                                part,
                                mentorships
                                        .current(part.id())
                                        .map(Mentorship::id)
                                        .orElse(null)));
            default -> {
                Purpose purpose = IN_A_MENTORSHIP.get(where);
                yield purpose == null
                        ? Optional.empty()
                        : id.flatMap(
                                mentorship -> member(page, mentorship).map(part -> mint(purpose, part, mentorship)));
            }
        };
    }

    private URI again(Link asked) {
        return links.mint(new Link(
                Ids.next(),
                Purpose.FORM,
                State.OPEN,
                asked.deployment(),
                asked.program(),
                asked.personId(),
                asked.participantId(),
                asked.mentorshipId(),
                asked.processInstance(),
                asked.form(),
                asked.expiresAt()));
    }

    private URI mint(Purpose purpose, Participant part, @Nullable UUID mentorship) {
        Instant until = clock.instant().plus(LIFE);
        return links.mint(new Link(
                Ids.next(),
                purpose,
                State.OPEN,
                rules.current(),
                cohorts.cohort(part.cohortId()).program(),
                part.person().id(),
                part.id(),
                mentorship,
                null,
                null,
                until));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
