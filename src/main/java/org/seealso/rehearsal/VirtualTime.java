package org.seealso.rehearsal;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.seealso.engine.VirtualClock;

/**
 * Lets time pass: runs the engine's jobs in the order of their due dates, the clock one second past each, as a live
 * engine would see them (exactly at the due date a repetition would fire for ever).
 */
final class VirtualTime {
    /** More jobs than this at one moment come of a loop in a diagram. */
    private static final int ENDLESS = 50_000;

    private static final int PAGE = 200;

    private final ManagementService management;
    private final VirtualClock clock;
    private final BiConsumer<Job, RuntimeException> failed;

    /** @param failed hears of every job that failed; it is not tried again, since nothing would have changed */
    VirtualTime(ManagementService management, VirtualClock clock, BiConsumer<Job, RuntimeException> failed) {
        this.management = management;
        this.clock = clock;
        this.failed = failed;
    }

    static final class NeverEnds extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NeverEnds(String process, String element) {
            super(process + ".bpmn, " + element);
        }
    }

    /** Runs everything that is due now, until nothing is. */
    void settle() {
        int run = 0;
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            for (Job job : due) {
                if (++run > ENDLESS) {
                    throw new NeverEnds(process(job), element(job));
                }
                run(job);
            }
        }
    }

    private List<Job> due() {
        return management
                .createJobQuery()
                .executable()
                .withRetriesLeft()
                .active()
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, PAGE)
                .stream()
                .filter(VirtualTime::isOurs)
                .toList();
    }

    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException e) {
            // Another job of the same page may have ended it.
            if (management.createJobQuery().jobId(job.getId()).count() == 0) {
                return;
            }
            management.setJobRetries(job.getId(), 0);
            failed.accept(job, e);
        }
    }

    /** Passes every timer due until this moment, in order, and leaves the clock there. */
    void travelTo(Instant moment) {
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

    Optional<Instant> nextTimer() {
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
                .findFirst()
                .map(Job::getDuedate)
                .map(Date::toInstant);
    }

    static String process(Job job) {
        return String.valueOf(job.getProcessDefinitionKey());
    }

    String element(Job job) {
        JobDefinition definition = job.getJobDefinitionId() == null
                ? null
                : management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult();
        return definition == null ? "" : String.valueOf(definition.getActivityId());
    }

    /** The engine's own housekeeping is no part of the season. */
    private static boolean isOurs(Job job) {
        return !"history-cleanup".equals(((JobEntity) job).getJobHandlerType());
    }
}
