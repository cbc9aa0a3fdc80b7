package org.seealso.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.seealso.rehearsal.CastFile.Deed;

/** Invents the people of a rehearsal. */
final class Casting {
    private static final String[] AGAIN = {
        "", " the Younger", " the Elder", " of the Lake", " of the Hill", " of the Bay"
    };

    private static final int ENOUGH = 12;

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
        cast.deeds().forEach(deed -> give(deed, actors));
        return actors;
    }

    /** To so many of them as the cast says, and to one at least where there are enough: what nobody does is not seen. */
    private static void give(Deed deed, List<Actor> actors) {
        int share = deed.share() * actors.size() / 100;
        int many = share == 0 && deed.share() > 0 && actors.size() >= ENOUGH ? 1 : share;
        actors.stream()
                .filter(actor -> actor.deeds().isEmpty())
                .sorted(Comparator.comparingLong(
                        actor -> actor.random(deed.deed()).nextLong()))
                .limit(many)
                .toList()
                .forEach(actor -> actor.does(deed));
    }
}
