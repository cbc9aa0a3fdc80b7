package org.seealso.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything that runs belongs to its program, whoever started it: what a coordinator of another program asks for is
 * then refused by the engine.
 */
@Component
class ProgramTenantPlugin extends AbstractProcessEnginePlugin {
    private final ObjectProvider<Mentorships> mentorships;
    private final ObjectProvider<Cohorts> cohorts;

    ProgramTenantPlugin(ObjectProvider<Mentorships> mentorships, ObjectProvider<Cohorts> cohorts) {
        this.mentorships = mentorships;
        this.cohorts = cohorts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTenantIdProvider(new OfItsProgram());
    }

    private final class OfItsProgram implements TenantIdProvider {
        @Override
        public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext about) {
            if (everybodys(about)) {
                return null;
            }
            String program = program(about.getVariables())
                    .or(() -> Optional.ofNullable(about.getSuperExecution()).map(DelegateExecution::getTenantId))
                    .orElse(null);
            refuseStrangers(program);
            return program;
        }

        @Override
        public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext about) {
            return null;
        }

        @Override
        public @Nullable String provideTenantIdForHistoricDecisionInstance(
                TenantIdProviderHistoricDecisionInstanceContext about) {
            return null;
        }
    }

    /** Conduct handlers are named one by one, and that no letter gets out concerns every team. */
    private static boolean everybodys(TenantIdProviderProcessInstanceContext about) {
        return about.getProcessDefinition().getKey().equals("conduct-report")
                || Groups.CONDUCT_HANDLERS.equals(about.getVariables().get("readers"))
                || Boolean.TRUE.equals(about.getVariables().get("everyLetter"));
    }

    /** What names nothing that exists belongs to nobody's program; the diagram says what is wrong with it. */
    private Optional<String> program(Map<String, Object> variables) {
        return text(variables, "program")
                .or(() -> cohort(variables)
                        .flatMap(wanted -> cohorts.getObject().all().stream()
                                .filter(cohort -> cohort.id().equals(wanted))
                                .map(Cohort::program)
                                .findFirst()));
    }

    private Optional<UUID> cohort(Map<String, Object> variables) {
        return id(variables, "cohortId")
                .or(() -> id(variables, "mentorshipId")
                        .flatMap(id -> mentorships.getObject().find(id))
                        .map(Mentorship::cohortId));
    }

    private static Optional<UUID> id(Map<String, Object> variables, String name) {
        try {
            return text(variables, name).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Map<String, Object> variables, String name) {
        return variables.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** Participants and the engine itself are nobody's account; an account begins things in its own programs only. */
    private static void refuseStrangers(@Nullable String program) {
        Authentication account = Context.getCommandContext().getAuthentication();
        if (program == null || account == null || account.getUserId() == null) {
            return;
        }
        List<String> theirs = account.getTenantIds() == null ? List.of() : account.getTenantIds();
        boolean admin = account.getGroupIds() != null && account.getGroupIds().contains(Groups.ADMINS);
        if (!admin && !theirs.contains(program)) {
            throw new AuthorizationException("Another team looks after this program. Ask your administrator to add you"
                    + " to the group that its row in program-rules.dmn names, then sign in again.");
        }
    }
}
