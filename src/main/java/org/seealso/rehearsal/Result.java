package org.seealso.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;

/**
 * What a rehearsal saw, as it is written to JSON. The same rules, cast and seed give the same bytes: nothing here holds
 * an id, a link or a moment of the real clock, and every list has an order of its own.
 *
 * @param program key of the row
 * @param name the program's name for people
 * @param people how many were invented
 * @param from first day, ISO date
 * @param until last day, ISO date
 * @param fingerprint of the rules
 * @param weeklyMinutes what all coordinators together can give in a week, or 0 if nothing limits them
 */
@JsonPropertyOrder({
    "program",
    "name",
    "people",
    "seed",
    "from",
    "until",
    "fingerprint",
    "weeklyMinutes",
    "counts",
    "findings",
    "weeks",
    "persons",
    "mentorships",
    "tasks",
    "conduct",
    "diagrams"
})
public record Result(
        String program,
        String name,
        int people,
        long seed,
        String from,
        String until,
        String fingerprint,
        int weeklyMinutes,
        Counts counts,
        List<Finding> findings,
        List<Week> weeks,
        List<Person> persons,
        List<Meeting> mentorships,
        List<Done> tasks,
        List<Conduct> conduct,
        List<Diagram> diagrams) {

    /**
     * @param stuck mentorships that were still open on the last day, or waited where nobody could go on
     * @param minutes coordinators' working time over the season
     * @param unfinished tasks still open on the last day
     */
    public record Counts(
            int applied,
            int matched,
            int mentorships,
            int closed,
            int endedEarly,
            int stuck,
            int left,
            int letters,
            int answers,
            int tasks,
            int minutes,
            int unfinished) {}

    /**
     * Something an admin should know before publishing.
     *
     * @param kind one of the kinds in {@link Kind}
     * @param where the file or diagram and the element, "check-in.bpmn, UserTask_LookAtCheckIn", or empty
     * @param what the sentence
     * @param whatToDo the next step
     * @param persons whom it happened to, by name; at most twenty
     * @param times how often
     */
    public record Finding(Kind kind, String where, String what, String whatToDo, List<String> persons, int times) {}

    /** From the worst to the mildest. */
    public enum Kind {
        FAILED,
        DEAD_END,
        NEVER_ENDS,
        CANNOT_ANSWER,
        NO_RECIPIENT,
        NOBODY_SEES,
        STUCK,
        NO_WAY_OUT,
        WRONG_MOMENT,
        UNHEARD,
        SILENCE,
        TOO_MUCH
    }

    /**
     * @param monday ISO date
     * @param open coordinators' tasks open at the end of the week
     * @param happened what stands in the timeline, in order: "Applications open", "12 people matched"
     */
    public record Week(
            String monday, int letters, int answers, int tasks, int minutes, int open, List<String> happened) {}

    /**
     * @param habits in words: "answers late", "busy in March"
     * @param end what became of them: "finished", "left", "never matched" …
     * @param quietDays the longest time without a letter while they took part
     * @param story everything they got and did, oldest first
     */
    public record Person(
            String name, String role, List<String> habits, String end, int quietDays, List<Moment> story) {}

    /**
     * @param day ISO date
     * @param kind {@code letter}, {@code answer}, {@code deed} or {@code trouble}
     * @param name the letter's or form's name in the rules, or empty
     * @param what one line: the subject of a letter, what was answered, what they did
     * @param text the letter's text, links left out; empty for everything else
     */
    public record Moment(String day, String kind, String name, String what, String text) {}

    /**
     * A mentorship.
     *
     * @param end {@code closed}, {@code ended early}, {@code open} …
     * @param waitsAt where a stuck one waits, or empty
     */
    public record Meeting(List<String> members, String from, String to, String end, String waitsAt) {}

    /**
     * A task a coordinator or handler had.
     *
     * @param done ISO date, or empty if it is still open
     */
    public record Done(
            String name, String process, String element, String about, String came, String done, int minutes) {}

    /**
     * @param hoursToAcknowledge from the report to the letter that says it has arrived
     * @param hoursToClose from the report to its outcome; -1 if it was never closed
     */
    public record Conduct(String person, String reported, double hoursToAcknowledge, double hoursToClose) {}

    /**
     * @param process id, and name of the file without ending
     * @param walked element or flow id → how often; nothing for those never reached
     * @param neverReached elements and flows
     */
    public record Diagram(String process, String name, SortedMap<String, Integer> walked, List<String> neverReached) {}
}
