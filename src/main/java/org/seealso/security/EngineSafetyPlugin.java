package org.seealso.security;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Closes what the engine leaves open by default: a deployed diagram may call any bean, say. Waits for Flyway, which
 * refuses a database that already holds the engine's tables.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@DependsOnDatabaseInitialization
class EngineSafetyPlugin extends AbstractProcessEnginePlugin {
    private final ListableBeanFactory beans;

    EngineSafetyPlugin(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(new DiagramBeans(beans));
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        // By default a group's name may hold no hyphen, except the engine's own.
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setTenantResourceWhitelistPattern("[a-zA-Z0-9-]+");
        // The engine's own lock lets a stranger lock a coordinator out; SignInThrottle counts by account and address.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setLoginDelayMaxTime(0);
    }
}
