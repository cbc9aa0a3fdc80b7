package org.seealso.people;

import java.time.LocalDate;
import java.util.Arrays;
import org.seealso.engine.Rhythm;

/** How often members agreed to meet, by the values of the form {@code agreement}. */
public enum Frequency {
    /** On the same day of every month, counted from the first. */
    MONTHLY("monthly"),
    /** Every other week, so that it stays the same day of the week. */
    TWICE_MONTHLY("twiceMonthly"),
    WEEKLY("weekly"),
    /** One meeting at a time; so is whatever a program's own form calls otherwise. */
    FLEXIBLE("flexible");

    private final String value;

    Frequency(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    public static Frequency of(String value) {
        return Arrays.stream(values())
                .filter(f -> f.value.equals(value))
                .findFirst()
                .orElse(FLEXIBLE);
    }

    boolean repeats() {
        return this != FLEXIBLE;
    }

    /** The day of the n-th meeting, from 0. */
    LocalDate day(LocalDate first, int n) {
        return switch (this) {
            case MONTHLY -> Rhythm.parse("monthly").day(first, n);
            case TWICE_MONTHLY -> first.plusWeeks(2L * n);
            case WEEKLY -> first.plusWeeks(n);
            case FLEXIBLE -> first;
        };
    }
}
