package org.seealso.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down whoever sends forms or tries links by the hundred; a person never notices. */
class PublicLimits extends OncePerRequestFilter {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Allowance> posts = cache();
    private final Cache<String, Allowance> lives = cache();
    private final Cache<String, Allowance> links = cache();
    private final SecuritySettings.Limits limits;
    private final Clock clock;

    PublicLimits(SecuritySettings.Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (allowed(request)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", "60");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private boolean allowed(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if ("POST".equals(request.getMethod())) {
            if (request.getRequestURI().endsWith("/live")) {
                // Comes with every pause in typing, and needs the link's own cookie to do anything.
                return lives.get(address, k -> new Allowance(6 * limits.publicPerMinute(), MINUTE, clock))
                        .take();
            }
            return posts.get(address, k -> new Allowance(limits.publicPerMinute(), MINUTE, clock))
                    .take();
        }
        if (request.getRequestURI().startsWith("/f/")) {
            return links.get(address, k -> new Allowance(limits.linksPerMinute(), MINUTE, clock))
                    .take();
        }
        return true;
    }

    private static Cache<String, Allowance> cache() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(5))
                .build();
    }
}
