package org.seealso.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.people.Cohort;
import org.seealso.people.CohortPlan;
import org.seealso.people.CohortWish;
import org.seealso.program.CohortCalendar;
import org.seealso.program.CohortWishes;
import org.seealso.reschedule.NewDates;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.ProgramWords;
import org.seealso.rules.PublishedRules;
import org.seealso.rules.UnknownProgram;
import org.seealso.security.Groups;
import org.seealso.security.Teams;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What start-cohort.html and change-dates.html show: programs in plain words, and the calendar of what will happen. */
@RestController
@RequestMapping("/desk/api/cohorts")
class CohortsController {
    private static final int MOST_YEARS_SHOWN = 6;

    private final CohortWishes wishes;
    private final CohortCalendar calendar;
    private final NewDates newDates;
    private final PublishedRules rules;
    private final Teams teams;

    CohortsController(
            CohortWishes wishes, CohortCalendar calendar, NewDates newDates, PublishedRules rules, Teams teams) {
        this.wishes = wishes;
        this.calendar = calendar;
        this.newDates = newDates;
        this.rules = rules;
        this.teams = teams;
    }

    /** A program a cohort may be started of, as the row has it. */
    record Choice(String program, String name, String association, boolean rolling, List<ProgramWords.Line> words) {}

    /** A cohort whose days may be moved; the session is empty if there is none. */
    record Planned(
            UUID id,
            String name,
            String program,
            boolean rolling,
            LocalDate opensOn,
            LocalDate closesOn,
            LocalDate matchOn,
            LocalDate startsOn,
            LocalDate endsOn,
            String sessionAt,
            String sessionMinutes,
            String sessionPlace) {}

    /** What a page sends before anything is started. */
    record Wanted(
            @Nullable String program,
            @Nullable String cohortName,
            @Nullable String opensOn,
            @Nullable String closesOn,
            @Nullable String matchOn,
            @Nullable String startsOn,
            @Nullable String endsOn,
            @Nullable String sessionAt,
            @Nullable String sessionMinutes,
            @Nullable String sessionPlace) {
        CohortWish wish() {
            return new CohortWish(
                    text(opensOn),
                    text(closesOn),
                    text(matchOn),
                    text(startsOn),
                    text(endsOn),
                    text(sessionAt),
                    text(sessionMinutes),
                    text(sessionPlace));
        }
    }

    /** @param fault what stands in the way; empty if nothing does */
    record Preview(String fault, List<CohortCalendar.Line> calendar) {}

    /** Whoever is signed in reaches the desk, but only coordinators plan cohorts. */
    @ModelAttribute
    void coordinatorsOnly(@PathVariable Optional<UUID> id, HttpServletRequest request) {
        boolean elsewhere = id.flatMap(cohort -> newDates.cohort(cohort.toString()))
                .filter(cohort -> !teams.programs(request.getRemoteUser()).contains(cohort.program()))
                .isPresent();
        if (elsewhere || !request.isUserInRole(Groups.COORDINATORS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping("/programs")
    ResponseEntity<List<Choice>> programs(Principal who) {
        Set<String> theirs = teams.programs(who.getName());
        return fresh(rules.programs(rules.current()).stream()
                .filter(row -> theirs.contains(row.program()))
                .map(row ->
                        new Choice(row.program(), row.name(), row.association(), row.rolling(), ProgramWords.of(row)))
                .toList());
    }

    @PostMapping("/preview")
    ResponseEntity<Preview> preview(@RequestBody Wanted wanted) {
        Optional<ProgramRow> row = row(text(wanted.program()));
        if (row.isEmpty()) {
            return fresh(new Preview("Choose a program.", List.of()));
        }
        CohortWish wish = wanted.wish();
        String fault = wishes.fault(text(wanted.cohortName()), wish, row.get()).orElse("");
        return fresh(new Preview(fault, calendar(wish, row.get())));
    }

    @GetMapping
    ResponseEntity<List<Planned>> ahead(Principal who) {
        Set<String> theirs = teams.programs(who.getName());
        return fresh(newDates.ahead().stream()
                .filter(cohort -> theirs.contains(cohort.program()))
                .map(this::planned)
                .toList());
    }

    @PostMapping("/{id}/preview")
    ResponseEntity<Preview> previewNewDates(@PathVariable UUID id, @RequestBody Wanted wanted) {
        Optional<Cohort> cohort = newDates.cohort(id.toString());
        CohortWish wish = wanted.wish();
        String fault = newDates.fault(cohort, wish).orElse("");
        return fresh(new Preview(
                fault, cohort.map(c -> calendar(wish, newDates.row(c))).orElse(List.of())));
    }

    /** Shown as soon as the days are days, even if they do not make sense yet: the calendar often says why. */
    private List<CohortCalendar.Line> calendar(CohortWish wish, ProgramRow row) {
        if (wish.missing(row.rolling()).isPresent()) {
            return List.of();
        }
        CohortPlan plan = wishes.plan(wish, row);
        return plan.endsOn().isAfter(plan.startsOn().plusYears(MOST_YEARS_SHOWN))
                ? List.of()
                : calendar.of(plan, wish.session(row.zone()), row);
    }

    private Optional<ProgramRow> row(String program) {
        try {
            return Optional.of(rules.row(rules.current(), program));
        } catch (UnknownProgram unknown) {
            return Optional.empty();
        }
    }

    private Planned planned(Cohort cohort) {
        ProgramRow row = newDates.row(cohort);
        var session = newDates.session(cohort);
        return new Planned(
                cohort.id(),
                cohort.name(),
                row.name() + ", " + row.association(),
                row.rolling(),
                cohort.opensOn(),
                cohort.closesOn(),
                cohort.matchOn(),
                cohort.startsOn(),
                cohort.endsOn(),
                session.map(s -> LocalDateTime.ofInstant(s.startsAt(), cohort.zone())
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString())
                        .orElse(""),
                session.map(s -> String.valueOf(s.minutes())).orElse(""),
                session.map(s -> s.place()).orElse(""));
    }

    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
