package org.seealso.rehearsal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What invented people will do, and when; those of one day in the order of the cast. */
final class Plans {
    private record Plan(LocalDate day, int actor, int place, Runnable deed) {}

    private final PriorityQueue<Plan> plans = new PriorityQueue<>(
            Comparator.comparing(Plan::day).thenComparing(Plan::actor).thenComparing(Plan::place));
    private int placed;

    void on(LocalDate day, Actor actor, Runnable deed) {
        plans.add(new Plan(day, actor.number(), placed++, deed));
    }

    Optional<LocalDate> next() {
        return Optional.ofNullable(plans.peek()).map(Plan::day);
    }

    /** Does everything planned until this day; true if there was anything. */
    boolean carryOut(LocalDate day) {
        boolean something = false;
        for (Plan plan = plans.peek(); plan != null && !plan.day().isAfter(day); plan = plans.peek()) {
            plans.remove(plan);
            plan.deed().run();
            something = true;
        }
        return something;
    }
}
