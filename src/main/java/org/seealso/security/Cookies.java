package org.seealso.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cookies only over https, except in the quick start; runs before Camunda reads its own settings. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Cookies implements ServletContextInitializer {
    private final SecuritySettings settings;
    private final CamundaBpmProperties camunda;

    Cookies(SecuritySettings settings, CamundaBpmProperties camunda) {
        this.settings = settings;
        this.camunda = camunda;
    }

    @Override
    public void onStartup(ServletContext context) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure(!settings.quickstart());
        cookie.setAttribute("SameSite", "Lax");
        camunda.getWebapp().getCsrf().setEnableSecureCookie(!settings.quickstart());
        camunda.getWebapp().getSessionCookie().setEnableSecureCookie(!settings.quickstart());
    }
}
