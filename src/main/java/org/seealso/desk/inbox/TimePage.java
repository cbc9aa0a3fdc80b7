package org.seealso.desk.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.seealso.engine.TryoutClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets time pass in the quick start: from one thing that happens to the next, so that nothing is skipped. */
@Controller
@ControllerAdvice(assignableTypes = InboxPage.class)
@ConditionalOnProperty({"seealso.inbox", "seealso.tryout.clock"})
class TimePage {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOK_AGAIN_MILLIS = 200;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.CANADA).withZone(ZoneId.systemDefault());

    private final TryoutClock clock;
    private final ManagementService management;

    TimePage(TryoutClock clock, ManagementService management) {
        this.clock = clock;
        this.management = management;
    }

    @ModelAttribute
    void addTime(Model model) {
        model.addAttribute("clock", true);
        model.addAttribute("today", DAY.format(clock.instant()));
        next().ifPresent(moment -> model.addAttribute("nextDay", DAY.format(moment)));
    }

    @PostMapping("/inbox/time")
    String pass() throws InterruptedException {
        Optional<Instant> next = next();
        if (next.isPresent()) {
            clock.setForward(next.get().plusSeconds(1));
            // The engine looks for due work every few seconds: the page comes back when it is done, or nearly.
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (somethingIsDue() && System.nanoTime() < until) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
        return "redirect:/inbox";
    }

    private boolean somethingIsDue() {
        return management.createJobQuery().executable().withRetriesLeft().count() > 0;
    }

    private Optional<Instant> next() {
        return management.createJobQuery().active().duedateHigherThan(Date.from(clock.instant())).list().stream()
                // The engine's own housekeeping is nothing to wait for.
                .filter(job -> job.getProcessInstanceId() != null)
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .min(Comparator.naturalOrder());
    }
}
