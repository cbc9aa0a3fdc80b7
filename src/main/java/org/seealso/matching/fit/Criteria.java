package org.seealso.matching.fit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The weights of one program, as its rows of match-weights.dmn give them; a criterion without a row counts nothing. */
public record Criteria(Map<Criterion, Integer> weights) {
    public static final String DECISION = "match-weights";

    private static final String CORRECT =
            "Correct it in match-weights.dmn, restart SeeAlso and find the matches again.";

    /** Points per unit of weight; whole points keep the proof of the optimum exact. */
    static final int POINTS = 100;
    /** The most a pair can score, which the optimum relies on. */
    static final int MOST = 60_000;

    public static Criteria of(String program, List<Map<String, Object>> rows) {
        Map<Criterion, Integer> weights = new EnumMap<>(Criterion.class);
        for (Map<String, Object> row : rows) {
            String key = Objects.toString(row.get("criterion"), "");
            if (key.isBlank()) {
                throw new WeightsRefused(
                        "A row of match-weights.dmn has no criterion. The criteria are: " + known() + ". " + CORRECT);
            }
            Criterion criterion = Criterion.named(key)
                    .orElseThrow(() -> new WeightsRefused("match-weights.dmn gives a weight to \"" + key
                            + "\", which is not a criterion. The criteria are: " + known() + ". " + CORRECT));
            weights.merge(criterion, weight(key, row.get("weight")), Integer::sum);
        }
        if (weights.entrySet().stream().noneMatch(e -> !e.getKey().caution && e.getValue() > 0)) {
            throw new WeightsRefused("match-weights.dmn has no criterion with a weight above 0 for the program \""
                    + program + "\", so no match can be better than another. Give it at least one row. " + CORRECT);
        }
        return new Criteria(weights);
    }

    private static int weight(String key, @Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1000) {
            return number.intValue();
        }
        throw new WeightsRefused("The weight of \"" + key + "\" in match-weights.dmn is "
                + (value == null ? "empty" : "\"" + value + "\"") + ". It must be a number from 0 to 1000. " + CORRECT);
    }

    private static String known() {
        return Arrays.stream(Criterion.values()).map(c -> c.key).collect(Collectors.joining(", "));
    }

    int weight(Criterion criterion) {
        return weights.getOrDefault(criterion, 0);
    }

    /** The score of two people who suit each other in everything. */
    int fullMarks() {
        return (int) Math.min(MOST, (long) POINTS * sum());
    }

    /** What the criterion gives a pair that fulfils it; less per unit where the weights together are very high. */
    double points(Criterion criterion) {
        return weight(criterion) * (sum() == 0 ? POINTS : Math.min(POINTS, (double) MOST / sum()));
    }

    private int sum() {
        return weights.entrySet().stream()
                .filter(e -> !e.getKey().caution)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
