package org.seealso.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.seealso.engine.Feel;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;

/** Published files kept in a map, and a form book over them. */
final class RulesInMemory implements PublishedRules {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-10T18:00:00Z"), ZoneOffset.UTC);

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    int reads;

    RulesInMemory with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    FormBook book() {
        return new PublishedFormBook(this, new Feel(CLOCK), CLOCK);
    }

    /** A form of nothing but these components, written as JSON with single quotes. */
    static FormSheet form(String components) {
        String json = "{\"type\":\"default\",\"id\":\"test\",\"schemaVersion\":16,\"components\":["
                + components.replace('\'', '"') + "]}";
        return new RulesInMemory()
                .with("test.form", json.getBytes(StandardCharsets.UTF_8))
                .book()
                .open("d1", "test");
    }

    @Override
    public String current() {
        return "d1";
    }

    @Override
    public String deploymentOf(String processDefinitionId) {
        return "d1";
    }

    @Override
    public Optional<byte[]> file(String deployment, String name) {
        reads++;
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public Set<String> names(String deployment) {
        return files.keySet();
    }

    @Override
    public ProgramRow row(String deployment, String program) {
        throw new UnsupportedOperationException("The forms never ask for a program's row.");
    }

    @Override
    public List<Map<String, Object>> rows(String deployment, String decision, Map<String, ?> inputs) {
        throw new UnsupportedOperationException("The forms never ask a table.");
    }
}
