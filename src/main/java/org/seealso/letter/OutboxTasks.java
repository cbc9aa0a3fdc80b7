package org.seealso.letter;

import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.seealso.letter.LetterSender.Next;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What db-scheduler does for the outbox: one task per letter, and one that watches a mail server that is gone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxTasks {
    static final String SEND_LETTER = "send-letter";
    static final TaskDescriptor<Void> LETTER = TaskDescriptor.of(SEND_LETTER);
    private static final TaskDescriptor<Void> WATCH = TaskDescriptor.of("watch-mail-server");

    @Bean
    Task<Void> sendLetterTask(LetterSender sender, OutboxSettings settings) {
        return Tasks.custom(LETTER)
                .onDeadExecutionRevive()
                .onFailure(retry(settings.delayAfter(1)))
                .execute((letter, context) -> {
                    Next next = sender.send(UUID.fromString(letter.getId()));
                    if (!(next instanceof Next.Again again)) {
                        return new OnCompleteRemove<>();
                    }
                    if (again.outage()) {
                        context.getSchedulerClient()
                                .scheduleIfNotExists(
                                        WATCH.instance("outage").build(),
                                        new SystemClock().now().plus(settings.probeEvery()));
                    }
                    return after(again.delay());
                });
    }

    @Bean
    Task<Void> watchMailServerTask(LetterSender sender, OutboxSettings settings) {
        return Tasks.custom(WATCH)
                .onDeadExecutionRevive()
                .onFailure(retry(settings.probeEvery()))
                .execute((watch, context) -> sender.probe() ? new OnCompleteRemove<>() : after(settings.probeEvery()));
    }

    private static CompletionHandler<Void> after(Duration delay) {
        return (complete, task) ->
                task.reschedule(complete, complete.getTimeDone().plus(delay));
    }

    private static FailureHandler<Void> retry(Duration delay) {
        return (complete, task) ->
                task.reschedule(complete, complete.getTimeDone().plus(delay));
    }
}
