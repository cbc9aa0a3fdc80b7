package org.seealso.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.seealso.confidence.ConductReports;
import org.seealso.confidence.Handlers;
import org.seealso.confidence.Handlers.Handler;
import org.seealso.engine.DueDates;
import org.seealso.letter.Under;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that a report is never left lying: the first handler who may read it is told and reminded once, then the
 * next one is told, and so on through the row; from then on all of them are reminded until it is closed.
 */
@Component
@Transactional
class Vigil {
    private final ConductReports reports;
    private final Handlers handlers;
    private final ConductLetters letters;
    private final PublishedRules rules;
    private final DueDates dates;

    Vigil(ConductReports reports, Handlers handlers, ConductLetters letters, PublishedRules rules, DueDates dates) {
        this.reports = reports;
        this.handlers = handlers;
        this.letters = letters;
        this.rules = rules;
        this.dates = dates;
    }

    /** How often handlers have been told so far, and when it is time again. */
    record Next(int timesTold, Instant at) {}

    /** @param everyDays how many days lie between two reminders to all */
    Next tell(UUID submission, Under under, int timesTold, int everyDays) {
        List<Handler> free = handlers.free(reports.report(submission).orElseThrow());
        Duration soon =
                Duration.ofHours(rules.row(under.deployment(), under.program()).conductRemindAfterHours());
        if (free.isEmpty()) {
            // Asked again soon, since a row may be mended any day; whoever is named then is told as the first.
            letters.nobodyIsFree(under);
            return new Next(0, dates.now().plus(soon));
        }
        int newcomer = timesTold < 2 ? 0 : timesTold - 1;
        boolean all = newcomer >= free.size();
        letters.tell(all ? free : List.of(free.get(newcomer)), under, all || timesTold == 1);
        boolean nextIsAll = timesTold >= free.size();
        return new Next(timesTold + 1, dates.now().plus(nextIsAll ? Duration.ofDays(everyDays) : soon));
    }
}
