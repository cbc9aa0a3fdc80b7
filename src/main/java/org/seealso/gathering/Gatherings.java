package org.seealso.gathering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.engine.DueDates;
import org.seealso.people.Hosts;
import org.seealso.people.Meeting;
import org.seealso.people.Meetings;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.rules.ProgramRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who hosts, which dates are proposed, and which of them suits most (D6, D7, D8). */
@Component
@Transactional
class Gatherings {
    private static final String PROPOSAL = "propose-dates";
    private static final String POLL = "date-poll";
    private static final List<String> DATES = List.of("date1", "date2", "date3");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy 'at' h:mm a (vvvv)", Locale.CANADA);

    private final Mentorships mentorships;
    private final Hosts hosts;
    private final Meetings meetings;
    private final Answers answers;
    private final DueDates dates;

    Gatherings(Mentorships mentorships, Hosts hosts, Meetings meetings, Answers answers, DueDates dates) {
        this.mentorships = mentorships;
        this.hosts = hosts;
        this.meetings = meetings;
        this.answers = answers;
        this.dates = dates;
    }

    private LocalDate today(ProgramRow row) {
        return dates.today(row.zone());
    }

    private boolean quiet(Mentorship mentorship, ProgramRow row) {
        return mentorship.stopped()
                || Optional.ofNullable(mentorship.pausedUntil())
                        .filter(day -> day.isAfter(today(row)))
                        .isPresent();
    }

    int period(UUID mentorshipId, ProgramRow row) {
        return Hosts.period(mentorships.mentorship(mentorshipId), row.gatherings(), today(row));
    }

    /**
     * Whom to ask for dates now; empty in a pause, or if everybody was asked.
     *
     * @param passed whether the host of this period does not want to, or said nothing
     */
    Optional<UUID> host(UUID mentorshipId, ProgramRow row, boolean passed) {
        Mentorship mentorship = mentorships.mentorship(mentorshipId);
        if (mentorship.state() != Mentorship.State.ACTIVE || quiet(mentorship, row)) {
            return Optional.empty();
        }
        int period = Hosts.period(mentorship, row.gatherings(), today(row));
        return (passed ? hosts.next(mentorship, period) : hosts.of(mentorship, period)).map(Participant::id);
    }

    /** What a host proposed last, in order of time, and when. */
    record Proposal(Instant madeAt, List<Instant> dates) {}

    Proposal proposal(UUID mentorshipId, UUID host, ZoneId zone) {
        List<Answer> made = answers.ofMentorship(mentorshipId, PROPOSAL).stream()
                .filter(answer -> host.equals(answer.participantId()))
                .toList();
        UUID last = made.get(made.size() - 1).submissionId();
        List<Answer> newest = made.stream()
                .filter(answer -> answer.submissionId().equals(last))
                .toList();
        return new Proposal(
                newest.get(0).answeredAt(),
                newest.stream()
                        .filter(answer -> DATES.contains(answer.field()))
                        .map(answer -> moment(answer.value(), zone))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Instant moment(Object value, ZoneId zone) {
        return LocalDateTime.parse(value.toString()).atZone(zone).toInstant();
    }

    /** The dates as a form offers them and a letter lists them. */
    static List<Map<String, String>> offered(Proposal proposal, ZoneId zone) {
        return proposal.dates().stream()
                .map(date -> Map.of(
                        "value",
                        LocalDateTime.ofInstant(date, zone).toString(),
                        "label",
                        SHOWN.format(date.atZone(zone))))
                .toList();
    }

    /** The row's days, but no longer than the first of the dates is still to come. */
    Instant answerBy(Proposal proposal, ProgramRow row) {
        Instant now = dates.now();
        return Stream.concat(
                        Stream.of(dates.morningIn(row.pollDays(), row.zone())),
                        proposal.dates().stream()
                                .map(date -> dates.morningOf(LocalDate.ofInstant(date, row.zone()), row.zone())))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    List<UUID> members(UUID mentorshipId) {
        return mentorships.mentorship(mentorshipId).members().stream()
                .map(Participant::id)
                .toList();
    }

    List<UUID> others(UUID mentorshipId, UUID host) {
        return members(mentorshipId).stream()
                .filter(member -> !member.equals(host))
                .toList();
    }

    String name(UUID mentorshipId, UUID host) {
        return mentorships.mentorship(mentorshipId).members().stream()
                .filter(member -> member.id().equals(host))
                .map(member -> member.person().name())
                .findFirst()
                .orElse("");
    }

    /** Settles the date that suits most of those who are still members; empty if none suits anybody but the host. */
    Optional<Instant> settle(UUID mentorshipId, UUID host, ZoneId zone) {
        Proposal proposal = proposal(mentorshipId, host, zone);
        Map<UUID, Set<Instant>> said = new HashMap<>();
        answers.ofMentorship(mentorshipId, POLL).stream()
                .filter(answer -> !answer.answeredAt().isBefore(proposal.madeAt()))
                .filter(answer ->
                        answer.participantId() != null && answer.field().equals("suit"))
                .forEach(answer -> {
                    if (answer.value() instanceof List<?> several) {
                        Set<Instant> suits = new HashSet<>();
                        several.forEach(each -> suits.add(moment(each, zone)));
                        said.put(answer.participantId(), suits);
                    }
                });
        said.keySet().retainAll(others(mentorshipId, host));
        Instant now = dates.now();
        Map<Instant, Long> votes = new HashMap<>();
        proposal.dates().stream()
                .filter(now::isBefore)
                .forEach(date -> votes.put(
                        date,
                        said.values().stream()
                                .filter(suits -> suits.contains(date))
                                .count()));
        Optional<Instant> best = votes.entrySet().stream()
                .filter(vote -> vote.getValue() > 0)
                .min(Map.Entry.<Instant, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        best.ifPresent(date -> meetings.add(mentorshipId, date, Meetings.USUAL));
        return best;
    }

    /** The meeting that was settled last. */
    Meeting meeting(UUID mentorshipId) {
        return meetings.all(mentorshipId).stream()
                .max(Comparator.comparingInt(Meeting::number))
                .orElseThrow();
    }

    /** When the next host is asked; empty if the group's last day comes first. */
    Optional<Instant> next(UUID mentorshipId, int asked, ProgramRow row) {
        Mentorship mentorship = mentorships.mentorship(mentorshipId);
        LocalDate day = row.gatherings().day(mentorship.startsOn(), Math.max(asked, period(mentorshipId, row)));
        LocalDate paused = mentorship.pausedUntil();
        LocalDate begins = paused != null && paused.isAfter(day) ? paused : day;
        return begins.isBefore(mentorship.endsOn())
                ? Optional.of(dates.morningOf(begins, row.zone()))
                : Optional.empty();
    }
}
