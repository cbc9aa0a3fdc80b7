package org.seealso.matching;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seealso.matching.MatchRepository.Group;
import org.seealso.matching.MatchRepository.Origin;
import org.seealso.matching.MatchRepository.Run;
import org.seealso.matching.fit.Candidate;
import org.seealso.matching.optimum.Shape;
import org.seealso.people.Cohort;
import org.seealso.people.Exclusions;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** Puts a run before a coordinator: names instead of ids, and what the numbers mean in sentences. */
@Component
class ProposalView {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Pools pools;
    private final MatchRepository repository;
    private final Participants participants;
    private final Exclusions exclusions;
    private final PublishedRules rules;

    ProposalView(
            Pools pools,
            MatchRepository repository,
            Participants participants,
            Exclusions exclusions,
            PublishedRules rules) {
        this.pools = pools;
        this.repository = repository;
        this.participants = participants;
        this.exclusions = exclusions;
        this.rules = rules;
    }

    /** @param partings what could not be kept of a coordinator's wish, as sentences */
    Proposal of(Cohort cohort, Run run, List<String> partings) {
        ProgramRow row = rules.row(rules.current(), cohort.program());
        Map<UUID, Candidate> pool =
                pools.people(cohort, row).stream().collect(Collectors.toMap(Candidate::participantId, c -> c));
        List<MatchRepository.Person> people = repository.people(run.id());
        Map<UUID, Proposal.Member> members = members(pool, people);
        List<Group> shown = shown(run);
        Set<UUID> matched = shown.stream().flatMap(g -> g.members().stream()).collect(Collectors.toSet());
        List<MatchRepository.Person> left = people.stream()
                .filter(p -> !matched.contains(p.participantId()))
                .toList();
        return new Proposal(
                run.id(),
                cohort.id(),
                run.edition(),
                run.madeAt(),
                run.shape(),
                run.people(),
                row.rolling(),
                row.consentDays() > 0,
                run.total(),
                run.bound(),
                run.trouble().isEmpty() ? proof(run) : "",
                cost(run, left.size()),
                run.trouble(),
                run.recorded() ? "" : stale(people, pool, members),
                Stream.concat(partings.stream(), news(people, pool).stream()).collect(Collectors.joining(" ")),
                run.confirmedBy() == null ? run.madeBy() : run.confirmedBy(),
                run.confirmedBy(),
                shown.stream().map(g -> group(g, run, members)).toList(),
                left.stream()
                        .filter(p -> !p.held())
                        .map(p -> new Proposal.Left(member(members, p.participantId()), whyLeft(p.reason())))
                        .toList(),
                left.stream()
                        .filter(MatchRepository.Person::held)
                        .map(p -> member(members, p.participantId()))
                        .toList(),
                run.wouldHelp(),
                forbidden(cohort, pool, members));
    }

    private Map<UUID, Proposal.Member> members(Map<UUID, Candidate> pool, List<MatchRepository.Person> people) {
        Map<UUID, Proposal.Member> members = new HashMap<>();
        pool.values().forEach(c -> members.put(c.participantId(), member(c)));
        for (MatchRepository.Person person : people) {
            members.computeIfAbsent(person.participantId(), id -> {
                Participant gone = participants.participant(id);
                return new Proposal.Member(id, gone.person().name(), gone.role(), "");
            });
        }
        return members;
    }

    private static Proposal.Member member(Map<UUID, Proposal.Member> members, UUID id) {
        return Objects.requireNonNull(members.get(id));
    }

    private static Proposal.Member member(Candidate candidate) {
        String about = Proposal.SHOWN.stream()
                .filter(field -> candidate.profile().readersOf(field).contains("coordinators"))
                .map(field -> candidate.profile().fields().get(field))
                .filter(Objects::nonNull)
                .map(written -> written.shown())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
        return new Proposal.Member(candidate.participantId(), candidate.name(), candidate.role(), about);
    }

    private List<Group> shown(Run run) {
        return repository.groups(run.id()).stream()
                .filter(g -> run.confirmedBy() == null || g.confirmed())
                .toList();
    }

    private static String whyLeft(@Nullable String reason) {
        return reason == null ? "Left over by hand." : reason;
    }

    private static Proposal.Group group(Group group, Run run, Map<UUID, Proposal.Member> members) {
        return new Proposal.Group(
                group.members().stream().map(id -> member(members, id)).toList(),
                group.explained().score(),
                Rounds.percent(group.explained(), group.members().size(), run.bestPair()),
                group.origin() == Origin.LOCKED || group.origin() == Origin.BY_HAND,
                group.origin().name(),
                group.explained().gives(),
                group.explained().reasons(),
                group.explained().watch(),
                group.explained().bars());
    }

    private static String proof(Run run) {
        String gap = String.format(
                Locale.ROOT,
                "%.1f %%",
                Math.max(0.1, run.bound() == 0 ? 0 : 100.0 * (run.bound() - run.total()) / run.bound()));
        if (run.total() == run.bound()) {
            return "Proven best: no other way of matching these " + run.people() + " people has a higher total.";
        }
        if (run.shape() == Shape.GROUP) {
            String better = run.startTotal() <= 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            " The groups are %.0f %% better than in order of application.",
                            100.0 * (run.total() - run.startTotal()) / run.startTotal());
            return String.format(Locale.ROOT, "The best of %,d ways of exchanging people.", run.effort()) + better
                    + " Nobody can prove groups best; no way can be more than " + gap + " better.";
        }
        return "Not proven best: the search was stopped early. Another way of matching can have a total at most " + gap
                + " higher.";
    }

    private static String cost(Run run, int left) {
        long lost = run.freeTotal() - run.total();
        int more = left - run.freeLeft();
        if (run.madeBy() == null || !run.trouble().isEmpty()) {
            return "";
        }
        if (more > 0) {
            return "Without what is fixed by hand, " + more + (more == 1 ? " person" : " people")
                    + " more could be matched now.";
        }
        if (lost <= 0 || run.freeTotal() == 0) {
            return "What is fixed by hand costs nothing: the total stays the same.";
        }
        return String.format(
                Locale.ROOT,
                "What is fixed by hand costs %.1f %% of the total (%,d before, %,d now).",
                Math.max(0.1, 100.0 * lost / run.freeTotal()),
                run.freeTotal(),
                run.total());
    }

    private static String stale(
            List<MatchRepository.Person> people, Map<UUID, Candidate> pool, Map<UUID, Proposal.Member> members) {
        List<String> gone = people.stream()
                .map(MatchRepository.Person::participantId)
                .filter(id -> !pool.containsKey(id))
                .map(id -> member(members, id).name())
                .toList();
        return gone.isEmpty()
                ? ""
                : Names.and(gone) + (gone.size() == 1 ? " is" : " are")
                        + " no longer in the pool, so these matches can't be confirmed. Choose “Find again”.";
    }

    private static List<String> news(List<MatchRepository.Person> people, Map<UUID, Candidate> pool) {
        Set<UUID> known =
                people.stream().map(MatchRepository.Person::participantId).collect(Collectors.toSet());
        List<String> come = pool.values().stream()
                .filter(c -> !known.contains(c.participantId()))
                .map(Candidate::name)
                .sorted()
                .toList();
        return come.isEmpty()
                ? List.of()
                : List.of(Names.and(come) + " joined the pool since. “Find again” takes them in.");
    }

    private List<Proposal.Forbidden> forbidden(
            Cohort cohort, Map<UUID, Candidate> pool, Map<UUID, Proposal.Member> members) {
        Map<UUID, UUID> participantOf = new HashMap<>();
        pool.values().forEach(c -> participantOf.put(c.personId(), c.participantId()));
        List<Proposal.Forbidden> forbidden = new ArrayList<>();
        for (Exclusions.Exclusion exclusion : exclusions.in(cohort.id())) {
            UUID one = participantOf.get(exclusion.one());
            UUID other = participantOf.get(exclusion.other());
            if (exclusion.kind() == Exclusions.Kind.FORBIDDEN && one != null && other != null) {
                forbidden.add(new Proposal.Forbidden(
                        member(members, one), member(members, other), why(exclusion, cohort.zone())));
            }
        }
        forbidden.sort(Comparator.comparing(f -> f.a().name()));
        return forbidden;
    }

    private static String why(Exclusions.Exclusion exclusion, ZoneId zone) {
        return "Forbidden by " + exclusion.by() + " on "
                + DAY.format(exclusion.at().atZone(zone)) + (exclusion.why().isBlank() ? "." : ": " + exclusion.why());
    }
}
