package org.seealso.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Feel;

/** One offered answer; {@code sent} is what a browser posts for it. */
record Option(Object value, String label, String sent) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** What a field offers, from its own list, from a variable, or from an expression. */
    static List<Option> of(Component component, Feel feel, Map<String, ?> variables) {
        Object offered = List.of();
        String expression = Component.expression(component.json().path("valuesExpression"));
        String key = component.text("valuesKey");
        if (!expression.isEmpty()) {
            offered = feel.evaluate(expression, variables);
        } else if (!key.isBlank()) {
            offered = variables.get(key);
        } else {
            offered = plain(component.json().path("values"));
        }
        List<Option> options = new ArrayList<>();
        if (offered instanceof Collection<?> list) {
            for (Object each : list) {
                Option option = of(each);
                if (option != null) {
                    options.add(option);
                }
            }
        }
        return options;
    }

    private static @Nullable Option of(@Nullable Object offered) {
        Object value = offered;
        Object label = offered;
        if (offered instanceof Map<?, ?> pair && pair.get("value") != null) {
            value = pair.get("value");
            label = pair.get("label") == null ? value : pair.get("label");
        }
        if (value == null || label == null || "".equals(value)) {
            return null;
        }
        return new Option(value, Wording.shown(label), sent(value));
    }

    /** The text that stands for a value in a page, equal for equal values. */
    static String sent(Object value) {
        if (value instanceof Map || value instanceof Collection) {
            try {
                return JSON.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                return "";
            }
        }
        return value instanceof Number ? Wording.shown(value) : value.toString();
    }

    private static Object plain(JsonNode values) {
        return values.isArray() ? JSON.convertValue(values, List.class) : List.of();
    }
}
