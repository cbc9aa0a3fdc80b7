package org.seealso.rules;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.cfg.DefaultBpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;

/** Parses a process as a deployment would, without an engine or a database. */
final class EngineParse {
    private EngineParse() {}

    record Problem(String element, String message) {}

    static List<Problem> problems(String name, byte[] bytes) {
        Context.setProcessEngineConfiguration(new Configuration());
        try {
            BpmnParser parser = new BpmnParser(new JuelExpressionManager(), new DefaultBpmnParseFactory());
            parser.setParseListeners(List.of(new DefaultFailedJobParseListener()));
            DeploymentEntity deployment = new DeploymentEntity();
            deployment.setId("check");
            parser.createParse()
                    .sourceInputStream(new ByteArrayInputStream(bytes))
                    .deployment(deployment)
                    .name(name)
                    .execute();
            return List.of();
        } catch (ParseException e) {
            return e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(p -> new Problem(element(p.getMainElementId()), p.getMessage()))
                    .toList();
        } catch (RuntimeException e) {
            return List.of(new Problem(Fault.WHOLE_FILE, String.valueOf(e.getMessage())));
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }

    private static String element(@Nullable String id) {
        return id == null ? Fault.WHOLE_FILE : id;
    }

    /** Just enough of an engine for its parser to ask questions of. */
    private static final class Configuration extends StandaloneProcessEngineConfiguration {
        Configuration() {
            setExpressionManager(new JuelExpressionManager());
            setEnforceHistoryTimeToLive(true);
        }
    }
}
