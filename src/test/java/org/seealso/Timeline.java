package org.seealso;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Lets time pass: runs the engine's jobs in the order of their due dates, the clock one second past each, as a live
 * engine would see them. Nothing here waits for real time.
 */
public final class Timeline {
    private static final int ENOUGH = 100_000;

    private final ManagementService management;
    private final TestClock clock;

    public Timeline(ManagementService management, TestClock clock) {
        this.management = management;
        this.clock = clock;
    }

    /** Runs everything that is due now, until nothing is. */
    public void settle() {
        for (int i = 0; i < ENOUGH; i++) {
            List<Job> due =
                    management.createJobQuery().executable().withRetriesLeft().active().listPage(0, 200).stream()
                            .filter(Timeline::isOurs)
                            .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> run(job.getId()));
        }
        throw new AssertionError(
                "jobs never stop: " + management.createJobQuery().executable().count());
    }

    private void run(String jobId) {
        if (management.createJobQuery().jobId(jobId).count() == 1) {
            management.executeJob(jobId);
        }
    }

    /** Passes every timer due until this moment, in order, and leaves the clock there. */
    public void travelTo(Instant moment) {
        settle();
        for (Optional<Instant> next = nextTimer();
                next.isPresent() && !next.get().isAfter(moment);
                next = nextTimer()) {
            clock.set(next.get().plusSeconds(1));
            settle();
        }
        if (clock.instant().isBefore(moment)) {
            clock.set(moment);
        }
        settle();
    }

    /** Noon of the day in Winnipeg: past every 09:00 of a Canadian program. */
    public void travelTo(LocalDate day) {
        travelTo(day.atTime(12, 0).atZone(ZoneId.of("America/Winnipeg")).toInstant());
    }

    public Optional<Instant> nextTimer() {
        return management
                .createJobQuery()
                .timers()
                .withRetriesLeft()
                .active()
                .duedateHigherThan(Date.from(clock.instant()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst();
    }

    /** The engine's own housekeeping is no business of a test. */
    private static boolean isOurs(Job job) {
        return job instanceof TimerEntity || !"history-cleanup".equals(((JobEntity) job).getJobHandlerType());
    }
}
