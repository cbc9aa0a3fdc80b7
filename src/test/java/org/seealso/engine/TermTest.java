package org.seealso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {
    private static final LocalDate END_OF_JANUARY = LocalDate.of(2027, 1, 31);

    @ParameterizedTest
    @CsvSource({
        "1 week, 2027-02-07",
        "2 weeks, 2027-02-14",
        "1 month, 2027-02-28",
        "8 months, 2027-09-30",
        "1 year, 2028-01-31",
        "12 months, 2028-01-31"
    })
    void aTermIsWrittenAsPeopleSayIt(String words, LocalDate lastDay) {
        assertThat(Term.parse(words).lastDay(END_OF_JANUARY)).isEqualTo(lastDay);
    }

    @Test
    void anOpenTermHasNoLastDay() {
        Term open = Term.parse("open");
        assertThat(open.open()).isTrue();
        assertThat(open.lastDay(END_OF_JANUARY)).isEqualTo(LocalDate.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "0 weeks", "-1 month", "100 months", "6", "six months", "6 days"})
    void anythingElseIsRefusedWithWhatToWrite(String words) {
        assertThatThrownBy(() -> Term.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("says not how long. Write such as");
    }
}
