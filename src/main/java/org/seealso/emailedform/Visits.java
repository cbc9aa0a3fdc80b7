package org.seealso.emailedform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What a browser keeps of a private link: the token itself in a cookie, so that it is as good as the link and no better,
 * and dies with it. The address bar keeps none of it.
 */
@Component
public class Visits {
    private final Links links;
    private final boolean quickstart;

    Visits(Links links, @Value("${seealso.quickstart:false}") boolean quickstart) {
        this.links = links;
        this.quickstart = quickstart;
    }

    /** The open link of this purpose that a browser came in by; one for a purpose that has one clean address. */
    public Optional<Link> of(HttpServletRequest request, Purpose purpose) {
        return token(request, purpose.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .flatMap(links::open)
                .filter(link -> link.purpose() == purpose && link.state() == State.OPEN);
    }

    /** Where the first visit leads to; the cookie lasts as long as the browser stays open and the link works. */
    ResponseEntity<Void> enter(Purpose purpose, String token, URI page) {
        return swap(cookie(purpose.name().toLowerCase(Locale.ROOT).replace('_', '-'), token, null), page);
    }

    ResponseEntity<Void> enter(String cookie, String token, Duration life, URI page) {
        return swap(cookie(cookie, token, life), page);
    }

    private static ResponseEntity<Void> swap(ResponseCookie cookie, URI page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(page)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    Optional<String> token(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(full(name))) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private ResponseCookie cookie(String name, String token, @Nullable Duration life) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(full(name), token)
                .httpOnly(true)
                .secure(!quickstart)
                .sameSite("Lax")
                .path("/");
        return (life == null ? cookie : cookie.maxAge(life)).build();
    }

    private String full(String name) {
        return quickstart ? name : "__Host-" + name;
    }
}
