package org.seealso;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestComponent;

/** Remembers every step the process tests take, as {@code process/element}, so that CoverageTest can miss one. */
@TestComponent
public class Footprints extends AbstractProcessEnginePlugin {
    private static final Set<String> STEPS = ConcurrentHashMap.newKeySet();
    private static volatile boolean counting;

    static boolean taken(String process, String element) {
        return STEPS.contains(process + "/" + element);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                listen(process, process.getKey());
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static void listen(ScopeImpl scope, String process) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, step(process, activity.getId()));
            for (PvmTransition flow : activity.getOutgoingTransitions()) {
                ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, step(process, flow.getId()));
            }
            listen(activity, process);
        }
    }

    private static ExecutionListener step(String process, String element) {
        return execution -> {
            if (counting) {
                STEPS.add(process + "/" + element);
            }
        };
    }

    /** Only steps in process tests count: what another test walks by the way, nobody asserts. */
    static class Walk implements BeforeAllCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            counting = context.getRequiredTestClass().getSimpleName().endsWith("ProcessTest");
        }

        @Override
        public void afterAll(ExtensionContext context) {
            counting = false;
        }
    }
}
