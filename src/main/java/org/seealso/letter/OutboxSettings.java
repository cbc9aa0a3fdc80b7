package org.seealso.letter;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How patient the outbox is.
 *
 * @param retryDelays the pause after each attempt; the last one repeats
 * @param giveUpAfter when a letter the server keeps putting off becomes a coordinator's task
 * @param probeEvery how often a mail server that was gone is tried; when it is back, all letters go at once
 * @param tellAfter when somebody is told that no mail server answers
 */
@ConfigurationProperties("seealso.outbox")
record OutboxSettings(List<Duration> retryDelays, Duration giveUpAfter, Duration probeEvery, Duration tellAfter) {

    Duration delayAfter(int attempts) {
        return retryDelays.get(Math.min(attempts, retryDelays.size()) - 1);
    }

    boolean isPatient(int attempts) {
        Duration waited = Duration.ZERO;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            waited = waited.plus(delayAfter(attempt));
        }
        return waited.compareTo(giveUpAfter) < 0;
    }
}
