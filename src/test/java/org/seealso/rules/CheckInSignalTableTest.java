package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInSignalTableTest {
    private static final DecisionTable TABLE = Tables.table("check-in-signal");

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            fit,      help,         contacts, deciding, pace, asked, signal
            unsafe,   none,         3,        0,        100,  1,     conduct
            unsafe,   coordinator,  0,        0,        0,    5,     conduct
            notGood,  none,         3,        0,        100,  1,     fitProblem
            notGood,  coordinator,  0,        0,        0,    3,     fitProblem
            good,     referral,     3,        0,        100,  1,     referral
            deciding, introduction, 0,        1,        0,    1,     introduce
            good,     coordinator,  3,        0,        100,  1,     coordinator
            deciding, none,         1,        1,        100,  1,     nothing
            deciding, none,         1,        2,        100,  2,     coordinator
            deciding, tips,         1,        2,        100,  2,     coordinator
            good,     tips,         2,        0,        100,  1,     tips
            good,     none,         0,        0,        24,   3,     coordinator
            good,     none,         0,        0,        24,   2,     tips
            good,     none,         0,        0,        0,    1,     tips
            good,     none,         0,        0,        99,   4,     tips
            good,     none,         0,        0,        100,  4,     nothing
            good,     none,         1,        0,        59,   2,     encourage
            good,     none,         1,        0,        59,   1,     nothing
            good,     none,         1,        0,        60,   2,     nothing
            good,     none,         2,        0,        100,  2,     nothing
            """)
    void anAnswerSaysTheOneThingToDo(
            String fit, String help, int contacts, int deciding, int pace, int asked, String signal) {
        assertThat(TABLE.rows(Map.of(
                        "reply",
                        "answered",
                        "fit",
                        fit,
                        "help",
                        help,
                        "contacts",
                        contacts,
                        "deciding",
                        deciding,
                        "silences",
                        0,
                        "others",
                        "answered",
                        "pace",
                        pace,
                        "asked",
                        asked)))
                .containsExactly(Map.of("signal", signal));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            reply,   silences, others,   signal
            silence, 1,        answered, nothing
            silence, 1,        waiting,  nothing
            silence, 1,        silent,   followUp
            silence, 2,        answered, askOthers
            silence, 2,        waiting,  nothing
            silence, 3,        answered, nothing
            silence, 4,        answered, followUp
            silence, 5,        waiting,  followUp
            held,    0,        silent,   nothing
            held,    4,        answered, nothing
            """)
    void soDoesSilence(String reply, int silences, String others, String signal) {
        assertThat(TABLE.rows(Map.of(
                        "reply",
                        reply,
                        "fit",
                        "",
                        "help",
                        "",
                        "contacts",
                        0,
                        "deciding",
                        0,
                        "silences",
                        silences,
                        "others",
                        others,
                        "pace",
                        0,
                        "asked",
                        3)))
                .containsExactly(Map.of("signal", signal));
    }
}
