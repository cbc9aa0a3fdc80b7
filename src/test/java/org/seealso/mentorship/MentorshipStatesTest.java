package org.seealso.mentorship;

import com.icegreen.greenmail.store.FolderException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.TestServers;

/**
 * Whatever happens to a mentorship, in whatever order: nobody who left is written to, nobody is asked twice, it ends once
 * and nothing of it stays. More lives than here: {@code -Dseealso.states.runs=5000}, other ones:
 * {@code -Dseealso.states.seed=1000}.
 */
@SeeAlsoTest
class MentorshipStatesTest extends AnyLife {
    private static final int RUNS = Integer.getInteger("seealso.states.runs", 10);
    private static final long FIRST_SEED = Long.getLong("seealso.states.seed", 1);
    private static final int EVENTS = 40;
    private static final int MAILBOXES_ARE_FULL = 25;

    @Test
    void noOrderOfEventsBreaksAMentorship() throws FolderException {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            Optional<String> fault = fault(seed, EVENTS);
            if (fault.isPresent()) {
                throw new AssertionError("seed " + seed + ":\n" + shortest(seed, fault.get()));
            }
            if (seed % MAILBOXES_ARE_FULL == 0) {
                TestServers.MAIL.purgeEmailFromAllMailboxes();
            }
        }
    }

    /** The same life with as few events as still break it. */
    private String shortest(long seed, String broken) {
        for (int events = 5; events < EVENTS; events *= 2) {
            Optional<String> fault = fault(seed, events);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        return broken;
    }

    private Optional<String> fault(long seed, int events) {
        Life life = new Life(world(), seed);
        try {
            life.live(events);
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(life.story() + "\n" + e);
        }
    }
}
