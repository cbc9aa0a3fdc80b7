package org.seealso;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole system on a real PostgreSQL and a real mail server, with a clock the test moves and no job executor. One
 * context serves all such tests: a test makes its own cohort and asserts only on that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "seealso.quickstart=true",
            "seealso.retention=-",
            "seealso.second-thoughts=PT0S",
            "seealso.limits.public-per-minute=100000",
            "seealso.limits.links-per-minute=100000",
            "seealso.accounts.coordinator.password=coordinator-in-tests",
            "seealso.accounts.handler.password=handler-in-tests",
            "seealso.accounts.handler.email=conduct@mla.example",
            "seealso.accounts.admin.password=admin-in-tests"
        })
@ContextConfiguration(initializers = TestServers.class)
@Import({TestClock.class, Stage.class, Footprints.class})
@ExtendWith({Footprints.Walk.class, NoTokenInLogs.class, TasklistStaysOpen.class})
public @interface SeeAlsoTest {}
