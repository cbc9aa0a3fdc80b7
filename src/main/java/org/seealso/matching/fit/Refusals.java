package org.seealso.matching.fit;

import java.util.List;
import java.util.Optional;

/** Why two people are not to be matched, as a sentence for coordinators. */
final class Refusals {
    private final Frame frame;
    private final Rules rules;

    Refusals(Frame frame, Rules rules) {
        this.frame = frame;
        this.rules = rules;
    }

    /** Why two people must never be matched. */
    Optional<String> never(Person a, Person b) {
        Voice voice = Voice.english(List.of(a, b));
        String pair = voice.pair(a, b);
        return Optional.ofNullable(
                switch (rules.ban(a, b)) {
                    case NONE -> null;
                    case SAME_PERSON -> "These two applications come from the same person.";
                    case SAME_ROLE -> pair + (a.mentor ? " are both mentors." : " are both mentees.");
                    case NO_PLACE_LEFT -> voice.start(a.mentor ? a : b) + " has no place free for another mentee.";
                    case NAMED ->
                        pair + " can't be in one group: one of them named the other as somebody they work for"
                                + " or asked not to be matched with.";
                    case EXCLUDED ->
                        pair + " are not put together again: a coordinator ruled it out, one of them declined,"
                                + " or an earlier match of theirs ended.";
                    case SAME_EMPLOYER ->
                        pair + " work for the same employer, and this program matches nobody with a colleague.";
                });
    }

    /** Why two people have no way to meet or to go together. */
    Optional<String> cannot(Person a, Person b) {
        Rules.Obstacle obstacle = rules.obstacle(a, b);
        String pair = Voice.english(List.of(a, b)).pair(a, b);
        if (obstacle == Rules.Obstacle.CLOCK) {
            return Optional.of(
                    pair + " can only talk live, but their clocks are " + Labels.hours(Rules.minutesApart(a, b))
                            + " apart; this program allows " + Labels.hours(60 * frame.maxHoursApart()) + ".");
        }
        return obstacle == Rules.Obstacle.NONE
                ? rules.unfit(a).or(() -> rules.unfit(b))
                : Optional.of(pair + " " + obstacle.verb + ".");
    }
}
