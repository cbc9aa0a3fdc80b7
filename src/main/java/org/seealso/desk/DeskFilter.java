package org.seealso.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.seealso.desk.DeskSubmissions.Judged;
import org.seealso.security.EnginePath;
import org.seealso.security.TaskFilters;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stands before Camunda's task API, which Tasklist speaks. On the way out it adds what a task's form shows; on the way
 * in it keeps what people wrote in the answers and lets only routing facts through. So Tasklist works as it is, and
 * the engine never holds what people wrote (house law 3).
 */
class DeskFilter extends OncePerRequestFilter {
    private static final String ENGINE = "/camunda/api/engine/engine/[^/]+/";
    private static final Pattern LOOK = Pattern.compile(ENGINE + "task/([^/]+)/form-variables");
    private static final Pattern SUBMIT = Pattern.compile(ENGINE + "task/([^/]+)/(?:submit-form|complete)");
    private static final Pattern START = Pattern.compile(ENGINE + "process-definition/(key/)?([^/]+)/submit-form");
    private static final Pattern LIST = Pattern.compile(ENGINE + "filter/([^/]+)/(?:list|count|singleResult)");
    private static final DateTimeFormatter CAMUNDA_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final DeskTasks tasks;
    private final DeskSubmissions submissions;
    private final Briefing briefing;
    private final FilterService filters;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    DeskFilter(
            DeskTasks tasks,
            DeskSubmissions submissions,
            Briefing briefing,
            FilterService filters,
            TransactionTemplate transaction,
            ObjectMapper json,
            Clock clock) {
        this.tasks = tasks;
        this.submissions = submissions;
        this.briefing = briefing;
        this.filters = filters;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal who = request.getUserPrincipal();
        if (who == null) {
            chain.doFilter(request, response);
            return;
        }
        String path = EnginePath.of(request);
        boolean post = "POST".equals(request.getMethod());
        Matcher look = LOOK.matcher(path);
        Matcher submit = SUBMIT.matcher(path);
        Matcher start = START.matcher(path);
        Matcher list = LIST.matcher(path);
        if (look.matches() && !post) {
            look(look.group(1), who.getName(), request, response, chain);
        } else if (submit.matches() && post) {
            submit(tasks.task(submit.group(1), who.getName()), who.getName(), request, response, chain);
        } else if (start.matches() && post) {
            submit(tasks.start(start.group(2), start.group(1) != null), who.getName(), request, response, chain);
        } else if (list.matches()) {
            list(list.group(1), who.getName(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void look(
            String taskId, String user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        Optional<DeskTask> task =
                answer.getStatus() == HttpStatus.OK.value() ? tasks.task(taskId, user) : Optional.empty();
        if (task.isPresent() && json.readTree(answer.getContentAsByteArray()) instanceof ObjectNode variables) {
            String asked = request.getParameter("variableNames");
            for (Map.Entry<String, Object> fact :
                    briefing.of(task.get().subject()).entrySet()) {
                if (!variables.has(fact.getKey())
                        && (asked == null || Arrays.asList(asked.split(",")).contains(fact.getKey()))) {
                    variables.set(fact.getKey(), shown(fact.getValue()));
                }
            }
            answer.resetBuffer();
            answer.setHeader("Cache-Control", "no-store");
            answer.getOutputStream().write(json.writeValueAsBytes(variables));
        }
        answer.copyBodyToResponse();
    }

    /** Tasklist parses a Json variable's text and hands the form real rows. */
    private ObjectNode shown(Object value) throws JsonProcessingException {
        ObjectNode variable = json.createObjectNode();
        if (value instanceof String text) {
            variable.put("type", "String").put("value", text);
        } else {
            variable.put("type", "Json").put("value", json.writeValueAsString(value));
        }
        variable.putObject("valueInfo");
        return variable;
    }

    private void submit(
            Optional<DeskTask> found,
            String user,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        byte[] sent = request.getInputStream().readAllBytes();
        JsonNode body = parse(sent);
        if (body == null) {
            refuse(response, HttpStatus.BAD_REQUEST, "This form could not be read. Reload the page and try again.");
            return;
        }
        if (found.isEmpty()) {
            // Not theirs: Camunda says so. Nothing that was sent goes along.
            chain.doFilter(new JsonRequest(request, "POST", "{}".getBytes(StandardCharsets.UTF_8), Map.of()), response);
            return;
        }
        DeskTask task = found.get();
        Judged judged = submissions.judge(task, user, body.path("variables"), briefing.of(task.subject()));
        if (judged.refusal() != null) {
            refuse(response, HttpStatus.BAD_REQUEST, judged.refusal());
            return;
        }
        JsonRequest facts = new JsonRequest(request, "POST", submissions.body(body, judged.routing()), Map.of());
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            // The engine joins this transaction, so what was written and the completed task stand or fall together.
            transaction.executeWithoutResult(status -> {
                submissions.store(task, user, judged.written());
                proceed(chain, facts, answer);
                if (answer.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
                    status.setRollbackOnly();
                }
            });
        } catch (TransactionException failed) {
            answer.reset();
            refuse(
                    response,
                    HttpStatus.CONFLICT,
                    "This could not be saved, because somebody changed it at the same"
                            + " time. Reload the page and look again.");
            return;
        } catch (ChainFailure failed) {
            failed.rethrow();
        }
        answer.copyBodyToResponse();
    }

    private static void proceed(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new ChainFailure(e);
        }
    }

    /** "My tasks" and "Overdue" say whose and when here, because a stored query may hold no expression. */
    private void list(
            String filterId, String user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Filter filter = filters.createFilterQuery().filterId(filterId).singleResult();
        Object kind = filter == null ? null : filter.getProperties().get(TaskFilters.DESK);
        Object token = request.getSession().getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        boolean read = !"POST".equals(request.getMethod());
        if (kind == null || (read && token == null)) {
            chain.doFilter(request, response);
            return;
        }
        JsonNode sent = read ? null : parse(request.getInputStream().readAllBytes());
        ObjectNode query = sent instanceof ObjectNode object ? object : json.createObjectNode();
        if (TaskFilters.MINE.equals(kind)) {
            query.put("assignee", user);
        } else if (TaskFilters.OVERDUE.equals(kind)) {
            query.put("dueBefore", CAMUNDA_TIME.format(clock.instant().atZone(ZoneOffset.UTC)));
        }
        // A read that must carry a query becomes a POST inside, and changes nothing; it may do without its token.
        Map<String, String> headers =
                read ? Map.of(CsrfConstants.CSRF_TOKEN_HEADER_NAME, String.valueOf(token)) : Map.of();
        chain.doFilter(new JsonRequest(request, "POST", json.writeValueAsBytes(query), headers), response);
    }

    private @Nullable JsonNode parse(byte[] body) {
        try {
            return body.length == 0 ? json.createObjectNode() : json.readTree(body);
        } catch (IOException notJson) {
            return null;
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(json.writeValueAsBytes(Map.of("type", "InvalidRequestException", "message", sentence)));
    }

    /** Carries a checked failure out of the transaction, which it rolls back. */
    private static class ChainFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Exception reason;

        ChainFailure(Exception reason) {
            super(reason);
            this.reason = reason;
        }

        void rethrow() throws IOException, ServletException {
            if (reason instanceof IOException io) {
                throw io;
            }
            throw (ServletException) reason;
        }
    }
}
