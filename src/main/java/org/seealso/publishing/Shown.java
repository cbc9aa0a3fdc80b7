package org.seealso.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seealso.rehearsal.Rehearsals;
import org.seealso.rules.Fault;
import org.seealso.rules.Publication;

/** Publications, faults and rehearsals as the page shows them. */
final class Shown {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.CANADA)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.CANADA);

    private Shown() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at);
    }

    static String who(@Nullable String id) {
        return id == null ? "" : id.equals(Publication.START) ? "SeeAlso itself, at a start" : id;
    }

    static String count(int n, String one, String more) {
        return n == 0 ? "no " + more : n == 1 ? "one " + one : n + " " + more;
    }

    /**
     * A publication.
     *
     * @param grounds a rehearsal or the force, in words; empty for what a start published
     */
    record Line(
            int number,
            boolean live,
            String at,
            String author,
            String approvedBy,
            String reason,
            String grounds,
            String rehearsal,
            String tookBack) {
        static Line of(Publication published, boolean live) {
            Integer number = published.number();
            String forced = published.forcedWhy();
            Integer back = published.takenBackOf();
            boolean alone = published.author().equals(published.approvedBy());
            return new Line(
                    number == null ? 0 : number,
                    live,
                    moment(number == null ? published.at() : published.publishedAt()),
                    who(published.author()),
                    alone ? "" : who(published.approvedBy()),
                    published.reason(),
                    forced != null
                            ? "without a rehearsal, because: " + forced
                            : published.rehearsal() != null ? "after a rehearsal" : "",
                    published.rehearsal() == null ? "" : published.rehearsal().toString(),
                    back == null ? "" : "takes back number " + back);
        }
    }

    record FaultLine(String file, String element, String why, String whatToDo) {
        static List<FaultLine> of(List<Fault> faults) {
            return faults.stream()
                    .map(fault -> new FaultLine(
                            fault.file(),
                            fault.element().equals("-") ? "the whole file" : fault.element(),
                            fault.why(),
                            fault.whatToDo()))
                    .toList();
        }
    }

    /** A rehearsal. */
    record Rehearsal(
            String id,
            String what,
            String at,
            String who,
            boolean running,
            boolean done,
            boolean failed,
            String stoppedBy,
            int percent,
            String message,
            String findings,
            boolean theseRules) {
        static Rehearsal of(Rehearsals.Kept kept, String fingerprint) {
            return new Rehearsal(
                    kept.id().toString(),
                    kept.program() + ", " + kept.people() + " people, seed " + kept.seed()
                            + (kept.from() == null ? "" : ", from " + Shown.day(kept.from()))
                            + (kept.until() == null ? "" : " until " + Shown.day(kept.until()))
                            + (kept.compared() ? ", compared with the live rules" : ""),
                    moment(kept.startedAt()),
                    kept.startedBy(),
                    kept.state() == Rehearsals.State.RUNNING,
                    kept.state() == Rehearsals.State.DONE,
                    kept.state() == Rehearsals.State.FAILED,
                    kept.state() == Rehearsals.State.STOPPED ? Shown.who(kept.stoppedBy()) : "",
                    kept.percent(),
                    kept.message(),
                    count(kept.findings(), "finding", "findings"),
                    kept.fingerprint().equals(fingerprint));
        }
    }
}
