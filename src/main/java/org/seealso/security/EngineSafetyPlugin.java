package org.seealso.security;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Closes what the engine leaves open by default (engine defaults let a deployed diagram call any bean). */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
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
        // The engine's own lock lets a stranger lock a coordinator out; SignInThrottle counts by account and address.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setLoginDelayMaxTime(0);
    }
}
