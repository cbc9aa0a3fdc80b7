package org.seealso.publishing.migration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/** Moves everything that runs for one mentorship, in the transaction of whoever calls. */
@Component
class Move {
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Diagrams diagrams;
    private final Route route;
    private final Clock clock;

    Move(RuntimeService runtime, ManagementService management, Diagrams diagrams, Route route, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.diagrams = diagrams;
        this.route = route;
        this.clock = clock;
    }

    /** One process instance from one diagram to another. */
    record Step(String instance, String process, String from, String to, List<Choice> choices) {}

    /** @param notes what an admin should know about it, in words */
    record Done(List<Step> steps, List<String> notes) {}

    /** Throws CannotMove, in which case the transaction must not be kept. */
    Done to(String deployment, Running running, List<Choice> choices) {
        List<Step> steps = new ArrayList<>();
        for (Running.Instance instance : running.instances()) {
            if (instance.deployment().equals(deployment)) {
                continue;
            }
            String to = diagrams.definition(instance.process(), deployment)
                    .orElseThrow(() -> new CannotMove(
                            "The new rules have no diagram “" + diagrams.process(instance.definition())
                                    + "”, and one is running. It ends under its own rules.",
                            null));
            steps.add(new Step(
                    instance.id(),
                    instance.process(),
                    instance.definition(),
                    to,
                    choices.stream()
                            .filter(choice -> choice.process().equals(instance.process()))
                            .toList()));
        }
        return take(steps);
    }

    /** Takes these steps, those of an undo as well. */
    Done take(List<Step> steps) {
        List<String> notes = new ArrayList<>();
        List<CannotMove.Stuck> stuck = new ArrayList<>();
        MigratingProcessInstanceValidationException first = null;
        for (Step step : steps) {
            try {
                move(step, notes);
            } catch (MigratingProcessInstanceValidationException refused) {
                stuck.addAll(stuck(step, refused.getValidationReport()));
                first = refused;
            } catch (OptimisticLockingException moved) {
                throw new CannotMove("Something happened in it at the same moment. Try again.", moved);
            }
        }
        if (first != null) {
            throw new CannotMove(stuck, first);
        }
        return new Done(steps, notes);
    }

    private void move(Step step, List<String> notes) {
        Set<String> before = new HashSet<>();
        management.createJobQuery().processInstanceId(step.instance()).list().forEach(job -> before.add(job.getId()));
        MigrationPlan plan = route.plan(step.from(), step.to(), step.choices());
        runtime.newMigration(plan).processInstanceIds(step.instance()).execute();
        Map<String, String> places = places(step.to());
        for (Job job :
                management.createJobQuery().processInstanceId(step.instance()).list()) {
            if (!before.contains(job.getId()) && job instanceof TimerEntity && !isAhead(job)) {
                pastMoment(step, job, places, notes);
            }
        }
    }

    private boolean isAhead(Job job) {
        return job.getDuedate() == null || job.getDuedate().toInstant().isAfter(clock.instant());
    }

    private Map<String, String> places(String definition) {
        Map<String, String> places = new HashMap<>();
        for (JobDefinition job : management
                .createJobDefinitionQuery()
                .processDefinitionId(definition)
                .list()) {
            places.put(job.getId(), job.getActivityId());
        }
        return places;
    }

    /**
     * A reminder the new rules place in the past would go out at once, perhaps for the second time, because the engine
     * cannot know that a renamed one was sent already. What interrupts is what the new rules want, so it happens.
     */
    private void pastMoment(Step step, Job job, Map<String, String> places, List<String> notes) {
        String place = places.getOrDefault(job.getJobDefinitionId(), "");
        Optional<FlowNode> element = diagrams.element(step.to(), place);
        boolean beside = element.filter(node -> (node instanceof BoundaryEvent boundary && !boundary.cancelActivity())
                        || (node instanceof StartEvent start && !start.isInterrupting()))
                .isPresent();
        String name = diagrams.name(step.to(), place);
        if (beside) {
            management.deleteJob(job.getId());
            notes.add("“" + name + "” does not happen, because its moment was before the move.");
        } else {
            notes.add("“" + name + "” happens at once, because its moment was before the move.");
        }
    }

    private List<CannotMove.Stuck> stuck(Step step, MigratingProcessInstanceValidationReport report) {
        List<CannotMove.Stuck> stuck = new ArrayList<>();
        report.getActivityInstanceReports().forEach(one -> stuck.add(stuck(step, one.getSourceScopeId(), "waits at")));
        report.getTransitionInstanceReports()
                .forEach(one -> stuck.add(stuck(step, one.getSourceScopeId(), "is just about to go on from")));
        if (stuck.isEmpty()) {
            stuck.add(new CannotMove.Stuck(
                    step.process(),
                    "",
                    step.from(),
                    step.to(),
                    "“" + diagrams.process(step.from()) + "” stands where the new rules cannot take it over."));
        }
        return stuck;
    }

    private CannotMove.Stuck stuck(Step step, String scope, String verb) {
        String place = scope.replace("#multiInstanceBody", "");
        String name = diagrams.name(step.from(), place);
        Optional<FlowNode> old = diagrams.element(step.from(), place);
        Optional<FlowNode> fresh = diagrams.element(step.to(), place);
        String why = "It " + verb + " “" + name + "” (" + diagrams.process(step.from()) + "), which ";
        if (fresh.isEmpty()) {
            why += "the new rules do not have.";
        } else if (old.isPresent() && !diagrams.isLike(old.get(), fresh.get())) {
            why += "is another kind of step in the new rules.";
        } else {
            why += "stands elsewhere in the new rules, or waits in another way.";
        }
        return new CannotMove.Stuck(step.process(), place, step.from(), step.to(), why);
    }
}
