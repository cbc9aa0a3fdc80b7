package org.seealso.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists in Tasklist's left column. None holds an expression: stored expressions run code, so they are off, and
 * "whose" and "when" are filled in by the desk on the way (see the property {@code desk}).
 */
@Component
public class TaskFilters {
    /** Names, in a filter's properties, what the desk adds to its query: {@link #MINE} or {@link #OVERDUE}. */
    public static final String DESK = "desk";

    public static final String MINE = "mine";
    public static final String OVERDUE = "overdue";

    private static final String[] ABOUT_PEOPLE = {
        "mentorship",
        "change",
        "check-in",
        "first-contact",
        "fit-problem",
        "help",
        "reply",
        "undelivered",
        "closing",
        "emailed-form"
    };

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    void make() {
        List<String> everybody = List.of(Groups.COORDINATORS, Groups.CONDUCT_HANDLERS);
        List<String> coordinators = List.of(Groups.COORDINATORS);
        make(
                "Applications to review",
                "People who applied, and the dates of cohorts",
                10,
                offeredTo(Groups.COORDINATORS)
                        .or()
                        .processDefinitionKeyIn("admission", "information-session")
                        .taskDefinitionKeyIn(
                                "UserTask_FinishReviews", "UserTask_CorrectDates", "UserTask_CorrectNewDates")
                        .endOr(),
                coordinators,
                "");
        make(
                "Matches to confirm",
                "Proposed matches, people who did not say yes or no, and pools that need help",
                20,
                offeredTo(Groups.COORDINATORS).processDefinitionKeyIn("matching", "consent", "pool"),
                coordinators,
                "");
        make(
                "People who need you",
                "Questions, trouble, missed check-ins and letters that did not arrive",
                30,
                offeredTo(Groups.COORDINATORS).processDefinitionKeyIn(ABOUT_PEOPLE),
                coordinators,
                "");
        make(
                "Conduct reports",
                "Seen by conduct handlers only",
                40,
                offeredTo(Groups.CONDUCT_HANDLERS),
                List.of(Groups.CONDUCT_HANDLERS),
                "");
        make("Overdue", "Past their date", 50, tasks.createTaskQuery().active(), everybody, OVERDUE);
        make("My tasks", "Claimed by you", 60, tasks.createTaskQuery().active(), everybody, MINE);
        make(
                "All open tasks",
                "Everything waiting for coordinators",
                70,
                offeredTo(Groups.COORDINATORS),
                coordinators,
                "");
    }

    private TaskQuery offeredTo(String group) {
        return tasks.createTaskQuery().active().taskCandidateGroup(group).includeAssignedTasks();
    }

    private void make(
            String name, String description, int priority, TaskQuery query, List<String> readers, String desk) {
        Filter filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("color", "#1d5f6e");
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", "label", "label", "About")));
        if (!desk.isEmpty()) {
            properties.put(DESK, desk);
        }
        filter.setQuery(query.orderByTaskCreateTime().asc());
        filter.setProperties(properties);
        Filter saved = filters.saveFilter(filter);
        readers.forEach(group -> grants.mayRead(group, saved.getId()));
    }
}
