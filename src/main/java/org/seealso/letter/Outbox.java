package org.seealso.letter;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SystemClock;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Letters that are written and not yet sent. The row and its schedule are one transaction with the caller's work. */
@Service
public class Outbox {
    private final LetterRepository letters;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Outbox(LetterRepository letters, SchedulerClient scheduler, Clock clock) {
        this.letters = letters;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(LetterRow letter) {
        letters.insert(letter, clock.instant());
        schedule(letter.id());
    }

    @Transactional
    boolean resend(UUID letterId, String address) {
        boolean kept = letters.readdress(letterId, address);
        if (kept) {
            schedule(letterId);
        }
        return kept;
    }

    /** How many letters wait for the mail server; those that wait for a person are not counted. */
    public long waiting() {
        return letters.waiting();
    }

    private void schedule(UUID letterId) {
        scheduler.schedule(
                OutboxTasks.LETTER.instance(letterId.toString()).build(),
                new SystemClock().now(),
                ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }
}
