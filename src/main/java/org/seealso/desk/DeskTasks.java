package org.seealso.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.seealso.security.Groups;
import org.seealso.security.Teams;
import org.springframework.stereotype.Component;

/** Finds the task, start form and group behind a call of Tasklist's. */
@Component
class DeskTasks {
    private static final Map<String, String> READER_OF =
            Map.of(Groups.COORDINATORS, "coordinators", Groups.CONDUCT_HANDLERS, "conduct");

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final Teams teams;

    DeskTasks(
            TaskService tasks, FormService forms, IdentityService identity, RepositoryService repository, Teams teams) {
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.repository = repository;
        this.teams = teams;
    }

    /** The task, if this user may see it at all; otherwise Camunda's own refusal is the answer. */
    Optional<DeskTask> task(String taskId, String user) {
        List<String> groups = groups(user);
        Task task;
        identity.setAuthentication(user, groups, teams.tenants(user));
        try {
            task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        } finally {
            identity.clearAuthentication();
        }
        if (task == null || task.getProcessDefinitionId() == null) {
            return Optional.empty();
        }
        ProcessDefinition definition = repository.getProcessDefinition(task.getProcessDefinitionId());
        Map<String, Object> variables = primitives(tasks.getVariablesTyped(taskId, false));
        return Optional.of(deskTask(
                definition,
                task.getFormKey(),
                task.getCamundaFormRef(),
                reader(taskId, groups),
                task.getProcessInstanceId(),
                variables));
    }

    Optional<DeskTask> start(String definitionIdOrKey, boolean key) {
        ProcessDefinition definition = key
                ? repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(definitionIdOrKey)
                        .latestVersion()
                        .singleResult()
                : repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definitionIdOrKey)
                        .singleResult();
        if (definition == null) {
            return Optional.empty();
        }
        FormData form = forms.getStartFormData(definition.getId());
        return Optional.of(deskTask(
                definition,
                form == null ? null : form.getFormKey(),
                form == null ? null : form.getCamundaFormRef(),
                "coordinators",
                "",
                Map.of()));
    }

    private static DeskTask deskTask(
            ProcessDefinition definition,
            @Nullable String formKey,
            @Nullable CamundaFormRef formRef,
            String reader,
            String processInstance,
            Map<String, Object> variables) {
        String form = null;
        boolean embedded = false;
        if (formRef != null) {
            form = formRef.getKey();
        } else if (formKey != null) {
            String file = formKey.substring(Math.max(formKey.lastIndexOf(':'), formKey.lastIndexOf('/')) + 1);
            embedded = !file.endsWith(".form");
            form = embedded ? file : file.substring(0, file.length() - ".form".length());
        }
        TaskSubject subject = new TaskSubject(form == null ? "" : form, reader, processInstance, variables);
        return new DeskTask(definition.getDeploymentId(), form, embedded, subject);
    }

    /** A task may be offered to coordinators or to conduct handlers; only a member of that group is briefed. */
    private String reader(String taskId, List<String> groups) {
        Set<String> offered = tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(groups::contains)
                .collect(Collectors.toSet());
        return offered.size() == 1 ? READER_OF.getOrDefault(offered.iterator().next(), "") : "";
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static Map<String, Object> primitives(VariableMap variables) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : variables.keySet()) {
            TypedValue value = variables.getValueTyped(name);
            if (value instanceof PrimitiveValue<?> && value.getValue() != null) {
                values.put(name, value.getValue());
            }
        }
        return values;
    }
}
