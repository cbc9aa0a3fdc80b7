package org.seealso.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock everything asks; the quick start, a rehearsal and the tests bring their own. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
    @Bean
    @ConditionalOnProperty("seealso.tryout.clock")
    TryoutClock tryoutClock(@Value("${seealso.tryout.clock}") String file) {
        return new TryoutClock(Path.of(file));
    }

    /** A rehearsal's: its first moment, as an ISO instant. */
    @Bean
    @ConditionalOnProperty("seealso.rehearsal.from")
    VirtualClock virtualClock(@Value("${seealso.rehearsal.from}") String from) {
        return new VirtualClock(Instant.parse(from));
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
