package org.seealso.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Five chains, the first that fits decides: shut for good, Camunda's web applications, our signed-in pages, the public,
 * and nothing else. Path patterns rather than strings, because a string matcher misses Camunda's own servlets.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {
    static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final long YEAR_IN_SECONDS = 31_536_000;
    private static final int AFTER_SPRING_SECURITY = -90;

    private static final String OWN_PAGES = "default-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " object-src 'none'; form-action 'self'; frame-ancestors 'none'";
    // The inbox shows a letter in a sandboxed srcdoc frame, which inherits this policy; letters carry inline styles.
    private static final String INBOX = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    private final SecuritySettings settings;

    SecurityConfiguration(SecuritySettings settings) {
        this.settings = settings;
    }

    /** Strangers may never make the first admin, and nobody signs in past our throttle. */
    @Bean
    @Order(1)
    SecurityFilterChain shut(HttpSecurity http) throws Exception {
        return nothingHere(http.securityMatcher(any(
                "/camunda/api/admin/setup/**",
                "/camunda/app/*/*/setup/**",
                "/camunda/api/admin/auth/user/*/login/**",
                "/engine-rest/**")));
    }

    @Bean
    @Order(2)
    SecurityFilterChain tasklist(HttpSecurity http) throws Exception {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/camunda/app/*/default/"));
        // The address after signing in stays clean.
        pages.setMatchingRequestParameterName(null);
        return http.securityMatcher(any("/camunda/**"))
                .authorizeHttpRequests(may -> may.requestMatchers(any(
                                "/camunda/lib/**",
                                "/camunda/assets/**",
                                "/camunda/favicon.ico",
                                "/camunda/app/*/styles/**",
                                "/camunda/app/*/scripts/**"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new EngineDoors(), AuthorizationFilter.class)
                .addFilterBefore(new TasklistSignOut(), SecurityContextHolderFilter.class)
                // Camunda's own filter guards these paths, with the same token (SharedCsrfTokens).
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(pages))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), any("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .headers(headers -> {
                    headers.cacheControl(c -> c.disable());
                    headers.frameOptions(FrameOptionsConfig::deny);
                    headers.referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN));
                    headers.httpStrictTransportSecurity(this::hsts);
                })
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain signedIn(HttpSecurity http) throws Exception {
        return http.securityMatcher(any("/desk/**", "/conduct/**", "/login", "/logout"))
                .authorizeHttpRequests(may -> may.requestMatchers(any("/login", "/logout"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage("/login").defaultSuccessUrl(TASKLIST).failureUrl("/login?again"))
                .logout(out -> out.logoutUrl("/logout").logoutSuccessUrl("/login?bye"))
                .csrf(csrf -> csrf.csrfTokenRepository(new SharedCsrfTokens(!settings.quickstart()))
                        .csrfTokenRequestHandler(new HeaderOrFieldCsrf()))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), any("/desk/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .headers(headers -> {
                    headers.contentSecurityPolicy(csp -> csp.policyDirectives(OWN_PAGES));
                    headers.referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER));
                    headers.httpStrictTransportSecurity(this::hsts);
                })
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain inbox(HttpSecurity http, Clock clock) throws Exception {
        http.securityMatcher(any("/inbox/**"));
        return settings.inbox() ? open(http, INBOX, clock) : nothingHere(http);
    }

    @Bean
    @Order(5)
    SecurityFilterChain everybody(HttpSecurity http, Clock clock) throws Exception {
        return open(
                http.securityMatcher(any(
                        "/",
                        "/apply/**",
                        "/register/**",
                        "/interest/**",
                        "/f/**",
                        "/form/**",
                        "/me",
                        "/me/**",
                        "/privacy/**",
                        "/unsubscribe/**",
                        "/assets/**",
                        "/webjars/**",
                        "/css/**",
                        "/js/**",
                        "/favicon.ico",
                        "/favicon.svg",
                        "/robots.txt",
                        "/actuator/health",
                        "/actuator/health/**",
                        "/error")),
                OWN_PAGES,
                clock);
    }

    @Bean
    @Order(6)
    SecurityFilterChain nothingElse(HttpSecurity http) throws Exception {
        return nothingHere(http.securityMatcher(AnyRequestMatcher.INSTANCE));
    }

    private SecurityFilterChain open(HttpSecurity http, String policy, Clock clock) throws Exception {
        return http.authorizeHttpRequests(may -> may.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(publicTokens())
                        .csrfTokenRequestHandler(new HeaderOrFieldCsrf())
                        // Posted by mail programs, which have seen no page of ours (RFC 8058); the token is in the
                        // address.
                        .ignoringRequestMatchers(any("/unsubscribe/**")))
                .addFilterBefore(new PublicLimits(settings.limits(), clock), CsrfFilter.class)
                .headers(headers -> {
                    headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy));
                    headers.referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER));
                    headers.httpStrictTransportSecurity(this::hsts);
                })
                .build();
    }

    private CookieCsrfTokenRepository publicTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(settings.quickstart() ? "seealso-form" : "__Host-seealso-form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(!settings.quickstart()).httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    private SecurityFilterChain nothingHere(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(may -> may.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> response.sendError(HttpStatus.NOT_FOUND.value()))
                        .accessDeniedHandler(
                                (request, response, why) -> response.sendError(HttpStatus.NOT_FOUND.value())))
                .headers(headers -> {
                    headers.contentSecurityPolicy(csp -> csp.policyDirectives(OWN_PAGES));
                    headers.httpStrictTransportSecurity(this::hsts);
                })
                .build();
    }

    private void hsts(HeadersConfigurer<HttpSecurity>.HstsConfig hsts) {
        if (settings.quickstart()) {
            hsts.disable();
        } else {
            // Always, not only where the request looks secure: behind a proxy it often doesn't.
            hsts.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(YEAR_IN_SECONDS);
        }
    }

    /** Camunda's own sign-in check, answered by ours; after Spring Security has said who is asking. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> tasklistAccepts() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setName("Container Based Authentication Filter");
        filter.addInitParameter("authentication-provider", TasklistSignIn.class.getName());
        filter.addUrlPatterns("/camunda/api/*", "/camunda/app/*");
        filter.setOrder(AFTER_SPRING_SECURITY);
        return filter;
    }

    private static RequestMatcher any(String... paths) {
        List<RequestMatcher> matchers = new ArrayList<>();
        for (String path : paths) {
            matchers.add(PathPatternRequestMatcher.withDefaults().matcher(path));
        }
        return new OrRequestMatcher(matchers);
    }
}
