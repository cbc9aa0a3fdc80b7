package org.seealso.confidence;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence instead of a stack trace. */
final class KeyTroubleAnalyzer extends AbstractFailureAnalyzer<KeyTrouble> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyTrouble cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
