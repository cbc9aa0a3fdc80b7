package org.seealso.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.engine.DueDates;
import org.seealso.engine.Ids;
import org.seealso.exchange.ImportFileRepository.ImportFile;
import org.seealso.exchange.Judged.Trouble;
import org.seealso.exchange.PeopleLists.Newcomer;
import org.seealso.exchange.TogetherLists.Together;
import org.seealso.exchange.sheet.Sheet;
import org.seealso.exchange.sheet.SheetFile;
import org.seealso.exchange.sheet.Unreadable;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Beginnings;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes lists in: a preview that changes nothing, then all good lines together or nothing. The list is judged again when
 * it is taken in, with everybody else who changes the cohort waiting, so that the same list twice changes nothing.
 */
@Component
@Transactional
class Imports {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.CANADA);

    private final PeopleLists peopleLists;
    private final TogetherLists togetherLists;
    private final ImportFileRepository files;
    private final Cohorts cohorts;
    private final People people;
    private final Participants participants;
    private final Mentorships mentorships;
    private final Beginnings beginnings;
    private final Answers answers;
    private final ExchangeProcess process;
    private final PublishedRules rules;
    private final DueDates dates;

    Imports(
            PeopleLists peopleLists,
            TogetherLists togetherLists,
            ImportFileRepository files,
            Cohorts cohorts,
            People people,
            Participants participants,
            Mentorships mentorships,
            Beginnings beginnings,
            Answers answers,
            ExchangeProcess process,
            PublishedRules rules,
            DueDates dates) {
        this.peopleLists = peopleLists;
        this.togetherLists = togetherLists;
        this.files = files;
        this.cohorts = cohorts;
        this.people = people;
        this.participants = participants;
        this.mentorships = mentorships;
        this.beginnings = beginnings;
        this.answers = answers;
        this.process = process;
        this.rules = rules;
        this.dates = dates;
    }

    /** What the list of a coordinator would do; the same once more after it has done it. */
    record Preview(
            String fileName,
            What what,
            int fresh,
            int unchanged,
            int bad,
            List<Trouble> troubles,
            List<String> notes) {}

    ProgramRow row(Cohort cohort) {
        return rules.row(rules.current(), cohort.program());
    }

    /** Keeps a list until its preview is decided on; a file that is no list at all is refused at once. */
    UUID keep(Cohort cohort, What what, String name, byte[] content, String by) throws Unreadable {
        preview(cohort, what, name, content);
        return files.keep(cohort.id(), what.word(), name, content, by);
    }

    Optional<Preview> preview(Cohort cohort, UUID file, String by) throws Unreadable {
        Optional<ImportFile> found = files.find(file, cohort.id(), by);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(preview(
                        cohort,
                        what(cohort, found.get()),
                        found.get().name(),
                        found.get().content()));
    }

    private What what(Cohort cohort, ImportFile file) {
        return What.named(row(cohort), file.what()).orElseThrow();
    }

    private Preview preview(Cohort cohort, What what, String name, byte[] content) throws Unreadable {
        Sheet sheet = SheetFile.read(content);
        Judged<?> judged = what.people()
                ? peopleLists.judge(cohort, row(cohort), what.role(), sheet)
                : togetherLists.judge(cohort, row(cohort), sheet);
        return new Preview(
                name,
                what,
                judged.good().size(),
                judged.unchanged(),
                judged.badLines(),
                judged.troubles(),
                judged.notes());
    }

    void forget(UUID file, Cohort cohort, String by) {
        files.find(file, cohort.id(), by).ifPresent(found -> files.drop(found.id()));
    }

    /** Takes in every good line of a list; returns how many, or nothing if the list is gone. */
    Optional<Integer> takeIn(Cohort seen, UUID file, String by) throws Unreadable {
        Optional<ImportFile> found = files.find(file, seen.id(), by);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Cohort cohort = cohorts.hold(seen.id());
        ProgramRow row = row(cohort);
        What what = what(cohort, found.get());
        Sheet sheet = SheetFile.read(found.get().content());
        files.drop(file);
        if (what.people()) {
            List<Newcomer> newcomers =
                    peopleLists.judge(cohort, row, what.role(), sheet).good();
            newcomers.forEach(newcomer -> bringAlong(cohort, row, what, newcomer, by));
            if (what.waiting() && !newcomers.isEmpty()) {
                process.joined(cohort.id());
            }
            return Optional.of(newcomers.size());
        }
        List<Together> together = togetherLists.judge(cohort, row, sheet).good();
        together.forEach(each -> begin(cohort, row, each));
        return Optional.of(together.size());
    }

    private void bringAlong(Cohort cohort, ProgramRow row, What what, Newcomer newcomer, String by) {
        Person person = people.named(newcomer.name(), newcomer.email());
        Participant made = participants.apply(cohort.id(), person, what.role()).orElseThrow();
        participants.move(made.id(), what.waiting() ? Participant.State.POOL : Participant.State.MATCHED);
        Subject subject = new Subject(person.id(), made.id(), null, cohort.id(), null);
        answers.store(Ids.next(), person.id().toString(), row.formOf(what.role()), subject, newcomer.answers());
        String consent = "imported by coordinator (" + by + ") on " + DAY.format(dates.today(cohort.zone()))
                + "; asked by letter";
        answers.store(
                Ids.next(),
                by,
                ExchangeProcess.FORM,
                subject,
                List.of(new FieldAnswer("consent", "Consent", consent, consent, Set.of("coordinators"))));
        process.broughtAlong(made, cohort);
    }

    /** A cohort that has not begun starts them on its first day, with everybody else. */
    private void begin(Cohort cohort, ProgramRow row, Together together) {
        boolean now = row.rolling() || cohort.state() == Cohort.State.RUNNING;
        LocalDate first = now ? together.startsOn() : cohort.startsOn();
        UUID id = mentorships.add(
                cohort.id(),
                Mentorship.State.PLANNED,
                first,
                together.endsOn(),
                together.members().stream()
                        .map(member -> new Mentorships.Placed(member.id(), List.of()))
                        .toList());
        for (Participant member : together.members()) {
            participants.move(
                    member.id(),
                    EnumSet.of(Participant.State.POOL, Participant.State.UNMATCHED),
                    Participant.State.MATCHED);
            process.settled(member.id());
        }
        if (now) {
            beginnings.begin(id, cohort.program());
        }
    }
}
