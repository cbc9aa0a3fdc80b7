package org.seealso.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seealso.SeeAlso;

class ServeTest {
    private static final Map<String, String> SOUND = Map.of(
            "SEEALSO_DB_URL", "jdbc:postgresql://db:5432/seealso",
            "SEEALSO_DB_USER", "seealso",
            "SEEALSO_DB_PASSWORD", "a long enough one",
            "SEEALSO_BASE_URL", "https://mentoring.example.org",
            "SEEALSO_ADMIN_PASSWORD", "another long one",
            "SMTP_HOST", "smtp.example.org",
            "SEEALSO_MAIL_FROM", "mentoring@example.org");

    @Test
    void hasNothingAgainstASoundEnvironment() {
        assertThat(new Serve(SeeAlso.class, SOUND).faults()).isEmpty();
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
