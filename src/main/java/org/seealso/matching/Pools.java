package org.seealso.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.matching.fit.Candidate;
import org.seealso.matching.fit.Criteria;
import org.seealso.matching.fit.Fit;
import org.seealso.matching.fit.Frame;
import org.seealso.matching.fit.Profile;
import org.seealso.matching.fit.WeightsRefused;
import org.seealso.matching.optimum.Shape;
import org.seealso.people.Cohort;
import org.seealso.people.Exclusions;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participant.State;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/**
 * Reads the pool of a cohort from what its people wrote, as far as the matching may read it (house law 4). Weights and
 * row are always the newest published ones: a coordinator who corrected a weight finds the matches again with it.
 */
@Component
class Pools {
    /** A mentor who already has a mentee stays in the pool while there is room for another. */
    private static final Set<State> MENTORS = EnumSet.of(State.POOL, State.ASKED, State.MATCHED);

    private final Participants participants;
    private final Mentorships mentorships;
    private final Exclusions exclusions;
    private final Answers answers;
    private final PublishedRules rules;
    private final FormBook forms;
    private final Clock clock;

    Pools(
            Participants participants,
            Mentorships mentorships,
            Exclusions exclusions,
            Answers answers,
            PublishedRules rules,
            FormBook forms,
            Clock clock) {
        this.participants = participants;
        this.mentorships = mentorships;
        this.exclusions = exclusions;
        this.answers = answers;
        this.rules = rules;
        this.forms = forms;
        this.clock = clock;
    }

    /** Throws {@link WeightsRefused} when match-weights.dmn can't be used. */
    Pool of(Cohort cohort) {
        String current = rules.current();
        ProgramRow row = rules.row(current, cohort.program());
        Criteria criteria = Criteria.of(cohort.program(), weights(current, cohort.program()));
        Frame frame = new Frame(
                Shape.valueOf(row.format().toUpperCase(Locale.ROOT)),
                row.mentorMinYears(),
                row.maxHoursApart(),
                row.sameEmployer(),
                row.seniority(),
                clock.instant().truncatedTo(ChronoUnit.DAYS));
        List<Candidate> people = people(cohort, row);
        Set<Set<UUID>> excluded = exclusions.pairs(cohort.id());
        return new Pool(
                row,
                current,
                criteria,
                frame,
                people,
                excluded,
                new Fit(criteria, frame, people, excluded, translations(current, row)));
    }

    /** What the application forms call their values in each language they are there in. */
    private Map<Language, Map<String, String>> translations(String deployment, ProgramRow row) {
        Map<Language, Map<String, String>> translations = new EnumMap<>(Language.class);
        for (String form : row.applicationForms()) {
            if (forms.has(deployment, form, Language.FRENCH.code())) {
                Map<String, String> words = translations.computeIfAbsent(Language.FRENCH, l -> new HashMap<>());
                forms.open(deployment, form, Language.FRENCH.code())
                        .fields()
                        .forEach(field ->
                                field.options().forEach((value, label) -> words.put(field.key() + "/" + value, label)));
            }
        }
        return translations;
    }

    private List<Map<String, Object>> weights(String deployment, String program) {
        try {
            return rules.rows(deployment, Criteria.DECISION, Map.of("program", program));
        } catch (RuntimeException e) {
            throw WeightsRefused.unreadable(e);
        }
    }

    /** Everybody who waits for a match, in the order of the pool. */
    List<Candidate> people(Cohort cohort, ProgramRow row) {
        Map<UUID, Map<String, Profile.Written>> written = written(cohort.id(), row);
        Map<UUID, Integer> load = mentorships.load(cohort.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), cohort.zone());
        return participants.waiting(cohort.id(), MENTORS, today).stream()
                .filter(w -> isMentor(w.participant()) || w.participant().state() == State.POOL)
                .map(w -> candidate(
                        w,
                        new Profile(written.getOrDefault(w.participant().id(), Map.of())),
                        load.getOrDefault(w.participant().id(), 0)))
                .filter(c -> !c.isMentor() || c.capacity() > 0)
                .toList();
    }

    private static boolean isMentor(Participant participant) {
        return participant.role().equals(ProgramRow.MENTOR);
    }

    private static Candidate candidate(Participants.Waiting waiting, Profile profile, int taken) {
        Participant participant = waiting.participant();
        int offered = Objects.requireNonNullElse(profile.number("capacity"), 1);
        return new Candidate(
                participant.id(),
                participant.person().id(),
                participant.person().name(),
                participant.person().email(),
                participant.role(),
                isMentor(participant) ? Math.max(0, offered - taken) : 0,
                waiting.since().truncatedTo(ChronoUnit.DAYS),
                waiting.front(),
                profile,
                Language.of(participant.person().language()));
    }

    private Map<UUID, Map<String, Profile.Written>> written(UUID cohortId, ProgramRow row) {
        Map<UUID, Map<String, Profile.Written>> written = new HashMap<>();
        for (String form : row.applicationForms()) {
            for (Answer answer : answers.ofCohort(cohortId, form)) {
                UUID participant = answer.participantId();
                if (participant != null && (answer.mayBeReadBy("matching") || answer.mayBeReadBy("coordinators"))) {
                    written.computeIfAbsent(participant, id -> new HashMap<>())
                            .put(
                                    answer.field(),
                                    new Profile.Written(answer.value(), answer.shown(), Set.copyOf(answer.readers())));
                }
            }
        }
        return written;
    }
}
