package org.seealso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.seealso.rules.RulesPublisher;
import org.springframework.beans.factory.annotation.Autowired;

@SeeAlsoTest
class StartTest {
    @Autowired
    ProcessEngine engine;

    @Autowired
    RulesPublisher publisher;

    @Test
    void startsWithAuthorizationOn() {
        assertThat(engine.getProcessEngineConfiguration().isAuthorizationEnabled())
                .isTrue();
    }

    /** Otherwise an admin would edit files that nobody reads. */
    @Test
    void theRulesOfTheFolderGoBeforeThoseInTheJar() {
        assertThat(publisher.where()).isEqualTo(Path.of("").toAbsolutePath().toString());
        assertThat(publisher.faults()).isEmpty();
    }
}
