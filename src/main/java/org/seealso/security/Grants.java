package org.seealso.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** What each group may do. Tasks need no grant here: the engine grants a task to the group it is offered to. */
@Component
class Grants {
    private static final List<Resource> ADMINS_RUN = List.of(
            Resources.USER,
            Resources.GROUP,
            Resources.GROUP_MEMBERSHIP,
            Resources.AUTHORIZATION,
            Resources.PROCESS_DEFINITION,
            Resources.PROCESS_INSTANCE,
            Resources.TASK,
            Resources.DECISION_DEFINITION,
            Resources.DECISION_REQUIREMENTS_DEFINITION,
            Resources.BATCH,
            Resources.OPERATION_LOG_CATEGORY,
            Resources.SYSTEM);

    /** What stands under "Start process". */
    private static final List<String> COORDINATORS_START = List.of("program", "reschedule", "change");

    /** Tasklist shows a task's diagram and whom it is about only to those who may read the process. */
    private static final List<String> COORDINATORS_FOLLOW = List.of(
            "interest",
            "carry-over",
            "reconfirm",
            "orientation",
            "information-session",
            "admission",
            "matching",
            "consent",
            "pool",
            "registration",
            "trial-review",
            "mentorship",
            "check-in",
            "first-contact",
            "fit-problem",
            "help",
            "reply",
            "undelivered",
            "closing");

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void give() {
        for (String group : List.of(Groups.COORDINATORS, Groups.CONDUCT_HANDLERS, Groups.ADMINS)) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        }
        for (String process : COORDINATORS_START) {
            grant(
                    Groups.COORDINATORS,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
        COORDINATORS_FOLLOW.forEach(process -> mayFollow(Groups.COORDINATORS, process));
        mayFollow(Groups.CONDUCT_HANDLERS, "conduct-report");
        grant(Groups.COORDINATORS, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
        grant(Groups.ADMINS, Resources.APPLICATION, ANY, Permissions.ACCESS);
        for (Resource resource : ADMINS_RUN) {
            grant(Groups.ADMINS, resource, ANY, Permissions.ALL);
        }
        grant(Groups.ADMINS, Resources.DEPLOYMENT, ANY, Permissions.READ);
        grant(Groups.ADMINS, Resources.FILTER, ANY, Permissions.READ);
    }

    private void mayFollow(String group, String process) {
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                process,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE);
    }

    void mayRead(String group, String filterId) {
        grant(group, Resources.FILTER, filterId, Permissions.READ);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization found = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (found != null) {
            return;
        }
        Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        for (Permission permission : permissions) {
            grant.addPermission(permission);
        }
        authorizations.saveAuthorization(grant);
    }
}
