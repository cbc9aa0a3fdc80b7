package org.seealso.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Keeps the token where Camunda keeps its own: a form inside Tasklist then posts to our pages with the cookie it
 * already has. Camunda sets that cookie only when it makes the token, so whoever makes it must set the cookie.
 */
class SharedCsrfTokens implements CsrfTokenRepository {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    private final boolean secureCookie;

    SharedCsrfTokens(boolean secureCookie) {
        this.secureCookie = secureCookie;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return token(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
            }
            response.addCookie(cookie("", 0));
        } else {
            request.getSession().setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token.getToken());
            response.addCookie(cookie(token.getToken(), -1));
        }
    }

    private Cookie cookie(String value, int maxAge) {
        Cookie cookie = new Cookie(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, value);
        cookie.setMaxAge(maxAge);
        cookie.setPath("/camunda");
        cookie.setSecure(secureCookie);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String value
                ? token(value)
                : null;
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(CsrfConstants.CSRF_TOKEN_HEADER_NAME, "_csrf", value);
    }
}
