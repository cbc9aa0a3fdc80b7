package org.seealso.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one door to the FEEL engine that Camunda bundles, so that forms and tables mean the same by an expression.
 * Expressions come without the leading {@code =}. A name that is not among the variables is null, as in the Modeler.
 */
@Component
public class Feel {
    private final FeelEngineApi engine;
    private final Cache<String, ParsedExpression> expressions =
            Caffeine.newBuilder().maximumSize(2000).build();
    private final Cache<String, ParsedExpression> unaryTests =
            Caffeine.newBuilder().maximumSize(2000).build();

    public Feel(Clock clock) {
        engine = FeelEngineBuilder.forJava()
                .withEnabledExternalFunctions(false)
                .withClock(new FeelEngineClock() {
                    @Override
                    public ZonedDateTime getCurrentTime() {
                        return ZonedDateTime.now(clock);
                    }
                })
                .build();
    }

    /** The value of an expression: text, Long, Double, Boolean, List, Map, a java.time value, or null. */
    public @Nullable Object evaluate(String expression, Map<String, ?> variables) {
        return result(expression, engine.evaluate(parsed(expression), objects(variables)));
    }

    /** Whether a condition holds; anything but true, null included, counts as no. */
    public boolean isTrue(String condition, Map<String, ?> variables) {
        return Boolean.TRUE.equals(evaluate(condition, variables));
    }

    /**
     * The conditions that hold, all asked at once: for every question the FEEL engine sets up its whole library, which
     * takes longer than the answer. Throws FeelFailed if one of them cannot be read or calculated.
     */
    public Set<String> holding(Set<String> conditions, Map<String, ?> variables) {
        if (conditions.isEmpty()) {
            return Set.of();
        }
        List<String> asked = List.copyOf(conditions);
        // On a line each, so that a comment at the end of one hides nothing of the next.
        String together = asked.stream().map(c -> "(" + c + "\n)").collect(Collectors.joining(",", "[", "]"));
        if (!(evaluate(together, variables) instanceof List<?> answers) || answers.size() != asked.size()) {
            throw new FeelFailed(together, "it is no list of answers");
        }
        return IntStream.range(0, asked.size())
                .filter(i -> Boolean.TRUE.equals(answers.get(i)))
                .mapToObj(asked::get)
                .collect(Collectors.toSet());
    }

    /** Whether an input satisfies unary tests such as {@code >= 3} or {@code "yes", "maybe"}. */
    public boolean matches(String tests, @Nullable Object input, Map<String, ?> variables) {
        ParsedExpression parsed = unaryTests.get(tests, t -> parsed(t, engine.parseUnaryTests(t)));
        return Boolean.TRUE.equals(result(tests, engine.evaluateWithInput(parsed, input, objects(variables))));
    }

    /** Throws {@link FeelFailed} if the expression cannot be read; evaluates nothing. */
    public void check(String expression) {
        parsed(expression);
    }

    private ParsedExpression parsed(String expression) {
        return expressions.get(expression, e -> parsed(e, engine.parseExpression(e)));
    }

    private static ParsedExpression parsed(String expression, ParseResult result) {
        if (!result.isSuccess()) {
            throw new FeelFailed(expression, result.failure().message());
        }
        return result.parsedExpression();
    }

    private static @Nullable Object result(String expression, EvaluationResult result) {
        if (!result.isSuccess()) {
            throw new FeelFailed(expression, result.failure().message());
        }
        return result.result();
    }

    private static Map<String, Object> objects(Map<String, ?> variables) {
        return Collections.unmodifiableMap(new HashMap<>(variables));
    }

    /** An expression that cannot be read or calculated; the message quotes it. */
    public static final class FeelFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FeelFailed(String expression, String reason) {
            super("The expression \"" + expression + "\" cannot be evaluated: " + reason);
        }
    }
}
