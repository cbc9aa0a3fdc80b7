package org.seealso.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives every page {@code {{#_csrf}}<input type="hidden" name="{{parameterName}}" value="{{token}}">{{/_csrf}}}. Read
 * before the page is written, because the token's cookie can't follow a long page's first bytes.
 */
@ControllerAdvice
class CsrfField {
    /** What the hidden field needs. */
    public record Field(String parameterName, String token) {}

    @ModelAttribute("_csrf")
    @Nullable
    Field field(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Field(token.getParameterName(), token.getToken())
                : null;
    }
}
