package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seealso.engine.Rhythm;
import org.seealso.engine.Term;

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
        assertThat(pilot.checkIns()).isEqualTo(Rhythm.parse("monthly"));
        assertThat(pilot.contacts()).isEqualTo(Rhythm.parse("1 a month"));
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

    @Test
    void eachShapeOfMatchingHasARow() {
        assertThat(row("vimloc")).satisfies(vimloc -> {
            assertThat(vimloc.format()).isEqualTo("mentor");
            assertThat(vimloc.roles()).containsExactly("mentee", "mentor");
            assertThat(vimloc.applicationForms()).containsExactly("application-mentee", "application-mentor");
            assertThat(vimloc.consentDays()).isEqualTo(7);
        });
        assertThat(row("wla")).satisfies(wla -> {
            assertThat(wla.rolling()).isTrue();
            assertThat(wla.term()).isEqualTo(Term.parse("12 months"));
            assertThat(List.of(wla.matchEveryDays(), wla.newsEveryDays(), wla.starvedAfterDays()))
                    .containsExactly(14, 21, 45);
        });
        assertThat(row("peer-group"))
                .extracting(ProgramRow::format, ProgramRow::groupSmallest, ProgramRow::groupLargest)
                .containsExactly("group", 4, 6);
        assertThat(row("peer-group")).satisfies(group -> {
            assertThat(group.hostRotates()).isTrue();
            assertThat(group.pollDays()).isEqualTo(7);
            assertThat(group.fewestMembers()).isEqualTo(4);
            assertThat(group.gatherings()).isEqualTo(group.contacts());
        });
        assertThat(row("mla-peer").fewestMembers()).isEqualTo(2);
    }

    @Test
    void aHostWhoNeverChangesIsRefused() {
        Map<String, Object> cells =
                new HashMap<>(TABLE.rows(Map.of("program", "peer-group")).get(0));
        cells.put("contacts", "none");
        assertThat(ProgramTable.read("peer-group", cells).gatherings())
                .as("then as often as check-ins")
                .isEqualTo(row("peer-group").checkIns());
        cells.put("checkIns", "never");
        assertThatThrownBy(() -> ProgramTable.read("peer-group", cells))
                .hasMessageContaining("neither contacts nor checkIns say how often the host changes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wla        | format              | pairs         | has pairs in format, where one of these must stand: peer, mentor, group, self.
            wla        | sameEmployer        | maybe         | has maybe in sameEmployer, where one of these must stand: never, avoid, fine.
            wla        | mentorForm          | ''            | has nothing in mentorForm and mentor in format.
            wla        | format              | peer          | has application-mentor in mentorForm and peer in format.
            peer-group | mentorForm          | application-x | Mentors need a form of their own; other formats leave it empty
            peer-group | mentorMinYears      | 4             | there are no mentors. Write 0.
            wla        | matchEveryDays      | 0             | has rolling in intake, so matchEveryDays must be 1 or more
            mla-peer   | matchEveryDays      | 14            | A cohort is matched on its one day: write 0, or rolling in intake.
            wla        | checkIns            | often         | column checkIns: "often" says not how often.
            wla        | term                | a while       | column term: "a while" says not how long.
            wla        | term                | 11 years      | column term: "11 years" is longer than 10 years. Write "open" instead.
            wla        | term                | 6 weeks       | has a term that is shorter than the time to the first check-in (checkIns).
            mla-peer   | term                | open          | A cohort ends on its last day: write how long it takes, or rolling in intake.
            wla        | term                | open          | What has no end cannot go on longer: write 0.
            vimloc     | surveyBeforeDays    | 60            | has 60 in surveyBeforeDays, which is as long as its term or longer.
            flash      | firstContactDays    | 20            | has 20 in firstContactDays, which is as long as its term or longer.
            vimloc     | trialReviewMonths   | 3             | has 3 in trialReviewMonths, which is as long as its term or longer.
            flash      | liveCall            | true          | The check-in asks about the call: write false, or how often to ask.
            wla        | firstContact        | all           | has all in firstContact, where one of these must stand: both, mentee, mentor, host.
            mla-peer   | firstContact        | mentee        | has mentee in firstContact, but peer in format: there is none. Write both or host.
            wla        | firstContact        | host          | has host in firstContact, but mentor in format: only groups have a host.
            peer-group | groupSmallest       | 9             | The smallest group cannot be larger than the largest: change one of them.
            peer-group | groupSmallest       | 1             | Two people make a mentorship: write 2 or more.
            wla        | pollDays            | 7             | nobody hosts (hostRotates is false), so nobody could propose dates.
            wla        | consentDays         | 5             | Give people more days to agree.
            wla        | formRemindAfterDays | 14            | A reminder must come before the form closes: give it more days.
            wla        | newsEveryDays       | -1            | has -1 in newsEveryDays. Nothing is less than 0: write 0 or more.""")
    void aRowThatContradictsItselfIsRefusedWithWhatToDo(String program, String column, String cell, String says) {
        Map<String, Object> cells =
                new HashMap<>(TABLE.rows(Map.of("program", program)).get(0));
        cells.put(column, cell.matches("-?\\d+") ? Integer.valueOf(cell) : cell.equals("true") ? Boolean.TRUE : cell);
        assertThatThrownBy(() -> ProgramTable.read(program, cells)).hasMessageContaining(says);
    }
}
