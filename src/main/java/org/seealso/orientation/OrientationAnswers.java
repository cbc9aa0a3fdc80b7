package org.seealso.orientation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.people.Orientations;
import org.seealso.people.Participants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges an orientation by the right answers its form names. */
@Component
@Transactional
class OrientationAnswers {
    private static final String FORM = "orientation";
    private static final String RIGHT = "right";

    private final Answers answers;
    private final FormBook book;
    private final Orientations orientations;
    private final Participants participants;

    OrientationAnswers(Answers answers, FormBook book, Orientations orientations, Participants participants) {
        this.answers = answers;
        this.book = book;
        this.orientations = orientations;
        this.participants = participants;
    }

    /** Whether the newest answers are right, every one that can be wrong. */
    boolean right(UUID participantId, String deployment) {
        Map<String, Object> said = answers.latestValues(participantId, FORM);
        List<FormSheet.Field> fields = book.open(deployment, FORM).fields();
        return fields.stream()
                .filter(field -> field.properties().containsKey(RIGHT))
                .allMatch(field -> String.valueOf(said.get(field.key()))
                        .equals(field.properties().getOrDefault(RIGHT, "")));
    }

    void record(UUID participantId, String program) {
        orientations.passed(participants.participant(participantId).person().id(), program);
    }
}
