package org.seealso.letter;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.DueDates;
import org.seealso.engine.Worded;
import org.seealso.mail.Attachment;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Hosts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** Letters to participants: adds what any of them may say about the cohort, the mentorship and the partners. */
@Component
public class ParticipantLetters {
    private final Letters letters;
    private final Participants participants;
    private final Cohorts cohorts;
    private final Mentorships mentorships;
    private final ShortProfiles profiles;
    private final PublishedRules rules;
    private final Hosts hosts;
    private final DueDates dates;

    ParticipantLetters(
            Letters letters,
            Participants participants,
            Cohorts cohorts,
            Mentorships mentorships,
            ShortProfiles profiles,
            PublishedRules rules,
            Hosts hosts,
            DueDates dates) {
        this.letters = letters;
        this.participants = participants;
        this.cohorts = cohorts;
        this.mentorships = mentorships;
        this.profiles = profiles;
        this.rules = rules;
        this.hosts = hosts;
        this.dates = dates;
    }

    public void write(String name, Under under, UUID participantId) {
        write(name, under, participantId, null, Map.of(), null, List.of());
    }

    public void write(String name, Under under, UUID participantId, Map<String, ?> values) {
        write(name, under, participantId, null, values, null, List.of());
    }

    /**
     * Writes one letter.
     *
     * @param mentorshipId whose other members the letter may name; null before the match
     * @param values placeholders of this letter alone
     * @param link the private link, if the letter asks for a form
     */
    public void write(
            String name,
            Under under,
            UUID participantId,
            @Nullable UUID mentorshipId,
            Map<String, ?> values,
            @Nullable URI link,
            List<CalendarEntry> calendar) {
        write(name, under, participantId, mentorshipId, values, link, calendar, null);
    }

    /** The same with a file that goes with it. */
    public void write(
            String name,
            Under under,
            UUID participantId,
            @Nullable UUID mentorshipId,
            Map<String, ?> values,
            @Nullable URI link,
            List<CalendarEntry> calendar,
            @Nullable Attachment attachment) {
        Participant participant = participants.participant(participantId);
        Map<String, Object> all = new HashMap<>();
        Cohort cohort = cohorts.cohort(participant.cohortId());
        all.put("cohortName", cohort.name());
        all.put("opensOn", cohort.opensOn());
        all.put("deadline", cohort.closesOn());
        ProgramRow row = rules.row(under.deployment(), under.program());
        all.put("group", row.groups());
        if (!row.rolling()) {
            // Where people are matched as they come, only a mentorship has a first and a last day.
            all.put("startsOn", cohort.startsOn());
            all.put("endsOn", cohort.endsOn());
        }
        Optional<Mentorship> mentorship = Optional.ofNullable(mentorshipId).map(mentorships::mentorship);
        mentorship.ifPresent(m -> all.putAll(ofMentorship(m, participant, under)));
        mentorship
                .filter(m -> row.hostRotates() && m.state() == Mentorship.State.ACTIVE)
                .flatMap(m -> hosts.of(m, Hosts.period(m, row.gatherings(), dates.today(row.zone()))))
                .ifPresent(host -> {
                    all.put("host", host.person().name());
                    all.put("hosting", host.id().equals(participantId));
                });
        all.putAll(values);
        letters.write(new LetterOrder(
                name,
                under.deployment(),
                under.program(),
                participant.person().id(),
                participantId,
                // A match nobody has agreed to yet is nothing to have trouble in.
                mentorship.filter(Mentorship::agreed).map(Mentorship::id).orElse(null),
                all,
                link,
                calendar,
                attachment));
    }

    private Map<String, Object> ofMentorship(Mentorship mentorship, Participant reader, Under under) {
        UUID participantId = reader.id();
        List<Participant> partners = mentorship.partnersOf(participantId);
        List<Map<String, Object>> contacts = new ArrayList<>();
        if (mentorship.agreed()) {
            partners.forEach(partner -> contacts.add(Map.of(
                    "name", partner.person().name(), "email", partner.person().email())));
        }
        Map<String, Object> values = new HashMap<>(Map.of(
                "partnerNames",
                mentorship.partnerNames(participantId),
                "partnerContacts",
                contacts,
                "partners",
                mentorship.agreed()
                        ? List.of()
                        : (Worded) language -> profiles.of(partners, under.deployment(), language),
                "reasons",
                mentorships.reasons(mentorship.id(), participantId),
                "startsOn",
                mentorship.startsOn(),
                "trio",
                partners.size() > 1,
                "early",
                mentorships.endedEarly(mentorship.id())));
        if (!mentorship.open()) {
            values.put("endsOn", mentorship.endsOn());
        }
        return values;
    }
}
