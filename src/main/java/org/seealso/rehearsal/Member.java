package org.seealso.rehearsal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seealso.letter.Links.Purpose;

/** What an invented person has in hand: their mailbox, the newest links, and what they have already done. */
final class Member {
    private final Actor actor;
    private final Map<Purpose, String> links = new EnumMap<>(Purpose.class);
    private final Map<String, Integer> asked = new TreeMap<>();
    private final Set<String> begun = new HashSet<>();
    private int read;
    private boolean planned;
    private @Nullable LocalDate addressStops;
    private boolean returned;

    Member(Actor actor) {
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }

    int read() {
        return read;
    }

    void hasRead(int letters) {
        read += letters;
    }

    void keep(Purpose purpose, String path) {
        links.put(purpose, path);
    }

    Optional<String> link(Purpose purpose) {
        return Optional.ofNullable(links.get(purpose));
    }

    /** Tells this time from another: "check-in 3". A reminder is no other time. */
    String occasion(String form, boolean reminder) {
        return form + " " + (reminder ? asked.getOrDefault(form, 1) : asked.merge(form, 1, Integer::sum));
    }

    /** True the first time somebody sets about answering this. */
    boolean begins(String question) {
        return begun.add(question);
    }

    /** True once, when their mentorship begins. */
    boolean plansNow() {
        boolean first = !planned;
        planned = true;
        return first;
    }

    void addressStops(LocalDate day) {
        addressStops = day;
    }

    /** True for the one letter that comes back. */
    boolean comesBack(LocalDate day) {
        if (returned || addressStops == null || day.isBefore(addressStops)) {
            return false;
        }
        returned = true;
        return true;
    }
}
