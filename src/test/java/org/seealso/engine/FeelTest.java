package org.seealso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeelTest {
    private final Feel feel = new Feel(Clock.fixed(Instant.parse("2026-02-03T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void calculatesWithTextNumbersListsAndRows() {
        assertThat(feel.evaluate("1 + 2", Map.of())).isEqualTo(3L);
        assertThat(feel.evaluate("a / 2", Map.of("a", 5))).isEqualTo(2.5);
        assertThat(feel.evaluate("\"Dear \" + name", Map.of("name", "Ana"))).isEqualTo("Dear Ana");
        assertThat(feel.evaluate("for r in rows return r.label", Map.of("rows", List.of(Map.of("label", "x")))))
                .isEqualTo(List.of("x"));
    }

    @Test
    void aNameNobodyGaveIsNull() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("known", null);
        assertThat(feel.evaluate("unknown", variables)).isNull();
        assertThat(feel.isTrue("known = null and unknown = null", variables)).isTrue();
        assertThat(feel.isTrue("unknown", variables)).isFalse();
    }

    @Test
    void readsConditionsAndUnaryTests() {
        assertThat(feel.isTrue("not(list contains(modes, \"inPerson\"))", Map.of("modes", List.of("video"))))
                .isTrue();
        assertThat(feel.isTrue("region != \"north\"", Map.of("region", "north")))
                .isFalse();
        assertThat(feel.matches(">= 3", 4, Map.of())).isTrue();
        assertThat(feel.matches("\"yes\", \"maybe\"", "no", Map.of())).isFalse();
    }

    @Test
    void todayIsTheClocksDay() {
        assertThat(feel.evaluate("today()", Map.of())).isEqualTo(LocalDate.of(2026, 2, 3));
    }

    @Test
    void aBrokenExpressionIsQuoted() {
        assertThatThrownBy(() -> feel.evaluate("1 +", Map.of()))
                .isInstanceOf(Feel.FeelFailed.class)
                .hasMessageContaining("\"1 +\"");
        assertThatThrownBy(() -> feel.check("if x"))
                .isInstanceOf(Feel.FeelFailed.class)
                .hasMessageContaining("if x");
    }
}
