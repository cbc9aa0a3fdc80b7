package org.seealso.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Reads and writes an execution's variables with their types: ids, routing facts and dates, nothing else. */
public record Facts(DelegateExecution execution) {
    public static Facts of(DelegateExecution execution) {
        return new Facts(execution);
    }

    public UUID id(String name) {
        return UUID.fromString(text(name));
    }

    public Optional<UUID> maybeId(String name) {
        return maybeText(name).map(UUID::fromString);
    }

    /** The id or null, for records that allow it to be absent. */
    public @Nullable UUID idOrNull(String name) {
        return maybeId(name).orElse(null);
    }

    public String text(String name) {
        return maybeText(name)
                .orElseThrow(() -> new IllegalStateException("variable " + name + " is missing in "
                        + execution.getProcessDefinitionId() + " at " + execution.getCurrentActivityId()));
    }

    public Optional<String> maybeText(String name) {
        return Optional.ofNullable(execution.getVariable(name))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }

    /** The text, or nothing at all where there is none. */
    public String textOrEmpty(String name) {
        return maybeText(name).orElse("");
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public Optional<Instant> maybeInstant(String name) {
        return Optional.ofNullable((Date) execution.getVariable(name)).map(Date::toInstant);
    }

    public List<UUID> ids(String name) {
        List<UUID> ids = new ArrayList<>();
        if (execution.getVariable(name) instanceof Collection<?> values) {
            values.forEach(value -> ids.add(UUID.fromString(value.toString())));
        }
        return ids;
    }

    public void set(String name, boolean value) {
        execution.setVariable(name, value);
    }

    public void set(String name, int value) {
        execution.setVariable(name, value);
    }

    public void set(String name, String value) {
        execution.setVariable(name, value);
    }

    public void set(String name, UUID value) {
        execution.setVariable(name, value.toString());
    }

    public void set(String name, Instant value) {
        execution.setVariable(name, Date.from(value));
    }

    public void set(String name, List<UUID> values) {
        execution.setVariable(
                name, new ArrayList<>(values.stream().map(UUID::toString).toList()));
    }

    public String definition() {
        return execution.getProcessDefinitionId();
    }
}
