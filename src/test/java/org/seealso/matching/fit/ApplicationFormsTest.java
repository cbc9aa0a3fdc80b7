package org.seealso.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application forms ask what the matching reads, in words that fit together. */
class ApplicationFormsTest {
    @Test
    void mentorsOfferWhatMenteesSeekAndPeersKnowTheSameWords() throws IOException {
        List<String> offered = values(fields("application-mentor"), "topicsOffered");
        for (String sought : List.of("topic1", "topic2", "topic3")) {
            assertThat(values(fields("application-mentee"), sought)).isEqualTo(offered);
        }
        assertThat(offered).containsAll(values(fields("application-peer"), "canShare"));
        assertThat(values(fields("application-mentee"), "competenciesWanted"))
                .isEqualTo(values(fields("application-mentor"), "competencies"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application-mentor", "application-mentee"})
    void nobodyButTheMatchingReadsAnIdentity(String form) throws IOException {
        for (String field : List.of("identity", "identityWish")) {
            assertThat(readers(fields(form), field)).isEqualTo("matching");
            assertThat(field(fields(form), field)
                            .path("validate")
                            .path("required")
                            .asBoolean())
                    .as("it need not be answered")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application-peer", "application-mentor", "application-mentee"})
    void whatTheMatchingReadsSaysSo(String form) throws IOException {
        Map<String, JsonNode> fields = fields(form);
        for (Criterion criterion : Criterion.values()) {
            for (String field : criterion.fields) {
                if (fields.containsKey(field)) {
                    assertThat(readers(fields, field)).as(field).contains("matching");
                }
            }
        }
        assertThat(fields.keySet())
                .containsAll(Set.of(
                        "languages",
                        "modes",
                        "timeZone",
                        "libraryTypeWish",
                        "preferredPartner",
                        "doNotMatch",
                        "lineManager"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application-mentor", "application-mentee"})
    void asksMentorsAndMenteesWhatItAsksPeers(String form) throws IOException {
        Set<String> theirs = fields(form).keySet();
        List<String> peersOnly = List.of("wantToLearn", "canShare", "similarity", "groupWish", "shortGoal", "longGoal");
        assertThat(fields("application-peer").keySet().stream().filter(field -> !peersOnly.contains(field)))
                .isSubsetOf(theirs);
    }

    private static JsonNode field(Map<String, JsonNode> fields, String field) {
        assertThat(fields).containsKey(field);
        return fields.getOrDefault(field, MissingNode.getInstance());
    }

    private static String readers(Map<String, JsonNode> fields, String field) {
        return field(fields, field).path("properties").path("readers").asText();
    }

    private static List<String> values(Map<String, JsonNode> fields, String field) {
        List<String> values = new ArrayList<>();
        field(fields, field)
                .path("values")
                .forEach(v -> values.add(v.path("value").asText()));
        assertThat(values).isNotEmpty();
        return values;
    }

    private static Map<String, JsonNode> fields(String form) throws IOException {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        collect(new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile()), fields);
        return fields;
    }

    private static void collect(JsonNode parent, Map<String, JsonNode> fields) {
        for (JsonNode component : parent.path("components")) {
            if (component.has("key")) {
                fields.put(component.path("key").asText(), component);
            }
            collect(component, fields);
        }
    }
}
