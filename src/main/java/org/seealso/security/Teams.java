package org.seealso.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who looks after which program. A program is a tenant of the engine, and the team its row names is a member of it: the
 * engine itself then keeps everything of a program from everybody else. What a member may do there is said by the groups
 * of {@link Groups}, so one needs both.
 */
@Component
public class Teams {
    private final IdentityService identity;
    private final PublishedRules rules;

    Teams(IdentityService identity, PublishedRules rules) {
        this.identity = identity;
        this.rules = rules;
    }

    /** Follows the rows: a new program has its team at once, and a team that lost a program sees nothing of it. */
    @EventListener(ContextRefreshedEvent.class)
    public void follow() {
        for (ProgramRow row : rules.programs(rules.current())) {
            tenant(row);
            team(row);
            for (Group former :
                    identity.createGroupQuery().memberOfTenant(row.program()).list()) {
                if (!former.getId().equals(row.team())) {
                    identity.deleteTenantGroupMembership(row.program(), former.getId());
                }
            }
        }
    }

    private void tenant(ProgramRow row) {
        Tenant tenant = identity.createTenantQuery().tenantId(row.program()).singleResult();
        if (tenant == null) {
            tenant = identity.newTenant(row.program());
        }
        tenant.setName(row.association() + ", " + row.name());
        identity.saveTenant(tenant);
    }

    private void team(ProgramRow row) {
        if (identity.createGroupQuery().groupId(row.team()).count() == 0) {
            Group team = identity.newGroup(row.team());
            team.setName("Team of " + row.association());
            team.setType("TEAM");
            identity.saveGroup(team);
            // Somebody must see the first application; an admin puts others in her place.
            if (identity.createUserQuery().userId(FirstAccounts.COORDINATOR).count() > 0) {
                identity.createMembership(FirstAccounts.COORDINATOR, row.team());
            }
        }
        if (identity.createGroupQuery()
                        .groupId(row.team())
                        .memberOfTenant(row.program())
                        .count()
                == 0) {
            identity.createTenantGroupMembership(row.program(), row.team());
        }
    }

    /** The programs this account looks after. */
    public Set<String> programs(String account) {
        return identity.createTenantQuery().userMember(account).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
    }

    /** The same as the engine wants to hear it. */
    public List<String> tenants(String account) {
        return List.copyOf(programs(account));
    }
}
