package org.seealso.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.seealso.form.Submissions.Posted;

/**
 * The server says of a submission what form-js says, at Tasklist's version and at the newest: accepted or not, which
 * questions still need attention, and which values are kept. More cases with {@code -Dseealso.differential.cases=N}.
 *
 * <p>Beforehand both get the text as we tidy it: no blanks around it, one kind of line end, no punctuation in a phone
 * number. On purpose the server is stricter in what {@link Submissions} lists, and takes nothing for a question that
 * is locked or not in the form.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int CASES = Integer.getInteger("seealso.differential.cases", 1000);
    private static final long SEED = Long.getLong("seealso.differential.seed", 6);
    private static final int AT_ONCE = 7;

    static final List<String> VIEWERS = FormJs.VIEWERS;

    private record Case(FormSheet sheet, JsonNode form, Map<String, Object> context, Posted posted) {}

    private final List<Case> cases = new ArrayList<>();
    private final ArrayNode asked = JSON.createArrayNode();

    @BeforeAll
    void writeCases() throws IOException, InterruptedException {
        assumeTrue(FormJs.canRun() || "true".equals(System.getenv("CI")), "needs node and npm");
        FormJs.install();
        List<JsonNode> forms = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".form")).sorted().toList()) {
                forms.add(JSON.readTree(file.toFile()));
            }
        }
        Random random = new Random(SEED);
        GeneratedForms generated = new GeneratedForms(random);
        Submissions submissions = new Submissions(random);
        while (cases.size() < CASES) {
            for (JsonNode form : forms) {
                if (!questions(form).isEmpty()) {
                    write(form, submissions, random);
                }
            }
            for (int i = 0; i < 2 * forms.size(); i++) {
                write(generated.form(), submissions, random);
            }
        }
    }

    private void write(JsonNode form, Submissions submissions, Random random) throws IOException {
        Map<String, Object> context = context(random);
        String key = form.path("id").asText();
        FormSheet sheet = new RulesInMemory()
                .with(key + ".form", JSON.writeValueAsBytes(form))
                .book()
                .open("d1", key);
        ObjectNode group = asked.addObject();
        group.set("schema", form);
        group.set("context", JSON.valueToTree(context));
        ArrayNode posts = group.putArray("cases");
        for (int i = 0; i < AT_ONCE; i++) {
            Posted posted = submissions.of(questions(form), context);
            cases.add(new Case(sheet, form, context, posted));
            Map<String, List<String>> sendable = new HashMap<>(posted.fields());
            posted.refused().forEach(refused -> sendable.put(refused, List.of()));
            posts.addObject()
                    .<ObjectNode>set("fields", JSON.valueToTree(sendable))
                    .set("refused", JSON.valueToTree(posted.refused()));
        }
    }

    private static List<JsonNode> questions(JsonNode parent) {
        List<JsonNode> questions = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            if (component.has("key") && !component.path("type").asText().equals("expression")) {
                questions.add(component);
            }
            questions.addAll(questions(component));
        }
        return questions;
    }

    /** What our pages may know, each there or not. */
    private static Map<String, Object> context(Random random) {
        Map<String, Object> all = Map.ofEntries(
                Map.entry("firstName", "Ana"),
                Map.entry("partnerNames", "Ben"),
                Map.entry("programName", "Peers"),
                Map.entry("conductHandlers", List.of(Map.of("value", "h@example.ca", "label", "Hana"))),
                Map.entry("dates", List.of(Map.of("value", "2026-03-01T10:00", "label", "Sunday"))),
                Map.entry("agreement", List.of(Map.of("question", "When?", "answer", "Mondays"))),
                Map.entry("profile", List.of(Map.of("question", "Where?", "answer", "Brandon"))),
                Map.entry("reasons", List.of(Map.of("reason", "Both sing"))),
                Map.entry("nextMeeting", "1 March"),
                Map.entry("early", true),
                Map.entry("trio", true),
                Map.entry("extensionMonths", 6));
        Map<String, Object> some = new TreeMap<>();
        all.forEach((key, value) -> {
            if (random.nextBoolean()) {
                some.put(key, value);
            }
        });
        some.put("yes", true);
        some.put("no", false);
        some.put("limit", 2 + random.nextInt(3));
        some.put("offered", List.of(Map.of("label", "A", "value", "a"), Map.of("label", "B", "value", "b"), "x"));
        some.put("rows", List.of(Map.of("a", "cell")));
        return some;
    }

    @ParameterizedTest
    @FieldSource("VIEWERS")
    void theServerSaysWhatFormJsSays(String viewer) throws IOException, InterruptedException {
        JsonNode verdicts = FormJs.verdicts(viewer, asked);
        assertThat(verdicts).hasSameSizeAs(cases);
        List<String> differences = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < cases.size(); i++) {
            Case each = cases.get(i);
            Verdict ours = each.sheet().judge(each.posted().fields(), each.context());
            accepted += ours.ok() ? 1 : 0;
            String difference = difference(each, ours, verdicts.get(i));
            if (!difference.isEmpty()) {
                differences.add(difference + "; posted " + each.posted() + "; context " + each.context() + "; form "
                        + each.form());
            }
        }
        Files.writeString(
                Path.of("target/form-js/" + viewer + "-differences.json"),
                JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(differences));
        assertThat(differences.stream().limit(3))
                .as("%d of %d differ", differences.size(), cases.size())
                .isEmpty();
        assertThat(accepted).as("accepted of %d", cases.size()).isBetween(cases.size() / 10, cases.size() * 9 / 10);
    }

    private static String difference(Case each, Verdict ours, JsonNode theirs) {
        Set<String> shown = new TreeSet<>();
        theirs.path("shown").forEach(key -> shown.add(key.asText()));
        Set<String> expected = new TreeSet<>();
        theirs.path("errors").forEach(key -> expected.add(key.asText()));
        Set<String> stricter = new TreeSet<>(each.posted().refused());
        theirs.path("impossible").forEach(key -> stricter.add(key.asText()));
        Set<String> open = new TreeSet<>();
        each.sheet().fields().forEach(field -> open.add(field.key()));
        stricter.retainAll(shown);
        stricter.retainAll(open);
        questions(each.form()).stream()
                .filter(field -> "=yes".equals(field.path("readonly").asText()))
                .forEach(field -> stricter.remove(field.path("key").asText()));
        expected.addAll(stricter);
        Set<String> complained = new TreeSet<>();
        ours.errors().forEach(error -> complained.add(error.field()));
        if (!expected.equals(complained)) {
            return "complaints: form-js " + expected + ", server " + complained;
        }
        if (!ours.ok()) {
            return "";
        }
        Map<String, Object> kept = new TreeMap<>();
        theirs.path("values").properties().forEach(entry -> {
            Object value = JSON.convertValue(entry.getValue(), new TypeReference<Object>() {});
            boolean answered = value != null && !"".equals(value) && !List.of().equals(value);
            boolean locked = questions(each.form()).stream()
                    .anyMatch(field -> field.path("key").asText().equals(entry.getKey())
                            && (field.path("readonly").asBoolean()
                                    || "=yes".equals(field.path("readonly").asText())));
            if (answered && !locked) {
                kept.put(entry.getKey(), plain(value));
            }
        });
        Map<String, Object> values = new TreeMap<>();
        ours.values().forEach((key, value) -> {
            if (!"".equals(value)) {
                values.put(key, plain(value));
            }
        });
        return Objects.equals(kept, values) ? "" : "values: form-js " + kept + ", server " + values;
    }

    private static Object plain(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value instanceof List<?> list
                ? list.stream().map(DifferentialTest::plain).toList()
                : value;
    }

    @Test
    void thereAreAsManyCasesAsAskedFor() {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(CASES);
    }
}
