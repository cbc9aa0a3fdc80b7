package org.seealso.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
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
    void saysWhatIsWrongWithATableAndWhatToDo() {
        String todo = " Correct it in match-weights.dmn, restart SeeAlso and find the matches again.";
        assertThatThrownBy(() -> Criteria.of("mla-peer", List.of(row("rhythm", "a lot"))))
                .hasMessage(
                        "The weight of \"rhythm\" in match-weights.dmn is \"a lot\". It must be a number from 0 to 1000."
                                + todo);
        assertThatThrownBy(() -> Criteria.of("mla-peer", List.of(row("rhythm", -1))))
                .hasMessageStartingWith("The weight of \"rhythm\" in match-weights.dmn is \"-1\".");
        assertThatThrownBy(() -> Criteria.of("mla-peer", List.of(row("horoscope", 3))))
                .hasMessageStartingWith(
                        "match-weights.dmn gives a weight to \"horoscope\", which is not a criterion. The criteria are: reciprocalTopics,")
                .hasMessageEndingWith(todo);
        assertThatThrownBy(() -> Criteria.of("mla-peer", List.of()))
                .hasMessageContaining("no criterion with a weight above 0 for the program \"mla-peer\"")
                .hasMessageEndingWith("Give it at least one row." + todo);
    }

    @Test
    void saysWhatIsMissingInARowLeftEmpty() {
        Map<String, Object> empty = new HashMap<>();
        empty.put("criterion", "rhythm");
        empty.put("weight", null);
        assertThatThrownBy(() -> Criteria.of("mla-peer", List.of(empty)))
                .hasMessageStartingWith(
                        "The weight of \"rhythm\" in match-weights.dmn is empty. It must be a number from 0 to 1000.");
        assertThatThrownBy(() -> Criteria.of("mla-peer", List.of(Map.of("weight", 3))))
                .hasMessageStartingWith(
                        "A row of match-weights.dmn has no criterion. The criteria are: reciprocalTopics,");
    }

    private static Map<String, Object> row(String criterion, Object weight) {
        return Map.of("criterion", criterion, "weight", weight);
    }
}
