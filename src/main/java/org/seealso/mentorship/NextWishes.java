package org.seealso.mentorship;

import java.util.UUID;
import org.seealso.answer.Answers;
import org.springframework.stereotype.Component;

/** What somebody would like once their mentorship has ended early (what-next.form). */
@Component
class NextWishes {
    private final Answers answers;

    NextWishes(Answers answers) {
        this.answers = answers;
    }

    /** POOL and SURVEY stay in the program; LEAVE ends it without another word. Silence is SURVEY: nobody is pushed out. */
    enum Wish {
        POOL,
        SURVEY,
        LEAVE
    }

    Wish of(UUID mentorshipId, UUID participantId) {
        return answers.ofMentorship(mentorshipId, "what-next").stream()
                .filter(answer -> participantId.equals(answer.participantId()))
                .filter(answer -> answer.field().equals("wish"))
                .map(answer -> answer.value().toString())
                .reduce((first, second) -> second)
                .map(value -> value.replaceAll("\\W", ""))
                .map(value -> switch (value) {
                    case "pool" -> Wish.POOL;
                    case "leave" -> Wish.LEAVE;
                    default -> Wish.SURVEY;
                })
                .orElse(Wish.SURVEY);
    }
}
