package org.seealso;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Camunda's web applications and assertions find their engine, and engines their clock, in a place all contexts of a JVM share: before
 * each test class its own context takes that place.
 */
class OwnEngine implements TestExecutionListener {
    @Override
    public void prepareTestInstance(TestContext test) {
        ApplicationContext context = test.getApplicationContext();
        context.getBeanProvider(ProcessEngine.class).ifAvailable(engine -> {
            ProcessEngines.registerProcessEngine(engine);
            BpmnAwareTests.init(engine);
        });
        context.getBeanProvider(TestClock.class).ifAvailable(clock -> clock.set(clock.instant()));
    }
}
