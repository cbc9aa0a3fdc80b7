package org.seealso.mentorship;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.engine.Worded;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;

/**
 * Who writes first, as one member reads it in the kickoff letter (C5).
 *
 * @param mine whether the reader writes first
 * @param anybody whether it does not matter who does
 * @param names who writes first, if it is not the reader
 */
record FirstWord(boolean mine, boolean anybody, List<String> names) {

    /** @param owner both, mentee, mentor or host; the host is the first member of a group without a leader */
    static FirstWord of(Mentorship mentorship, String owner, UUID reader) {
        List<Participant> first =
                switch (owner) {
                    case "both" -> List.of();
                    case "host" -> mentorship.members().stream().limit(1).toList();
                    default ->
                        mentorship.members().stream()
                                .filter(member -> member.role().equals(owner))
                                .toList();
                };
        boolean mine = first.stream().anyMatch(member -> member.id().equals(reader));
        List<String> names =
                first.stream().map(member -> member.person().firstName()).toList();
        return new FirstWord(mine, first.isEmpty(), mine ? List.of() : names);
    }

    Map<String, Object> values() {
        return Map.of("writesFirst", mine, "anybodyFirst", anybody, "firstWriters", (Worded)
                language -> language.joined(names));
    }
}
