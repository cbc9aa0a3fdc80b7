package org.seealso.matching.fit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody wrote, by field, as far as the matching may read it (house law 4). */
public record Profile(Map<String, Written> fields) {
    /**
     * @param value a text, a number, a yes or no, or a list of texts
     * @param shown the words people read for it; those of a list stand in its order, between commas
     * @param readers who may read it; decides which reasons may be put into words, and for whom
     */
    public record Written(Object value, String shown, Set<String> readers) {}

    public Profile {
        fields = new TreeMap<>(fields);
    }

    private @Nullable Object value(String field) {
        Written written = fields.get(field);
        return written == null ? null : written.value();
    }

    /** Empty if not answered. */
    public String text(String field) {
        Object value = value(field);
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : Objects.toString(value, "").strip();
    }

    public List<String> list(String field) {
        Object value = value(field);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return text(field).isEmpty() ? List.of() : List.of(text(field));
    }

    public @Nullable Integer number(String field) {
        Object value = value(field);
        if (value instanceof Number number) {
            return number.intValue();
        }
        String text = text(field);
        return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    public boolean yes(String field) {
        return Boolean.TRUE.equals(value(field)) || text(field).equalsIgnoreCase("yes");
    }

    public Set<String> readersOf(String field) {
        Written written = fields.get(field);
        return written == null ? Set.of() : written.readers();
    }

    /** The words of the form for the values of a field. */
    public Map<String, String> labels(String field) {
        List<String> values = list(field);
        Written written = fields.get(field);
        if (written == null) {
            return Map.of();
        }
        List<String> shown = values.size() == 1
                ? List.of(written.shown())
                : List.of(written.shown().split(", "));
        Map<String, String> labels = new TreeMap<>();
        for (int i = 0; i < values.size() && shown.size() == values.size(); i++) {
            labels.put(values.get(i), shown.get(i));
        }
        return labels;
    }
}
