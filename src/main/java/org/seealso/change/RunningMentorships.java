package org.seealso.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Contacts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mentorships under way, as a coordinator looks at them before changing one. */
@Component
@Transactional(readOnly = true)
public class RunningMentorships {
    private final Changes changes;
    private final Cohorts cohorts;
    private final Mentorships mentorships;
    private final Contacts contacts;

    RunningMentorships(Changes changes, Cohorts cohorts, Mentorships mentorships, Contacts contacts) {
        this.changes = changes;
        this.cohorts = cohorts;
        this.mentorships = mentorships;
        this.contacts = contacts;
    }

    /** @param role mentor or mentee; empty among peers */
    public record Member(UUID participantId, String name, String role) {}

    /**
     * One mentorship.
     *
     * @param pausedUntil if it is paused now
     * @param pace on pace, behind or no contact yet, over the whole term so far (C3)
     * @param contacts how many there were of how many hoped for, such as "3 of 5"; empty before any is hoped for
     * @param lastCheckIn the day on which a member answered last
     */
    public record Line(
            UUID mentorshipId,
            String cohort,
            String program,
            List<Member> members,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate pausedUntil,
            boolean stopped,
            String pace,
            String contacts,
            @Nullable LocalDate lastCheckIn) {}

    /** Somebody who could come, and since when they wait. */
    public record Newcomer(UUID participantId, String name, String role, LocalDate since) {}

    /** A member and who could take their place. */
    public record Place(Member member, List<Newcomer> newcomers) {}

    /**
     * What can be changed about one mentorship today.
     *
     * @param changes the words of change.bpmn
     * @param places only members somebody could take the place of
     */
    public record Choice(
            Line line, LocalDate today, List<String> changes, List<Place> places, List<Newcomer> newcomers) {}

    /** @param programs those that whoever asks looks after */
    public List<Line> all(Set<String> programs) {
        List<Line> lines = new ArrayList<>();
        for (Cohort cohort : cohorts.all()) {
            if (programs.contains(cohort.program())) {
                lines.addAll(in(cohort, mentorships.in(cohort.id(), Mentorship.State.ACTIVE)));
            }
        }
        return lines;
    }

    /** Empty if there is none in these programs or nothing can be changed about it any more. */
    public Optional<Choice> choice(UUID id, Set<String> programs) {
        return mentorships
                .find(id)
                .filter(mentorship ->
                        programs.contains(cohorts.cohort(mentorship.cohortId()).program()))
                .filter(mentorship -> !changes.possible(mentorship).isEmpty())
                .map(this::choice);
    }

    private Choice choice(Mentorship mentorship) {
        Cohort cohort = cohorts.cohort(mentorship.cohortId());
        List<Change.Kind> possible = changes.possible(mentorship);
        List<Place> places = possible.contains(Change.Kind.SWAP)
                ? mentorship.members().stream()
                        .map(member -> new Place(
                                member(member), newcomers(changes.insteadOf(mentorship, member), cohort.zone())))
                        .filter(place -> !place.newcomers().isEmpty())
                        .toList()
                : List.of();
        List<Newcomer> more =
                possible.contains(Change.Kind.JOIN) ? newcomers(changes.more(mentorship), cohort.zone()) : List.of();
        return new Choice(
                in(cohort, List.of(mentorship)).get(0),
                changes.today(cohort),
                possible.stream().map(Change.Kind::word).toList(),
                places,
                more);
    }

    private List<Line> in(Cohort cohort, List<Mentorship> running) {
        if (running.isEmpty()) {
            return List.of();
        }
        ProgramRow row = changes.row(cohort);
        LocalDate today = changes.today(cohort);
        Map<UUID, Contacts.Told> told = contacts.counts(cohort.id(), row.contacts(), today);
        return running.stream()
                .flatMap(mentorship -> Optional.ofNullable(told.get(mentorship.id()))
                        .map(one -> line(mentorship, cohort, row.name(), one, today))
                        .stream())
                .toList();
    }

    private static Line line(
            Mentorship mentorship, Cohort cohort, String program, Contacts.Told told, LocalDate today) {
        LocalDate paused = mentorship.pausedUntil();
        Contacts.Count count = told.count();
        return new Line(
                mentorship.id(),
                cohort.name(),
                program,
                mentorship.members().stream().map(RunningMentorships::member).toList(),
                mentorship.startsOn(),
                mentorship.endsOn(),
                paused != null && paused.isAfter(today) ? paused : null,
                mentorship.stopped(),
                count.pace().words(),
                count.hoped() > 0 ? count.soFar() + " of " + count.hoped() : "",
                day(told.lastAnswer(), cohort.zone()));
    }

    private static @Nullable LocalDate day(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : LocalDate.ofInstant(moment, zone);
    }

    private static Member member(Participant member) {
        return new Member(member.id(), member.person().name(), shown(member.role()));
    }

    private static List<Newcomer> newcomers(List<Participants.Waiting> waiting, ZoneId zone) {
        return waiting.stream()
                .map(w -> new Newcomer(
                        w.participant().id(),
                        w.participant().person().name(),
                        shown(w.participant().role()),
                        LocalDate.ofInstant(w.since(), zone)))
                .toList();
    }

    private static String shown(String role) {
        return role.equals("peer") ? "" : role;
    }
}
