package org.seealso.rules;

import java.util.Optional;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Reads FEEL with the very engine that evaluates it later. */
final class Feel {
    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    private Feel() {}

    /** What is wrong with the expression, if anything. */
    static Optional<String> faultOfExpression(String text) {
        return fault(ENGINE.parseExpression(text));
    }

    /** What is wrong with a table's input cell, if anything. */
    static Optional<String> faultOfTests(String text) {
        return fault(ENGINE.parseUnaryTests(text));
    }

    private static Optional<String> fault(ParseResult parsed) {
        if (parsed.isSuccess()) {
            return Optional.empty();
        }
        String message = parsed.failure().message();
        String line = message.lines().findFirst().orElse(message);
        return Optional.of(line.length() > 160 ? line.substring(0, 160) + "…" : line);
    }
}
