package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTableTest {
    private static final DecisionTable TABLE = Tables.table("eligibility");

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            program,  worksInLibrary, conductAccepted, voluntary, eligible
            mla-peer, yes,            true,            true,      true
            mla-peer, student,        true,            true,      true
            mla-peer, no,             true,            true,      false
            mla-peer, yes,            false,           true,      false
            mla-peer, yes,            true,            false,     false
            another,  no,             true,            true,      true
            another,  no,             false,           true,      false
            """)
    void decidesWhoMayTakePart(
            String program, String worksInLibrary, boolean conductAccepted, boolean voluntary, boolean eligible) {
        assertThat(TABLE.rows(Map.of(
                        "program", program,
                        "worksInLibrary", worksInLibrary,
                        "conductAccepted", conductAccepted,
                        "voluntary", voluntary)))
                .containsExactly(Map.of("eligible", eligible));
    }
}
