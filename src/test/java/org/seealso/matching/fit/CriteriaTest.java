package org.seealso.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriteriaTest {
    @Test
    void readsTheWeightsOfAProgram() {
        Criteria criteria = Criteria.of("mla-peer", List.of(row("reciprocalTopics", 40), row("nearClone", 12)));
        assertThat(criteria.weight(Criterion.RECIPROCAL_TOPICS)).isEqualTo(40);
        assertThat(criteria.weight(Criterion.RHYTHM)).isZero();
        assertThat(criteria.fullMarks()).as("a caution adds nothing").isEqualTo(40 * Criteria.POINTS);
    }

    @Test
    void saysWhatIsWrongWithATable() {
        assertThatThrownBy(() -> Criteria.of("mla-peer", List.of(row("rhythm", "a lot"))))
                .hasMessage(
                        "The weight of \"rhythm\" in match-weights.dmn is \"a lot\". It must be a number from 0 to 1000.");
        assertThatThrownBy(() -> Criteria.of("mla-peer", List.of(row("horoscope", 3))))
                .hasMessageStartingWith(
                        "match-weights.dmn gives a weight to \"horoscope\", which is not a criterion. The criteria are: reciprocalTopics,");
        assertThatThrownBy(() -> Criteria.of("mla-peer", List.of()))
                .hasMessageContaining("no criterion with a weight above 0 for the program \"mla-peer\"");
    }

    private static Map<String, Object> row(String criterion, Object weight) {
        return Map.of("criterion", criterion, "weight", weight);
    }
}
