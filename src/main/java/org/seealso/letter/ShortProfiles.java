package org.seealso.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.people.Participant;
import org.springframework.stereotype.Component;

/**
 * What people may know of one another before they have agreed to a match: a first name, and the answers whose form
 * shows them to somebody proposed (reader {@code proposed}). No surname, no address.
 */
@Component
public class ShortProfiles {
    private static final String READER = "proposed";

    private final Answers answers;

    ShortProfiles(Answers answers) {
        this.answers = answers;
    }

    /** One entry per person: {@code firstName}, and {@code answers}, a list of question and reply. */
    public List<Map<String, Object>> of(List<Participant> people) {
        List<Map<String, Object>> profiles = new ArrayList<>();
        for (Participant participant : people) {
            Map<String, Answer> newest = new LinkedHashMap<>();
            answers.ofParticipant(participant.id()).stream()
                    .filter(answer -> answer.mayBeReadBy(READER) && !answer.shown().isBlank())
                    .forEach(answer -> newest.put(answer.field(), answer));
            profiles.add(Map.of(
                    "firstName",
                    participant.person().firstName(),
                    "answers",
                    newest.values().stream()
                            .map(answer -> Map.of("question", answer.question(), "reply", answer.shown()))
                            .toList()));
        }
        return profiles;
    }
}
