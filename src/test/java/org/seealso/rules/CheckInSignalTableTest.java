package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInSignalTableTest {
    private static final DecisionTable TABLE = Tables.table("check-in-signal");

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            fit,      help,         contacts, signal
            notGood,  none,         3,        fitProblem
            notGood,  coordinator,  0,        fitProblem
            good,     coordinator,  3,        coordinator
            deciding, introduction, 0,        coordinator
            good,     tips,         2,        tips
            good,     none,         0,        tips
            deciding, none,         0,        tips
            good,     none,         1,        nothing
            good,     none,         2,        nothing
            deciding, none,         3,        nothing
            """)
    void saysTheOneThingToDo(String fit, String help, int contacts, String signal) {
        assertThat(TABLE.rows(Map.of("fit", fit, "help", help, "contacts", contacts)))
                .containsExactly(Map.of("signal", signal));
    }
}
