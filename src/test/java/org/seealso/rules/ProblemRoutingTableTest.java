package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemRoutingTableTest {
    private static final DecisionTable TABLE = Tables.table("problem-routing");
    private static final Set<String> CONDUCT = Set.of("boundaries", "intimidation", "manipulation");

    @ParameterizedTest
    @CsvSource({"yes", "wantHelp", "no"})
    void aConductMatterGoesToConductHandlersWhetherRaisedOrNot(String raised) {
        CONDUCT.forEach(category -> assertThat(route(raised, category)).isEqualTo("conduct"));
    }

    @ParameterizedTest
    @MethodSource("offered")
    void whoeverIsUnsafeReachesConductHandlersWhateverItIsAbout(String category) {
        assertThat(route("unsafe", category)).isEqualTo("conduct");
    }

    @ParameterizedTest
    @MethodSource("offered")
    void everythingElseGoesToACoordinator(String category) {
        assertThat(route("no", category)).isEqualTo(CONDUCT.contains(category) ? "conduct" : "coordinator");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            raised,   category,         want,       route
            no,       badFit,           tips,       partner
            wantHelp, communication,    draft,      partner
            no,       notParticipating, talk,       partner
            yes,      badFit,           talk,       coordinator
            no,       badFit,           end,        coordinator
            no,       badFit,           newPartner, coordinator
            no,       badFit,           pause,      coordinator
            no,       hardToExit,       tips,       coordinator
            unsafe,   badFit,           tips,       conduct
            no,       intimidation,     draft,      conduct
            """)
    void whereTheRowSaysSoTheMembersAreHelpedToTalkFirst(String raised, String category, String want, String route) {
        assertThat(route(raised, category, true, want)).isEqualTo(route);
    }

    @Test
    void theTableNamesOnlyWhatTheFormOffers() throws IOException {
        assertThat(offered()).containsAll(named(1));
        assertThat(options("raised")).containsAll(named(0));
        assertThat(options("want")).containsAll(named(3));
    }

    private static String route(String raised, String category) {
        return route(raised, category, false, "talk");
    }

    private static String route(String raised, String category, boolean partnerFirst, String want) {
        List<Map<String, Object>> rows =
                TABLE.rows(Map.of("raised", raised, "category", category, "partnerFirst", partnerFirst, "want", want));
        assertThat(rows).hasSize(1);
        return String.valueOf(rows.get(0).get("route"));
    }

    /** The texts the table compares the n-th input with. */
    private static Set<String> named(int input) {
        return Dmn.readModelFromFile(Path.of("processes/problem-routing.dmn").toFile())
                .getModelElementsByType(Rule.class)
                .stream()
                .map(rule -> List.copyOf(rule.getInputEntries()).get(input))
                .map(InputEntry::getTextContent)
                .flatMap(ProblemRoutingTableTest::quoted)
                .collect(Collectors.toSet());
    }

    private static Stream<String> quoted(String tests) {
        return Pattern.compile("\"([^\"]+)\"").matcher(tests).results().map((MatchResult found) -> found.group(1));
    }

    static List<String> offered() throws IOException {
        return options("category");
    }

    private static List<String> options(String key) throws IOException {
        JsonNode form =
                new ObjectMapper().readTree(Path.of("forms/fit-problem.form").toFile());
        return form.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals(key))
                .flatMap(field -> StreamSupport.stream(field.path("values").spliterator(), false))
                .map(option -> option.path("value").asText())
                .toList();
    }
}
