package org.seealso.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tasklist brings the engine's whole REST API with it. Whoever is signed in may only do through it what Tasklist's own
 * buttons do; admins also what Cockpit's and Admin's do. Variables, comments and attachments stay shut, because what
 * people write never lives in the engine (house law 3), and so does deploying: the folders are the only door (law 5).
 */
class EngineDoors extends OncePerRequestFilter {
    private static final String ENGINE = "/camunda/api/engine/engine/[^/]+/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final List<Pattern> EVERYBODY = patterns(
            "POST task(/count)?",
            "POST task/[^/]+/(claim|unclaim|assignee|complete|submit-form|identity-links|identity-links/delete)",
            "PUT task/[^/]+",
            "POST task/queries",
            "POST filter/[^/]+/(list|count|singleResult)",
            "POST process-definition/[^/]+/submit-form",
            "POST process-definition/key/[^/]+/submit-form",
            "POST (process-instance|execution|variable-instance|user|group)(/count)?",
            "POST history/(task|activity-instance|process-instance|variable-instance)(/count)?",
            "POST identity/password-policy",
            "PUT user/[^/]+/(profile|credentials)",
            "POST authorization/check");

    private static final List<Pattern> ADMINS_TOO = patterns(
            "(POST|PUT|DELETE) (user|group|authorization|tenant)(/.*)?",
            "(POST|PUT|DELETE) (job|job-definition|incident|external-task|batch|migration|modification)(/.*)?",
            "(POST|PUT|DELETE) (process-instance|process-definition|execution|history|decision-definition)(/.*)?");

    private static final List<Pattern> NOBODY = patterns(
            "[A-Z]+ deployment/.*",
            "[A-Z]+ process-definition/(.*/)?start",
            "DELETE process-definition/.*",
            "POST process-definition/delete",
            "[A-Z]+ .*message-async",
            "[A-Z]+ .*variables-async");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = EnginePath.of(request);
        if (!path.startsWith("/camunda/api/engine/") || open(request, path)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static boolean open(HttpServletRequest request, String path) {
        String call = request.getMethod() + " " + path;
        if (NOBODY.stream().anyMatch(p -> p.matcher(call).matches())) {
            return false;
        }
        return EVERYBODY.stream().anyMatch(p -> p.matcher(call).matches())
                || (request.isUserInRole(Groups.ADMINS)
                        && ADMINS_TOO.stream().anyMatch(p -> p.matcher(call).matches()));
    }

    private static List<Pattern> patterns(String... calls) {
        return List.of(calls).stream()
                .map(call -> call.replaceFirst(" ", " " + ENGINE))
                .map(Pattern::compile)
                .toList();
    }
}
