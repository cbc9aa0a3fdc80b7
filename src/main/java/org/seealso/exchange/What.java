package org.seealso.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.seealso.rules.ProgramRow;

/**
 * What an uploaded list holds.
 *
 * @param role whose list it is; empty for pairs and groups
 * @param waiting whether these people wait for a match, or meet somebody already
 */
record What(String role, boolean waiting) {
    private static final What TOGETHER = new What("", false);

    static List<What> of(ProgramRow row) {
        return Stream.concat(
                        row.roles().stream().flatMap(role -> Stream.of(new What(role, true), new What(role, false))),
                        Stream.of(TOGETHER))
                .toList();
    }

    static Optional<What> named(ProgramRow row, String word) {
        return of(row).stream().filter(what -> what.word().equals(word)).findFirst();
    }

    boolean people() {
        return !role.isEmpty();
    }

    /** As a page sends it. */
    String word() {
        return people() ? (waiting ? "waiting-" : "meeting-") + role : "together";
    }

    /** As a page shows it. */
    String shown() {
        if (!people()) {
            return "Pairs and groups that exist already";
        }
        return plural() + (waiting ? " who wait for a match" : " who meet already; their pairs or groups come next");
    }

    String plural() {
        return role.equals("peer") ? "People" : role.equals(ProgramRow.MENTOR) ? "Mentors" : "Mentees";
    }
}
