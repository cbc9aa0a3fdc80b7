package org.seealso.publishing.migration;

import java.util.List;
import java.util.UUID;

/**
 * What would become of every mentorship that runs under other rules than the newest.
 *
 * @param places where somebody waits that the new rules do not have, each once, with where to go on
 */
public record Preview(List<Line> lines, List<Place> places) {
    /**
     * One mentorship.
     *
     * @param since its first day, for people
     * @param number of the rules it runs under
     * @param waitsAt the names of the elements
     * @param said why it would stay, or what to know about its move
     */
    public record Line(
            UUID mentorship, String name, String since, int number, boolean moves, List<String> waitsAt, String said) {}

    /** @param chosen the id of the candidate chosen so far; empty if none */
    public record Place(
            String process, String id, String name, String diagram, String chosen, List<Candidate> candidates) {}

    public record Candidate(String id, String name, boolean chosen) {}
}
