package org.seealso.change;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.seealso.change.Change.Kind;
import org.seealso.engine.DueDates;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Exclusions;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What coordinators may change about a mentorship under way, and what stands in the way, in a sentence that says what to
 * do next. The page asks here before it is sent, and the process again when it acts.
 */
@Component
@Transactional
public class Changes {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.CANADA);

    /** Nobody plans further ahead; a year typed wrong does. */
    private static final int MONTHS_AHEAD = 24;

    /** Peers meet in pairs, or in threes (A3). */
    private static final int TRIO = 3;

    private static final Set<Participant.State> WAITING =
            EnumSet.of(Participant.State.POOL, Participant.State.UNMATCHED);

    private final Mentorships mentorships;
    private final Participants participants;
    private final Cohorts cohorts;
    private final Exclusions exclusions;
    private final ChangeProcess process;
    private final PublishedRules rules;
    private final DueDates dates;

    Changes(
            Mentorships mentorships,
            Participants participants,
            Cohorts cohorts,
            Exclusions exclusions,
            ChangeProcess process,
            PublishedRules rules,
            DueDates dates) {
        this.mentorships = mentorships;
        this.participants = participants;
        this.cohorts = cohorts;
        this.exclusions = exclusions;
        this.process = process;
        this.rules = rules;
        this.dates = dates;
    }

    /** Whom the change is about; empty if no such mentorship is known. */
    Optional<Mentorship> mentorship(Change change) {
        return change.mentorship().flatMap(mentorships::find);
    }

    Cohort cohort(Mentorship mentorship) {
        return cohorts.cohort(mentorship.cohortId());
    }

    ProgramRow row(Cohort cohort) {
        return rules.row(rules.current(), cohort.program());
    }

    LocalDate today(Cohort cohort) {
        return dates.today(cohort.zone());
    }

    private LocalDate today(Mentorship mentorship) {
        return today(cohort(mentorship));
    }

    /** What stands in the way of this change; empty if nothing does. */
    public Optional<String> fault(Change change) {
        Optional<Mentorship> found = mentorship(change);
        if (found.isEmpty()) {
            return Optional.of("Choose the mentorship that is to change.");
        }
        if (change.kind().isEmpty()) {
            return Optional.of("Choose what is to change.");
        }
        Kind kind = change.kind().get();
        Mentorship mentorship = found.get();
        return notUnderWay(mentorship).or(() -> stopped(mentorship, kind)).or(() -> switch (kind) {
            case PAUSE -> pause(mentorship, change.until());
            case RESUME -> resume(mentorship);
            case EXTEND -> extend(mentorship, change.until());
            case SWAP -> swap(mentorship, change.leaver(), change.newcomer());
            case JOIN -> join(mentorship, change.newcomer());
            case NEW_PARTNER -> tooSoon(mentorship);
            case END -> Optional.empty();
        });
    }

    private Optional<String> notUnderWay(Mentorship mentorship) {
        return switch (mentorship.state()) {
            case PROPOSED, PLANNED ->
                Optional.of("This mentorship has not begun yet. Change it after its kickoff on "
                        + DAY.format(mentorship.startsOn()) + ", or choose another one.");
            case CALLED_OFF, CLOSED -> Optional.of("This mentorship is over already. Choose another one.");
            case ENDING -> closing();
            case ACTIVE -> process.hears(mentorship.id()) ? Optional.empty() : closing();
        };
    }

    private static Optional<String> closing() {
        return Optional.of("This mentorship is closing already, and its members have been asked for a last word."
                + " Nothing can be changed any more; choose another one.");
    }

    private static Optional<String> stopped(Mentorship mentorship, Kind kind) {
        return mentorship.stopped() && kind != Kind.END
                ? Optional.of(
                        "A conduct handler has stopped it, and only a conduct handler can let it go on. You can end"
                                + " it, or ask the conduct handlers.")
                : Optional.empty();
    }

    private Optional<String> pause(Mentorship mentorship, Optional<LocalDate> until) {
        if (until.isEmpty()) {
            return Optional.of("Give the day on which the pause ends.");
        }
        LocalDate day = until.get();
        if (!day.isAfter(today(mentorship))) {
            return Optional.of("A pause ends on a later day than today. Choose a day to come.");
        }
        if (day.isAfter(mentorship.endsOn())) {
            return Optional.of("The mentorship ends on " + DAY.format(mentorship.endsOn())
                    + ", before this pause would. Choose an earlier day, or give it another last day first.");
        }
        if (day.equals(mentorship.pausedUntil())) {
            return Optional.of("It is paused until " + DAY.format(day) + " already. Choose another day.");
        }
        return Optional.empty();
    }

    private Optional<String> resume(Mentorship mentorship) {
        return isPaused(mentorship)
                ? Optional.empty()
                : Optional.of("It is not paused, so there is nothing to take up again. Choose something else.");
    }

    private boolean isPaused(Mentorship mentorship) {
        LocalDate until = mentorship.pausedUntil();
        return until != null && until.isAfter(today(mentorship));
    }

    private Optional<String> extend(Mentorship mentorship, Optional<LocalDate> until) {
        if (until.isEmpty()) {
            return Optional.of("Give the new last day.");
        }
        if (!mentorship.open() && !until.get().isAfter(mentorship.endsOn())) {
            return Optional.of("Its last day is " + DAY.format(mentorship.endsOn())
                    + " as it is. Choose a later day, or end it now instead.");
        }
        if (until.get().isAfter(today(mentorship).plusMonths(MONTHS_AHEAD))) {
            return Optional.of(
                    "That is more than " + MONTHS_AHEAD + " months ahead. Look at the year, or choose an earlier day.");
        }
        return Optional.empty();
    }

    private Optional<String> tooSoon(Mentorship mentorship) {
        LocalDate from =
                mentorship.startsOn().plusMonths(row(cohort(mentorship)).newPartnerFromMonth());
        return today(mentorship).isBefore(from)
                ? Optional.of("In this program partners change from " + DAY.format(from)
                        + " on. Until then pause it, replace a member, or end it.")
                : Optional.empty();
    }

    private Optional<String> swap(Mentorship mentorship, Optional<UUID> leaver, Optional<UUID> newcomer) {
        if (leaver.isEmpty()) {
            return Optional.of("Choose who is to be replaced.");
        }
        Optional<Participant> goes = mentorship.members().stream()
                .filter(member -> member.id().equals(leaver.get()))
                .findFirst();
        if (goes.isEmpty()) {
            return Optional.of("Whoever is to be replaced is not in this mentorship any more. Choose again.");
        }
        String role = goes.get().role();
        return comes(mentorship.partnersOf(leaver.get()), mentorship, role, newcomer);
    }

    private Optional<String> join(Mentorship mentorship, Optional<UUID> newcomer) {
        return full(mentorship).or(() -> comes(mentorship.members(), mentorship, "peer", newcomer));
    }

    private Optional<String> full(Mentorship mentorship) {
        ProgramRow row = row(cohort(mentorship));
        int members = mentorship.members().size();
        return switch (row.format()) {
            case "group", "self" ->
                members < row.groupLargest()
                        ? Optional.empty()
                        : Optional.of("This group has " + members
                                + " members, as many as its program allows. Replace a member instead.");
            case "peer" ->
                members < TRIO
                        ? Optional.empty()
                        : Optional.of("Peers meet as a pair or a trio. Replace a member instead.");
            default -> Optional.of("A mentor and a mentee meet as two. Replace a member instead.");
        };
    }

    /** @param stay with whom the newcomer would be */
    private Optional<String> comes(
            List<Participant> stay, Mentorship mentorship, String role, Optional<UUID> newcomer) {
        Optional<Participant> found =
                newcomer.flatMap(participants::find).filter(p -> p.cohortId().equals(mentorship.cohortId()));
        if (found.isEmpty()) {
            return Optional.of("Choose who comes.");
        }
        Participant comes = found.get();
        String name = comes.person().name();
        if (mentorship.members().stream().anyMatch(member -> member.id().equals(comes.id()))) {
            return Optional.of(name + " is in this mentorship already. Choose somebody else.");
        }
        if (!WAITING.contains(comes.state())) {
            return Optional.of(name + " does not wait for a match any more. Choose somebody else.");
        }
        if (!comes.role().equals(role)) {
            return Optional.of(
                    name + " is a " + comes.role() + ", and a " + role + " is needed. Choose somebody else.");
        }
        Set<Set<UUID>> apart = exclusions.pairs(mentorship.cohortId());
        Optional<Participant> never =
                stay.stream().filter(member -> areApart(apart, comes, member)).findFirst();
        if (never.isPresent()) {
            return Optional.of(name + " and " + never.get().person().name()
                    + " are never to be matched with each other. Choose somebody else.");
        }
        if (waiting(mentorship).noneMatch(w -> w.participant().id().equals(comes.id()))) {
            return Optional.of(name + " is busy at present. Choose somebody else, or come back later.");
        }
        return Optional.empty();
    }

    private static boolean areApart(Set<Set<UUID>> apart, Participant one, Participant other) {
        return one.person().id().equals(other.person().id())
                || apart.contains(Set.of(one.person().id(), other.person().id()));
    }

    /** Whoever of the cohort waits for a match and is not busy, in the order of the pool. */
    private Stream<Participants.Waiting> waiting(Mentorship mentorship) {
        return participants.waiting(mentorship.cohortId(), WAITING, today(mentorship)).stream();
    }

    /** Who could take this member's place. */
    List<Participants.Waiting> insteadOf(Mentorship mentorship, Participant leaver) {
        return fitting(mentorship, mentorship.partnersOf(leaver.id()), leaver.role());
    }

    /** Who could join; nobody where there is no room. */
    List<Participants.Waiting> more(Mentorship mentorship) {
        return full(mentorship).isPresent() ? List.of() : fitting(mentorship, mentorship.members(), "peer");
    }

    private List<Participants.Waiting> fitting(Mentorship mentorship, List<Participant> stay, String role) {
        Set<Set<UUID>> apart = exclusions.pairs(mentorship.cohortId());
        return waiting(mentorship)
                .filter(w -> w.participant().role().equals(role))
                .filter(w -> mentorship.members().stream()
                        .noneMatch(m -> m.id().equals(w.participant().id())))
                .filter(w -> stay.stream().noneMatch(member -> areApart(apart, w.participant(), member)))
                .toList();
    }

    /** What can be changed about a mentorship now. */
    List<Kind> possible(Mentorship mentorship) {
        if (notUnderWay(mentorship).isPresent()) {
            return List.of();
        }
        return Stream.of(Kind.values())
                .filter(kind -> stopped(mentorship, kind).isEmpty())
                .filter(kind ->
                        kind != Kind.NEW_PARTNER || !row(cohort(mentorship)).selfSelected())
                .filter(kind -> switch (kind) {
                    case PAUSE -> today(mentorship).isBefore(mentorship.endsOn());
                    case RESUME -> isPaused(mentorship);
                    case SWAP ->
                        mentorship.members().stream()
                                .anyMatch(m -> !insteadOf(mentorship, m).isEmpty());
                    case JOIN -> !more(mentorship).isEmpty();
                    case NEW_PARTNER -> tooSoon(mentorship).isEmpty();
                    case EXTEND, END -> true;
                })
                .toList();
    }

    void end(Change change) {
        process.end(change.mentorship().orElseThrow(), change.kind().orElseThrow() == Kind.NEW_PARTNER);
    }

    void course(Change change) {
        process.changeCourse(change.mentorship().orElseThrow(), change.kind().orElseThrow(), change.until());
    }

    /**
     * Whoever comes is a member before anybody hears of it: the mentorship may take up the leaving first, and two must
     * be two even then. Nobody can be matched elsewhere in the meantime either.
     */
    void members(Change change) {
        UUID mentorship = change.mentorship().orElseThrow();
        UUID newcomer = change.newcomer().orElseThrow();
        if (!participants.move(newcomer, WAITING, Participant.State.MATCHED)) {
            throw new IllegalStateException(
                    newcomer + " was matched at the same moment; checked again at the next try");
        }
        mentorships.join(mentorship, newcomer);
        process.join(mentorship, newcomer);
        if (change.kind().orElseThrow() == Kind.SWAP) {
            process.leave(mentorship, change.leaver().orElseThrow());
        }
    }
}
