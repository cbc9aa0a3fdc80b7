package org.seealso.rules;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the faults instead of a stack trace. */
final class RulesFaultyAnalyzer extends AbstractFailureAnalyzer<RulesFaulty> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RulesFaulty cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
