package org.seealso.publishing.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every place of a mentorship's diagrams where something may wait, renamed, removed and with a task put before it:
 * whoever waits there goes on without an incident, or stays where it was and is told why.
 */
@SeeAlsoTest
class EveryElementTest {
    private static final List<String> DIAGRAMS = List.of("mentorship", "check-in", "emailed-form", "fit-problem");
    private static final String CHILDREN = "agreement gathering first-contact trial-review closing";

    @Autowired
    Stage stage;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    RunningRepository running;

    @Autowired
    Move move;

    @Autowired
    PublishedRules rules;

    @Autowired
    TransactionTemplate transaction;

    private Mentorship pair;
    private Map<String, Object> variables = Map.of();
    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void aPairOfPeers() {
        stage.opensOn("2026-02-12");
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        Participant ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        pair = stage.mentorship(cohort, ana, ben);
        variables = new HashMap<>(Map.of(
                "program", "mla-peer",
                "cohortId", cohort.id().toString(),
                "mentorshipId", pair.id().toString(),
                "applicationId", ana.id().toString(),
                "label", pair.label(),
                "memberIds", List.of(ana.id().toString(), ben.id().toString()),
                "form", "check-in",
                "letter", "check-in",
                "period", 1));
        variables.putAll(Map.of("agreementWanted", true, "pollWanted", false, "closingDue", false));
        for (String moment :
                List.of("nextAt", "remindAt", "expiresAt", "firstContactAt", "trialReviewAt", "betterAt", "dueAt")) {
            variables.put(moment, Date.from(Stage.morningOf("2026-03-12")));
        }
        for (String word : List.of(
                "raised",
                "want",
                "category",
                "route",
                "way",
                "better",
                "outcome",
                "signal",
                "reply",
                "reminder",
                "next",
                "early",
                "fit",
                "help",
                "submissionId",
                "periodId",
                "dueDate",
                "endsAt",
                "closesAt",
                "surveyAt",
                "lookAt")) {
            variables.putIfAbsent(word, "");
        }
    }

    @AfterEach
    void nothingIsLeft() {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(pair.id().toString())
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "the test is over", true));
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    static Stream<List<String>> places() {
        return DIAGRAMS.stream()
                .flatMap(process -> new EditedDiagram(process)
                        .model().getModelElementsByType(FlowNode.class).stream()
                                .filter(EveryElementTest::somethingMayWait)
                                .map(node -> List.of(process, node.getId())));
    }

    private static boolean somethingMayWait(FlowNode node) {
        return node instanceof UserTask
                || node instanceof CallActivity
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway
                || node instanceof ServiceTask
                || node instanceof BoundaryEvent
                || (node instanceof StartEvent && isEventSubProcess(node));
    }

    private static boolean isEventSubProcess(FlowNode start) {
        return start.getParentElement() instanceof SubProcess parent && parent.triggeredByEvent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void renamed(List<String> place) {
        String process = place.get(0);
        String id = place.get(1);
        String target = deploy(process, new EditedDiagram(process).renamed(id));
        waitAt(process, id);

        Optional<String> refused = moveTo(target, List.of());
        if (refused.isPresent()) {
            assertIsForPeople(refused.get(), id);
            assertThat(moveTo(target, List.of(new Choice(process, id, id + EditedDiagram.RENAMED))))
                    .as("with the new place chosen")
                    .isEmpty();
        }
        goesOn(target);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void removed(List<String> place) {
        String process = place.get(0);
        String id = place.get(1);
        String target = deploy(process, new EditedDiagram(process).removed(id));
        waitAt(process, id);

        Optional<String> refused = moveTo(target, List.of());
        if (refused.isPresent()) {
            assertIsForPeople(refused.get(), id);
        } else {
            goesOn(target);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void withATaskBeforeIt(List<String> place) {
        String process = place.get(0);
        String id = place.get(1);
        Optional<String> edited = new EditedDiagram(process).withTaskBefore(id);
        if (edited.isEmpty()) {
            return;
        }
        String target = deploy(process, edited.get());
        waitAt(process, id);

        assertThat(moveTo(target, List.of())).isEmpty();
        goesOn(target);
    }

    private String deploy(String process, String edited) {
        DeploymentBuilder builder = repository.createDeployment().name("edited");
        Stream.concat(DIAGRAMS.stream(), Stream.of(CHILDREN.split(" "))).forEach(name -> {
            String text = name.equals(process) ? edited : new EditedDiagram(name).unchanged();
            builder.addInputStream(name + ".bpmn", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        });
        String id = builder.deploy().getId();
        deployments.add(id);
        return id;
    }

    /** A boundary event waits while its task does, an event subprocess while what it stands in does. */
    private void waitAt(String process, String id) {
        FlowNode node = new EditedDiagram(process).model().getModelElementById(id);
        String start = id;
        if (node instanceof BoundaryEvent event) {
            start = event.getAttachedTo().getId();
        } else if (node instanceof StartEvent) {
            start = node.getParentElement().getParentElement().getChildElementsByType(ServiceTask.class).stream()
                    .findFirst()
                    .orElseThrow()
                    .getId();
        }
        String live = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .deploymentId(rules.current())
                .singleResult()
                .getId();
        runtime.createProcessInstanceById(live)
                .businessKey(pair.id().toString())
                .setVariables(variables)
                .startBeforeActivity(start)
                .execute();
    }

    private Optional<String> moveTo(String deployment, List<Choice> choices) {
        Running one = running.of(pair.id()).orElseThrow();
        try {
            transaction.executeWithoutResult(status -> move.to(deployment, one, choices));
            return Optional.empty();
        } catch (CannotMove stays) {
            return Optional.of(stays.inWords());
        }
    }

    private static void assertIsForPeople(String said, String id) {
        assertThat(said).contains("“").doesNotContain(id).containsAnyOf("Choose", "stays", "leave");
    }

    /** Everything is under the new rules, and the next thing that can happen to it does. */
    private void goesOn(String deployment) {
        Running now = running.of(pair.id()).orElseThrow();
        assertThat(now.isUnder(deployment)).isTrue();
        for (Running.Instance instance : now.instances()) {
            for (Task task :
                    tasks.createTaskQuery().processInstanceId(instance.id()).list()) {
                tasks.complete(task.getId(), new HashMap<>(Map.of("reply", "answered")));
            }
            for (Job job :
                    management.createJobQuery().processInstanceId(instance.id()).list()) {
                if (job instanceof TimerEntity
                        && management.createJobQuery().jobId(job.getId()).count() == 1) {
                    management.executeJob(job.getId());
                }
            }
        }
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(now.instances().get(0).id())
                        .count())
                .isZero();
        for (ProcessInstance left : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(pair.id().toString())
                .list()) {
            management
                    .createJobQuery()
                    .processInstanceId(left.getId())
                    .list()
                    .forEach(job -> assertThat(job.getProcessDefinitionId()).isEqualTo(left.getProcessDefinitionId()));
        }
    }
}
