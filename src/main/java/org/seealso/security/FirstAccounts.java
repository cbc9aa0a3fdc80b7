package org.seealso.security;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.seealso.security.SecuritySettings.NewAccount;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Groups, accounts, grants and task lists, made at every start before the port opens. What is there stays as it is, so
 * a password changed in Tasklist survives a restart.
 */
@Component
class FirstAccounts implements SmartInitializingSingleton {
    static final String COORDINATOR = "coordinator";

    private static final Map<String, String> GROUP_OF =
            Map.of(COORDINATOR, Groups.COORDINATORS, "handler", Groups.CONDUCT_HANDLERS, "admin", Groups.ADMINS);
    private static final Map<String, String> GROUP_NAMES = Map.of(
            Groups.COORDINATORS, "Coordinators",
            Groups.CONDUCT_HANDLERS, "Conduct handlers",
            Groups.ADMINS, "Administrators");

    private final IdentityService identity;
    private final SecuritySettings settings;
    private final Grants grants;
    private final TaskFilters filters;

    FirstAccounts(IdentityService identity, SecuritySettings settings, Grants grants, TaskFilters filters) {
        this.identity = identity;
        this.settings = settings;
        this.grants = grants;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        GROUP_NAMES.forEach(this::group);
        settings.accounts().forEach(this::account);
        grants.give();
        filters.make();
    }

    private void group(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType("WORKFLOW");
        identity.saveGroup(group);
    }

    private void account(String id, NewAccount wanted) {
        String group = GROUP_OF.get(id);
        String password = wanted.password();
        if (group == null || password == null || password.isBlank()) {
            return;
        }
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identity.newUser(id);
        user.setFirstName(or(wanted.firstName(), "The"));
        user.setLastName(or(wanted.lastName(), id));
        user.setEmail(wanted.email());
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(id, group);
    }

    private static String or(@Nullable String given, String fallback) {
        return given == null || given.isBlank() ? fallback : given;
    }
}
