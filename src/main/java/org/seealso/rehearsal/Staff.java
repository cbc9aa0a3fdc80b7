package org.seealso.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.task.Task;
import org.seealso.rehearsal.Result.Kind;
import org.seealso.rehearsal.Worker.Todo;

/** Coordinators, with so many minutes in a week, and conduct handlers, who find the time: both on working days. */
final class Staff {
    /** Emailed forms are tasks, too: those of participants. */
    private static final String PARTICIPANTS = "UserTask_AnswerForm";

    private static final int OFTEN = 30;

    private final Theatre theatre;
    private final CastFile cast;
    private final Ledger ledger;
    private final VirtualTime time;
    private final Worker coordinator;
    private final Worker handler;
    private final Map<String, LocalDate> came = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> visible = new HashSet<>();
    private final Map<String, LocalDate> doneAt = new HashMap<>();
    private final Map<String, Integer> timesDone = new HashMap<>();
    private boolean behind;

    Staff(Theatre theatre, CastFile cast, Ledger ledger, VirtualTime time, Worker coordinator, Worker handler) {
        this.theatre = theatre;
        this.cast = cast;
        this.ledger = ledger;
        this.time = time;
        this.coordinator = coordinator;
        this.handler = handler;
    }

    /** Whether work was left for another day. */
    boolean isBehind() {
        return behind;
    }

    /** Works on what is there; true if anything was done. */
    boolean work(LocalDate today) {
        behind = false;
        // Asking Tasklist on days without work would be most of a rehearsal's time.
        if (theatre.tasks()
                        .createTaskQuery()
                        .taskDefinitionKeyNotIn(PARTICIPANTS)
                        .count()
                == 0) {
            return false;
        }
        return work(handler, today, false) | work(coordinator, today, true);
    }

    private boolean work(Worker worker, LocalDate today, boolean budgeted) {
        List<Todo> open = worker.todo();
        boolean something = false;
        for (Todo task : open) {
            visible.add(task.id());
            LocalDate since = came.computeIfAbsent(task.id(), id -> today);
            if (since.equals(today)) {
                Object about = theatre.tasks().getVariable(task.id(), "label");
                ledger.taskCame(
                        task.id(),
                        task.name(),
                        task.process(),
                        task.key(),
                        about == null ? "" : about.toString(),
                        since);
            }
        }
        if (today.getDayOfWeek() == DayOfWeek.SATURDAY || today.getDayOfWeek() == DayOfWeek.SUNDAY) {
            behind |= open.stream().anyMatch(task -> !failed.contains(task.id()));
            return false;
        }
        for (Todo task : whatCameBackLast(open)) {
            if (failed.contains(task.id())) {
                continue;
            }
            if (today.equals(doneAt.get(task.place()))) {
                // It has come back: there is more to do first, and tomorrow is another day.
                behind = true;
                continue;
            }
            int minutes = cast.minutes(task.key());
            int used = ledger.minutesInWeek(today);
            if (budgeted && used > 0 && used + minutes > cast.coordinators().minutesPerWeek()) {
                behind = true;
                break;
            }
            Optional<String> refused = worker.finish(task, today);
            if (refused.isEmpty()) {
                ledger.taskDone(task.id(), today, minutes);
                done(task, today);
                something = true;
                time.settle();
            } else if (theatre.tasks().createTaskQuery().taskId(task.id()).count() > 0) {
                failed.add(task.id());
                ledger.finding(
                        Kind.CANNOT_ANSWER,
                        task.process() + ".bpmn, " + task.key(),
                        "A coordinator could not complete the task: " + Wording.firstLine(refused.get()),
                        "Open the task in Tasklist on a quick start and try it; then look at its form.",
                        null);
            }
        }
        return something;
    }

    private void done(Todo task, LocalDate today) {
        doneAt.put(task.place(), today);
        if (timesDone.merge(task.place(), 1, Integer::sum) == OFTEN) {
            ledger.finding(
                    Kind.NEVER_ENDS,
                    task.process() + ".bpmn, " + task.key(),
                    "A task comes back however often it is done: “" + task.name() + "”, " + OFTEN + " times.",
                    "Look at what leads back to it in the diagram, and at what would have to be true to go on.",
                    null);
        }
    }

    /** The oldest first; but what has come back once is done when everything else is. */
    private List<Todo> whatCameBackLast(List<Todo> open) {
        return open.stream()
                .sorted(Comparator.comparing(task -> doneAt.containsKey(task.place())))
                .toList();
    }

    /** In the evening: which tasks are open, and which of them nobody can see. */
    void evening(LocalDate today) {
        TreeSet<String> open = new TreeSet<>();
        for (Task task : theatre.tasks()
                .createTaskQuery()
                .taskDefinitionKeyNotIn(PARTICIPANTS)
                .list()) {
            open.add(task.getId());
            if (!visible.contains(task.getId())) {
                ledger.finding(
                        Kind.NOBODY_SEES,
                        task.getProcessDefinitionId().split(":", 2)[0] + ".bpmn, " + task.getTaskDefinitionKey(),
                        "Nobody sees a task: neither coordinators nor conduct handlers.",
                        "Give it a candidate group, coordinators or conduct-handlers.",
                        null);
                visible.add(task.getId());
            }
        }
        ledger.openTasks(today, open);
    }
}
