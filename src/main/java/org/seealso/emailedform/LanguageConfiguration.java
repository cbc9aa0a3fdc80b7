package org.seealso.emailedform;

import java.time.Duration;
import java.util.Locale;
import org.seealso.engine.Language;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * In which language a public page is asked for: as its link says ({@code ?lang=fr}), as that link said before in this
 * browser, else as the browser wishes. Behind a private link the person's own language counts instead.
 */
@Configuration
class LanguageConfiguration implements WebMvcConfigurer {
    private static final Duration REMEMBERED = Duration.ofDays(30);

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("language");
        resolver.setCookieMaxAge(REMEMBERED);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(request -> Locale.forLanguageTag(
                Language.asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).code()));
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor byLink = new LocaleChangeInterceptor();
        byLink.setParamName("lang");
        byLink.setIgnoreInvalidLocale(true);
        registry.addInterceptor(byLink);
    }
}
