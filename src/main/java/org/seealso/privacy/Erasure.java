package org.seealso.privacy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SystemClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.seealso.emailedform.Leaving;
import org.seealso.engine.LooseEnds;
import org.seealso.letter.Under;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a person: they leave everything, and then nothing says any more who they were. At once, in one transaction; a
 * second look ten minutes later catches what was running at that very moment and ends what waits for them alone.
 */
@Component
@Transactional
public class Erasure {
    private static final Duration SECOND_LOOK = Duration.ofMinutes(10);
    /** Shorter parts of a name stand in too many words. */
    private static final int SHORTEST_PART = 3;

    private final People people;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Cohorts cohorts;
    private final Leaving leaving;
    private final LooseEnds looseEnds;
    private final Traces traces;
    private final EngineTraces engine;
    private final PublishedRules rules;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Erasure(
            People people,
            Participants participants,
            Mentorships mentorships,
            Cohorts cohorts,
            Leaving leaving,
            LooseEnds looseEnds,
            Traces traces,
            EngineTraces engine,
            PublishedRules rules,
            SchedulerClient scheduler,
            Clock clock) {
        this.people = people;
        this.participants = participants;
        this.mentorships = mentorships;
        this.cohorts = cohorts;
        this.leaving = leaving;
        this.looseEnds = looseEnds;
        this.traces = traces;
        this.engine = engine;
        this.rules = rules;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Twice does no harm. */
    public void erase(UUID personId) {
        if (traces.isErased(personId)) {
            return;
        }
        Person person = people.person(personId);
        participants.of(personId).forEach(this::leaveEverything);
        Set<String> addresses = traces.addresses(personId);
        traces.keepForSecondLook(personId, Set.of(person.name()), addresses, clock.instant());
        traces.forgetWho(personId, clock.instant());
        clean(personId, List.of(person.name()), List.copyOf(addresses));
        scheduler.schedule(
                PrivacyTasks.SECOND_LOOK.instance(personId.toString()).build(),
                new SystemClock().now().plus(SECOND_LOOK),
                SchedulerClient.ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    /** The second look. Until then the name is kept for it, and not a moment longer. */
    public void lookAgain(UUID personId) {
        for (Traces.Wanted wanted : traces.unswept(personId)) {
            Traces.Ids ids = traces.ids(personId);
            Set<UUID> shared = new HashSet<>(ids.mentorships());
            shared.addAll(ids.cohorts());
            Set<UUID> own = new HashSet<>(ids.participants());
            own.add(personId);
            looseEnds.end(own, shared);
            clean(personId, wanted.names(), wanted.addresses());
            traces.swept(personId, clock.instant());
        }
    }

    private void leaveEverything(Participant part) {
        Under under = new Under(rules.current(), cohorts.cohort(part.cohortId()).program());
        for (Mentorship mentorship : mentorships.ever(part.person().id())) {
            boolean theirs = mentorship.agreed()
                    && mentorship.state() != Mentorship.State.CLOSED
                    && mentorship.members().stream().anyMatch(m -> m.id().equals(part.id()));
            if (theirs) {
                leaving.leave(part.id(), mentorship.id(), under);
            }
        }
        leaving.leave(part.id(), null, under);
    }

    private void clean(UUID personId, List<String> names, List<String> addresses) {
        Traces.Ids ids = traces.ids(personId);
        List<String> words = names.stream()
                .flatMap(name -> Arrays.stream(name.strip().split("\\s+")))
                .filter(word -> word.length() >= SHORTEST_PART)
                .toList();
        Set<String> whole = new HashSet<>(addresses);
        whole.addAll(names);
        engine.scrub(ids.all(), List.copyOf(whole), words);
        traces.clear(ids);
        traces.clearPerson(ids, addresses);
        traces.clearAnswers(ids);
        traces.replaceNames(ids, names, words, addresses);
    }
}
