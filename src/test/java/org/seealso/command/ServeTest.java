package org.seealso.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seealso.SeeAlso;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ServeTest {
    private static final Map<String, String> SOUND = Map.of(
            "SEEALSO_DB_URL", "jdbc:postgresql://db:5432/seealso",
            "SEEALSO_DB_USER", "seealso",
            "SEEALSO_DB_PASSWORD", "a long enough one",
            "SEEALSO_BASE_URL", "https://mentoring.example.org",
            "SEEALSO_ADMIN_PASSWORD", "another long one",
            "SEEALSO_CONDUCT_KEY", "a third long enough one",
            "SMTP_HOST", "smtp.example.org",
            "SEEALSO_MAIL_FROM", "mentoring@example.org");

    @Test
    void hasNothingAgainstASoundEnvironment() {
        assertThat(new Serve(SeeAlso.class, SOUND).faults()).isEmpty();
    }

    @Test
    void seesThePersonBehindTheProxyAndThatTheyUseHttps() throws Exception {
        new Serve(Door.class, SOUND).call();
        try (ServletWebServerApplicationContext running = Objects.requireNonNull(RUNNING.get())) {
            URI door = URI.create("http://127.0.0.1:" + running.getWebServer().getPort() + "/who");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(door)
                                    .header("X-Forwarded-For", "203.0.113.7")
                                    .header("X-Forwarded-Proto", "https")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("203.0.113.7 secure");
        }
    }

    private static final AtomicReference<ServletWebServerApplicationContext> RUNNING = new AtomicReference<>();

    /** A place that only says who is asking. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @RestController
    static class Door {
        @Bean
        WebServerFactoryCustomizer<ConfigurableWebServerFactory> anyPort() {
            return factory -> factory.setPort(0);
        }

        @EventListener
        void started(ServletWebServerInitializedEvent event) {
            RUNNING.set(event.getApplicationContext());
        }

        @GetMapping("/who")
        String who(HttpServletRequest request) {
            return request.getRemoteAddr() + (request.isSecure() ? " secure" : " plain");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEEALSO_DB_URL",
                "SEEALSO_DB_USER",
                "SEEALSO_DB_PASSWORD",
                "SEEALSO_BASE_URL",
                "SEEALSO_ADMIN_PASSWORD",
                "SMTP_HOST",
                "SEEALSO_MAIL_FROM"
            })
    void namesTheMissingVariable(String variable) {
        Map<String, String> environment = new HashMap<>(SOUND);
        environment.remove(variable);

        assertThatThrownBy(() -> new Serve(SeeAlso.class, environment).call())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(variable + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "SEEALSO_DB_URL,jdbc:h2:mem:test",
        "SEEALSO_DB_PASSWORD,postgres",
        "SEEALSO_DB_PASSWORD,changeme-123",
        "SEEALSO_ADMIN_PASSWORD,short",
        "SEEALSO_ADMIN_PASSWORD,adminadminadmin",
        "SEEALSO_ADMIN_PASSWORD,password123456",
        "SEEALSO_BASE_URL,http://mentoring.example.org",
        "SEEALSO_BASE_URL,mentoring.example.org",
        "SEEALSO_MAIL_FROM,mentoring"
    })
    void refusesAnUnsafeValueWithoutRepeatingIt(String variable, String value) {
        Map<String, String> environment = new HashMap<>(SOUND);
        environment.put(variable, value);

        assertThat(new Serve(SeeAlso.class, environment).faults())
                .singleElement()
                .asString()
                .startsWith(variable + ": ")
                .doesNotContain(": " + value);
    }
}
