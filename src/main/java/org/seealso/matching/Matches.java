package org.seealso.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the best matches of a cohort, lets a coordinator change and confirm them, and makes mentorships of them. */
@Component
@Transactional
public class Matches {
    /** How a run went: {@code unmatched} people are left over. */
    record Outcome(int people, int matches, int unmatched) {}

    private final Candidates candidates;
    private final MatchRepository repository;
    private final Cohorts cohorts;
    private final Participants participants;
    private final Mentorships mentorships;
    private final PublishedRules rules;
    private final MatchingProcess process;
    private final Clock clock;

    Matches(
            Candidates candidates,
            MatchRepository repository,
            Cohorts cohorts,
            Participants participants,
            Mentorships mentorships,
            PublishedRules rules,
            MatchingProcess process,
            Clock clock) {
        this.candidates = candidates;
        this.repository = repository;
        this.cohorts = cohorts;
        this.participants = participants;
        this.mentorships = mentorships;
        this.rules = rules;
        this.process = process;
        this.clock = clock;
    }

    /** Finds the best matches of everybody in the pool, under the rules of a deployment, and keeps the run. */
    Outcome propose(UUID cohortId, String deployment) {
        Cohort cohort = cohorts.cohort(cohortId);
        Criteria criteria = criteria(cohort, deployment);
        List<Candidate> pool = candidates.pool(cohortId, form(cohort, deployment));
        Scoring scoring = new Scoring(criteria, pool);
        Solution solution = new BestMatches().find(pool.size(), (a, b) -> scoring.score(pool.get(a), pool.get(b)));
        MatchRepository.Run run = new MatchRepository.Run(
                UUID.randomUUID(),
                cohortId,
                deployment,
                clock.instant(),
                pool.size(),
                solution.total(),
                solution.bound(),
                criteria.fullMarks(),
                solution.solves(),
                fingerprint(criteria, pool),
                0,
                null,
                false);
        repository.add(run);
        for (int i = 0; i < pool.size(); i++) {
            String reason = solution.left().contains(i) ? whyLeft(i, pool, scoring) : null;
            repository.addPerson(
                    run.id(), i, new MatchRepository.Person(pool.get(i).participantId(), reason));
        }
        int position = 0;
        for (List<Integer> group : solution.groups()) {
            List<Candidate> members = group.stream().map(pool::get).toList();
            repository.addGroup(run.id(), position++, group(members, scoring, false, false));
        }
        return new Outcome(
                pool.size(), solution.groups().size(), solution.left().size());
    }

    private Criteria criteria(Cohort cohort, String deployment) {
        Map<String, Object> inputs = Map.of("program", cohort.program());
        return Criteria.of(cohort.program(), rules.rows(deployment, Criteria.DECISION, inputs));
    }

    private String form(Cohort cohort, String deployment) {
        return rules.row(deployment, cohort.program()).applicationForm();
    }

    private static MatchRepository.Group group(
            List<Candidate> members, Scoring scoring, boolean byHand, boolean confirmed) {
        return new MatchRepository.Group(
                UUID.randomUUID(),
                byHand,
                confirmed,
                scoring.explain(members),
                members.stream().map(Candidate::participantId).toList());
    }

    private static String whyLeft(int person, List<Candidate> pool, Scoring scoring) {
        Candidate left = pool.get(person);
        if (pool.size() == 1) {
            return "Nobody else is in the pool.";
        }
        List<Candidate> others = pool.stream().filter(c -> c != left).toList();
        if (others.stream().anyMatch(c -> !scoring.isForbidden(left, c))) {
            return "Everybody " + left.firstName() + " could be matched with is needed by somebody else.";
        }
        Map<String, Long> reasons = others.stream()
                .map(c -> scoring.excludes(left, c)
                        ? "one of them asked not to be matched with the other"
                        : scoring.cannotMeet(left, c).orElse(""))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return left.firstName() + " can't be matched with anybody in the pool: "
                + reasons.entrySet().stream()
                        .map(e -> "with " + e.getValue() + ", " + e.getKey())
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static String fingerprint(Criteria criteria, List<Candidate> pool) {
        try {
            byte[] inputs = (criteria + "\n" + pool).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(inputs));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The newest matches of a cohort, as found or as confirmed; empty before the first run. */
    public Optional<Proposal> proposal(UUID cohortId) {
        return repository.newest(cohortId).map(this::proposal);
    }

    private Proposal proposal(MatchRepository.Run run) {
        String form = form(cohorts.cohort(run.cohortId()), run.deployment());
        List<MatchRepository.Group> shown = shown(run);
        Set<UUID> matched = shown.stream().flatMap(g -> g.members().stream()).collect(Collectors.toSet());
        List<Proposal.Left> left = repository.people(run.id()).stream()
                .filter(p -> !matched.contains(p.participantId()))
                .map(p -> new Proposal.Left(member(p.participantId(), form), whyLeft(p.reason())))
                .toList();
        return new Proposal(
                run.id(),
                run.cohortId(),
                run.edition(),
                run.madeAt(),
                run.people(),
                run.total(),
                run.bound(),
                proof(run),
                run.confirmedBy(),
                shown.stream().map(g -> shown(g, run, form)).toList(),
                left);
    }

    private static String whyLeft(@Nullable String reason) {
        return reason == null ? "Left over by hand." : reason;
    }

    private List<MatchRepository.Group> shown(MatchRepository.Run run) {
        return repository.groups(run.id()).stream()
                .filter(g -> run.confirmedBy() == null ? !g.byHand() : g.confirmed())
                .toList();
    }

    private Proposal.Group shown(MatchRepository.Group group, MatchRepository.Run run, String form) {
        int size = group.members().size();
        int pairs = size * (size - 1) / 2;
        return new Proposal.Group(
                group.members().stream().map(id -> member(id, form)).toList(),
                group.explained().score(),
                (int) Math.round(100.0 * group.explained().score() / pairs / run.fullMarks()),
                group.byHand(),
                group.explained().reasons(),
                group.explained().watch());
    }

    private Proposal.Member member(UUID participantId, String form) {
        Candidate candidate = candidates.candidate(participantId, form);
        return new Proposal.Member(
                participantId,
                candidate.name(),
                toCoordinators(candidate, "libraryType", candidate.label(candidate.libraryType())),
                toCoordinators(candidate, "employer", candidate.employer()));
    }

    private static String toCoordinators(Candidate candidate, String field, String text) {
        return candidate.readersOf(field).contains("coordinators") ? text : "";
    }

    private static String proof(MatchRepository.Run run) {
        if (run.total() == run.bound()) {
            return "Proven best: no other way of matching these " + run.people() + " people has a higher total.";
        }
        double gap = 100.0 * (run.bound() - run.total()) / run.bound();
        return String.format(
                Locale.ROOT,
                "Not proven best: the search was stopped early. Another way of matching can have a total at most %.1f %% higher.",
                Math.max(gap, 0.1));
    }

    /**
     * Keeps the matches as a coordinator left them, for {@link #record}. Returns the new edition; refuses, changing
     * nothing, when the pool, the run or somebody else's decision has moved on, or when a person is missing or twice.
     */
    public int confirm(UUID cohortId, UUID runId, Edit edit, String by) {
        MatchRepository.Run run = repository
                .newestHeld(cohortId)
                .orElseThrow(() -> new MatchesRefused("No matches have been found for this cohort yet."));
        if (run.recorded()) {
            throw new MatchesRefused(run.confirmedBy()
                    + " has already confirmed these matches, and the letters are on their way. Nothing was changed.");
        }
        if (!run.id().equals(runId)) {
            throw new MatchesRefused(
                    "The matches were found again in the meantime. Open the task once more to see the newest; nothing was changed.");
        }
        if (run.edition() != edit.edition()) {
            throw new MatchesRefused(
                    (run.confirmedBy() == null ? "Somebody" : run.confirmedBy())
                            + " has changed these matches in the meantime. Open the task once more to see them; nothing was changed.");
        }
        List<MatchRepository.Person> people = repository.people(runId);
        checkPool(cohortId, people, true);
        List<List<UUID>> groups =
                edit.groups().stream().filter(g -> !g.isEmpty()).toList();
        checkEverybodyOnce(people, groups, edit.left());

        Cohort cohort = cohorts.cohort(cohortId);
        String form = form(cohort, run.deployment());
        List<Candidate> pool = candidates.pool(cohortId, form);
        Map<UUID, Candidate> byId = pool.stream()
                .collect(Collectors.toMap(Candidate::participantId, Function.identity(), (one, other) -> one));
        Scoring scoring = new Scoring(criteria(cohort, run.deployment()), pool);
        List<List<Candidate>> edited =
                groups.stream().map(g -> g.stream().map(byId::get).toList()).toList();
        edited.forEach(g -> checkAllowed(g, scoring));

        repository.reopen(runId);
        Map<Set<UUID>, MatchRepository.Group> found = repository.groups(runId).stream()
                .collect(Collectors.toMap(g -> Set.copyOf(g.members()), Function.identity()));
        int position = 0;
        for (List<Candidate> members : edited) {
            MatchRepository.Group same =
                    found.get(members.stream().map(Candidate::participantId).collect(Collectors.toSet()));
            if (same != null) {
                repository.confirmGroup(same.id(), position++);
            } else {
                repository.addGroup(runId, position++, group(members, scoring, true, true));
            }
        }
        repository.confirmRun(runId, run.edition() + 1, by, clock.instant());
        return run.edition() + 1;
    }

    /** Refuses when somebody of the run has gone, or (with {@code newcomers}) somebody has come since. */
    private void checkPool(UUID cohortId, List<MatchRepository.Person> people, boolean newcomers) {
        List<Participant> now = participants.in(cohortId, Participant.State.POOL);
        Set<UUID> ids = now.stream().map(Participant::id).collect(Collectors.toSet());
        List<String> gone = people.stream()
                .map(MatchRepository.Person::participantId)
                .filter(id -> !ids.contains(id))
                .map(this::name)
                .toList();
        if (!gone.isEmpty()) {
            throw new MatchesRefused(and(gone) + (gone.size() == 1 ? " is" : " are")
                    + " no longer in the pool. Nothing was saved; choose \"Find the matches again\".");
        }
        Set<UUID> known =
                people.stream().map(MatchRepository.Person::participantId).collect(Collectors.toSet());
        List<String> come = now.stream()
                .filter(p -> !known.contains(p.id()))
                .map(p -> p.person().name())
                .toList();
        if (newcomers && !come.isEmpty()) {
            throw new MatchesRefused(and(come) + " joined the pool after these matches were found."
                    + " Nothing was saved; choose \"Find the matches again\".");
        }
    }

    private void checkEverybodyOnce(List<MatchRepository.Person> people, List<List<UUID>> groups, List<UUID> left) {
        Set<UUID> missing = people.stream()
                .map(MatchRepository.Person::participantId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<UUID> run = new HashSet<>(missing);
        List<UUID> placed = new ArrayList<>(left);
        groups.forEach(placed::addAll);
        for (UUID id : placed) {
            if (!run.contains(id)) {
                throw new MatchesRefused("Somebody in these matches is not in this pool. Open the task once more.");
            }
            if (!missing.remove(id)) {
                throw new MatchesRefused(name(id) + " is in two places. Put each person in one group only.");
            }
        }
        if (!missing.isEmpty()) {
            throw new MatchesRefused(
                    and(missing.stream().map(this::name).toList()) + (missing.size() == 1 ? " is" : " are")
                            + " missing. Put everybody in a group or leave them over.");
        }
        for (List<UUID> group : groups) {
            if (group.size() == 1) {
                throw new MatchesRefused(
                        name(group.get(0)) + " is alone in a group. Give them a partner or leave them over.");
            }
            if (group.size() > 3) {
                throw new MatchesRefused(and(group.stream().map(this::name).toList()) + " are " + group.size()
                        + " people in one group. A group is a pair or a trio.");
            }
        }
    }

    private static void checkAllowed(List<Candidate> group, Scoring scoring) {
        for (Candidate a : group) {
            for (Candidate b : group) {
                if (a != b && scoring.excludes(a, b)) {
                    throw new MatchesRefused(
                            a.name() + " and " + b.name() + " can't be in one group: one of them named the"
                                    + " other as somebody they work for or asked not to be matched with.");
                }
            }
        }
    }

    private String name(UUID participantId) {
        return participants.participant(participantId).person().name();
    }

    private static String and(List<String> names) {
        List<String> first = names.subList(0, names.size() - 1);
        String last = names.get(names.size() - 1);
        return first.isEmpty() ? last : String.join(", ", first) + " and " + last;
    }

    /**
     * Makes mentorships of the confirmed matches; everybody else of the pool, newcomers too, is unmatched. Once only:
     * again, it returns the same outcome. Refuses, before changing anything, when somebody matched has withdrawn since.
     */
    @Transactional(noRollbackFor = MatchesRefused.class)
    Outcome record(UUID cohortId) {
        MatchRepository.Run run = repository
                .newestHeld(cohortId)
                .orElseThrow(() -> new MatchesRefused("No matches have been found for this cohort yet."));
        if (run.confirmedBy() == null) {
            throw new MatchesRefused("Nobody has confirmed the matches of this cohort yet.");
        }
        List<MatchRepository.Group> groups = shown(run);
        if (!run.recorded()) {
            checkPool(cohortId, repository.people(run.id()), false);
            Cohort cohort = cohorts.cohort(cohortId);
            for (MatchRepository.Group group : groups) {
                repository.recordGroup(
                        group.id(), mentorships.plan(cohortId, cohort.startsOn(), cohort.endsOn(), group.members()));
                group.members().forEach(this::matched);
            }
            release(cohortId);
            repository.recordRun(run.id(), clock.instant());
        }
        return new Outcome(run.people(), groups.size(), unmatched(cohortId).size());
    }

    private void matched(UUID participantId) {
        if (!participants.move(participantId, EnumSet.of(Participant.State.POOL), Participant.State.MATCHED)) {
            throw new IllegalStateException("a participant left the pool while matches were recorded");
        }
        process.settle(List.of(participantId));
    }

    /** The mentorships that came of the newest run, with the reasons their members may read. */
    List<Matched> mentorshipsOf(UUID cohortId) {
        return repository
                .newest(cohortId)
                .map(run -> repository.mentorships(run.id()).stream()
                        .map(id -> new Matched(mentorships.mentorship(id), repository.told(id)))
                        .toList())
                .orElse(List.of());
    }

    /** Tells the pool that there will be no match for it; returns how many people were in it. */
    int release(UUID cohortId) {
        List<Participant> pool = participants.in(cohortId, Participant.State.POOL);
        pool.forEach(p -> participants.move(p.id(), EnumSet.of(Participant.State.POOL), Participant.State.UNMATCHED));
        process.settle(pool.stream().map(Participant::id).toList());
        return pool.size();
    }

    /** Everybody nobody was found for. */
    List<Participant> unmatched(UUID cohortId) {
        return participants.in(cohortId, Participant.State.UNMATCHED);
    }
}
