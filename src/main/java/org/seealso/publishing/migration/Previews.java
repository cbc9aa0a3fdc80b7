package org.seealso.publishing.migration;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.seealso.rules.PublishedRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says who would move and who would stay. It really moves them, in a transaction that is thrown away, so that it
 * promises nothing the engine would refuse.
 */
@Component
class Previews {
    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.CANADA);

    private final RunningRepository running;
    private final Move move;
    private final Diagrams diagrams;
    private final PublishedRules rules;
    private final TransactionTemplate ownTransaction;

    Previews(
            RunningRepository running,
            Move move,
            Diagrams diagrams,
            PublishedRules rules,
            PlatformTransactionManager transactions) {
        this.running = running;
        this.move = move;
        this.diagrams = diagrams;
        this.rules = rules;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Preview of(List<Choice> choices) {
        String live = rules.current();
        Map<List<String>, Tried> tried = new HashMap<>();
        List<Preview.Line> lines = new ArrayList<>();
        Map<String, Preview.Place> places = new LinkedHashMap<>();
        for (Running one : running.all()) {
            if (one.isUnder(live)) {
                continue;
            }
            Tried outcome = tried.computeIfAbsent(one.situation(), key -> attempt(live, one, choices));
            lines.add(new Preview.Line(
                    one.mentorship(),
                    one.name(),
                    DAY.format(one.startsOn()),
                    one.number(),
                    outcome.moves(),
                    waitsAt(one),
                    outcome.said()));
            // A place somebody was sent on from stays on the page, or the choice could not be changed again.
            outcome.stuck()
                    .forEach(stuck -> places.putIfAbsent(stuck.process() + stuck.place(), place(stuck, choices)));
        }
        if (!choices.isEmpty()) {
            of(List.of())
                    .places()
                    .forEach(place -> places.putIfAbsent(place.process() + place.id(), again(place, choices)));
        }
        return new Preview(
                lines,
                places.values().stream()
                        .filter(place -> !place.candidates().isEmpty())
                        .toList());
    }

    private static Preview.Place again(Preview.Place place, List<Choice> choices) {
        String chosen = chosen(place.process(), place.id(), choices);
        return new Preview.Place(
                place.process(),
                place.id(),
                place.name(),
                place.diagram(),
                chosen,
                place.candidates().stream()
                        .map(c -> new Preview.Candidate(c.id(), c.name(), c.id().equals(chosen)))
                        .toList());
    }

    private record Tried(boolean moves, String said, List<CannotMove.Stuck> stuck) {}

    private Tried attempt(String live, Running one, List<Choice> choices) {
        try {
            Move.Done done = ownTransaction.execute(status -> {
                status.setRollbackOnly();
                return move.to(live, one, choices);
            });
            return new Tried(true, done == null ? "" : Migrations.words(done.notes()), List.of());
        } catch (CannotMove stays) {
            return new Tried(false, stays.inWords(), stays.stuck());
        } catch (ProcessEngineException refused) {
            LOG.warn("A mentorship could not be moved, as the engine says: {}", refused.getMessage());
            return new Tried(false, Migrations.UNEXPECTED, List.of());
        }
    }

    private Preview.Place place(CannotMove.Stuck stuck, List<Choice> choices) {
        String chosen = chosen(stuck.process(), stuck.place(), choices);
        return new Preview.Place(
                stuck.process(),
                stuck.place(),
                diagrams.name(stuck.from(), stuck.place()),
                diagrams.process(stuck.from()),
                chosen,
                diagrams.candidates(stuck.from(), stuck.to(), stuck.place()).stream()
                        .map(c -> new Preview.Candidate(c.id(), c.name(), c.id().equals(chosen)))
                        .toList());
    }

    private static String chosen(String process, String place, List<Choice> choices) {
        return choices.stream()
                .filter(choice ->
                        choice.process().equals(process) && choice.place().equals(place))
                .map(Choice::to)
                .findFirst()
                .orElse("");
    }

    private List<String> waitsAt(Running one) {
        return one.instances().stream()
                .flatMap(instance ->
                        instance.places().stream().map(place -> diagrams.name(instance.definition(), place)))
                .distinct()
                .toList();
    }
}
