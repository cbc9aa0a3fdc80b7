package org.seealso.privacy;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What db-scheduler does for privacy, on whichever node comes first and on one of them only. Both are asked for late:
 * they write letters, which need the scheduler themselves.
 */
@Configuration(proxyBeanMethods = false)
class PrivacyTasks {
    static final TaskDescriptor<Void> SECOND_LOOK = TaskDescriptor.of("erase-second-look");
    private static final TaskDescriptor<Void> RETENTION = TaskDescriptor.of("enforce-retention");

    @Bean
    Task<Void> secondLookTask(ObjectProvider<Erasure> erasure) {
        return Tasks.oneTime(SECOND_LOOK)
                .onFailureRetryLater()
                .onDeadExecutionRevive()
                .execute((person, context) -> erasure.getObject().lookAgain(UUID.fromString(person.getId())));
    }

    /** @param when {@code DAILY|03:30|UTC}; a hyphen for never, as in tests that move the clock themselves */
    @Bean
    Task<Void> retentionTask(ObjectProvider<Retention> retention, @Value("${seealso.retention}") String when) {
        return Tasks.recurring(RETENTION, Schedules.parseSchedule(when))
                .execute((day, context) -> retention.getObject().enforce());
    }
}
