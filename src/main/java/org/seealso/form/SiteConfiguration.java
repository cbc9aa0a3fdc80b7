package org.seealso.form;

import com.samskivert.mustache.Mustache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Style and script live under an address made from their content, so a browser keeps them for a year and still sees
 * the next release at once. Templates write {@code @assets@} for that address.
 */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {
    private static final String OWN = "static/";
    private static final String GOVUK = "classpath*:/META-INF/resources/webjars/govuk-frontend/*/dist/govuk/";

    private final String assets;
    private final Resource govuk;

    SiteConfiguration() throws IOException, NoSuchAlgorithmException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources(GOVUK + "govuk-frontend.min.css");
        if (found.length != 1) {
            throw new IOException("Expected one govuk-frontend stylesheet on the class path, found " + found.length);
        }
        govuk = found[0];
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(govuk.getContentAsByteArray());
        for (String name : new String[] {"seealso.css", "seealso.js", "rules.js", "icon.svg"}) {
            digest.update(new ClassPathResource(OWN + name).getContentAsByteArray());
        }
        assets = "/assets/" + HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    @Bean
    Mustache.Compiler mustacheCompiler() {
        return Mustache.compiler()
                .defaultValue("")
                .emptyStringIsFalse(true)
                .withLoader(name ->
                        new StringReader(text("templates/" + name + ".mustache").replace("@assets@", assets)));
    }

    /** Every page has its words; one that shows a form says in whose language it does. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void postHandle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable ModelAndView page) {
                String view = page == null ? null : page.getViewName();
                if (page != null && view != null && !view.startsWith("redirect:")) {
                    Map<String, Object> model = page.getModel();
                    Object language = model.computeIfAbsent("lang", none -> Words.ENGLISH);
                    model.put("say", Words.of(language.toString()).page());
                }
            }
        });
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        try {
            registry.addResourceHandler(assets + "/**")
                    .addResourceLocations(new ClassPathResource(OWN), folderOf(govuk))
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource folderOf(Resource file) throws IOException {
        String address = file.getURL().toString();
        return new UrlResource(address.substring(0, address.lastIndexOf('/') + 1));
    }

    private static String text(String path) {
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
