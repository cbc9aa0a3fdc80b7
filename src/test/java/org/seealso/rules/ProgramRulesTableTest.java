package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramRulesTableTest {
    private static final DecisionTable TABLE = Tables.table("program-rules");

    private static ProgramRow row(String program) {
        List<Map<String, Object>> rows = TABLE.rows(Map.of("program", program));
        assertThat(rows).hasSize(1);
        return ProgramTable.read(program, rows.get(0));
    }

    @Test
    void theManitobaPilotHasItsRow() {
        ProgramRow pilot = row("mla-peer");
        assertThat(pilot.name()).isEqualTo("Peer-to-Peer Mentorship");
        assertThat(pilot.association()).isEqualTo("Manitoba Library Association");
        assertThat(pilot.zone()).isEqualTo(ZoneId.of("America/Winnipeg"));
        assertThat(pilot.format()).isEqualTo("peer");
        assertThat(pilot.applicationForm()).isEqualTo("application-peer");
        assertThat(pilot.agreement()).isTrue();
    }

    @Test
    void thePilotMeetsMonthlyAndHasDaysForEverything() {
        ProgramRow pilot = row("mla-peer");
        assertThat(pilot.everyMonths()).isEqualTo(1);
        assertThat(pilot.contactTarget()).isEqualTo(1);
        assertThat(pilot.confirmExpiresAfterDays()).isEqualTo(7);
        assertThat(pilot.formRemindAfterDays()).isEqualTo(5);
        assertThat(pilot.formExpiresAfterDays()).isEqualTo(14);
        assertThat(pilot.checkInExpiresAfterDays()).isEqualTo(14);
        assertThat(pilot.surveyBeforeDays()).isEqualTo(14);
        assertThat(pilot.evaluationAfterDays()).isEqualTo(7);
        assertThat(pilot.conductRemindAfterHours()).isEqualTo(24);
    }

    @Test
    void everyContactIsSomebody() {
        ProgramRow pilot = row("mla-peer");
        assertThat(List.of(pilot.coordinatorName(), pilot.officeName(), pilot.conductVersion()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(List.of(pilot.coordinatorEmail(), pilot.officeEmail(), pilot.conductHandlers()))
                .allSatisfy(address -> assertThat(address).contains("@"));
        assertThat(pilot.conductUrl()).startsWith("https://");
    }

    @Test
    void aProgramWithoutARowIsUnknown() {
        assertThat(TABLE.rows(Map.of("program", "nobody-runs-this"))).isEmpty();
    }
}
