package org.seealso.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.seealso.matching.fit.Candidate;
import org.seealso.matching.fit.Criteria;
import org.seealso.matching.fit.Fit;
import org.seealso.matching.fit.Frame;
import org.seealso.matching.optimum.Problem;
import org.seealso.rules.ProgramRow;

/**
 * Everybody of a cohort who waits for a match, in order, and how they suit one another.
 *
 * @param weights the deployment whose match-weights.dmn counts
 */
record Pool(
        ProgramRow row,
        String weights,
        Criteria criteria,
        Frame frame,
        List<Candidate> people,
        Set<Set<UUID>> excluded,
        Fit fit) {

    Problem problem(List<List<Integer>> locked, Set<Integer> out) {
        Problem whole =
                switch (frame.shape()) {
                    case PEER -> Problem.peers(people.size(), fit);
                    case MENTOR ->
                        Problem.mentors(
                                people.stream().map(Candidate::capacity).toList(), fit);
                    case GROUP -> Problem.groups(people.size(), row.groupSmallest(), row.groupLargest(), fit);
                };
        return whole.with(locked, out);
    }

    /** Places by participant. */
    Map<UUID, Integer> places() {
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            places.put(people.get(i).participantId(), i);
        }
        return places;
    }

    Candidate at(int place) {
        return people.get(place);
    }

    Optional<Candidate> of(UUID participantId) {
        return people.stream()
                .filter(c -> c.participantId().equals(participantId))
                .findFirst();
    }

    /** Equal inputs have equal fingerprints: the same run again gives the same result. */
    String fingerprint(List<List<Integer>> locked, Set<Integer> out) {
        Set<String> apart = new TreeSet<>();
        excluded.forEach(pair -> apart.add(new TreeSet<>(pair).toString()));
        String inputs = String.join(
                "\n",
                criteria.toString(),
                frame.toString(),
                people.toString(),
                apart.toString(),
                locked.toString(),
                new TreeSet<>(out).toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(inputs.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
