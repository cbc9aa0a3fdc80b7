package org.seealso.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seealso.answer.Answer;
import org.seealso.answer.AnswerWords;
import org.seealso.answer.Answers;
import org.seealso.engine.Language;
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
    private final AnswerWords words;

    ShortProfiles(Answers answers, AnswerWords words) {
        this.answers = answers;
        this.words = words;
    }

    /** One person as far as they are known before a match. */
    public record Profile(String firstName, List<AnswerWords.Said> answers) {}

    public List<Profile> of(List<Participant> people, String deployment, Language language) {
        List<Profile> profiles = new ArrayList<>();
        for (Participant participant : people) {
            Map<String, Answer> newest = new LinkedHashMap<>();
            answers.ofParticipant(participant.id()).stream()
                    .filter(answer ->
                            answer.mayBeReadBy(READER) && !answer.shown().isBlank())
                    .forEach(answer -> newest.put(answer.field(), answer));
            profiles.add(new Profile(
                    participant.person().firstName(),
                    newest.values().stream()
                            .map(answer -> words.say(answer, deployment, language))
                            .toList()));
        }
        return profiles;
    }
}
