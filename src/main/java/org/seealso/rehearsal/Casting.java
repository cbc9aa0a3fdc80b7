package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.List;

/** Invents the people of a rehearsal. */
final class Casting {
    private static final String[] AGAIN = {
        "", " the Younger", " the Elder", " of the Lake", " of the Hill", " of the Bay"
    };

    private Casting() {}

    static List<Actor> of(CastFile cast, String program, int people, long seed, boolean mentors) {
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int round = i / cast.names().size();
            String name = cast.names().get(i % cast.names().size())
                    + (round < AGAIN.length ? AGAIN[round] : " " + (round + 1));
            String role = !mentors ? "peer" : i % cast.mentors() == 0 ? "mentor" : "mentee";
            actors.add(new Actor(seed, i, name, "person" + (i + 1) + "@" + program + ".example", role, cast));
        }
        return actors;
    }
}
