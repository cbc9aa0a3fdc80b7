package org.seealso.publishing;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.rehearsal.Rehearsals;
import org.seealso.rules.Publications;
import org.seealso.rules.PublishedRules;
import org.seealso.rules.RulesPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Starts a rehearsal of what the folders hold, stops it, and opens its report. */
@Controller
@RequestMapping("/desk/rules/rehearsals")
class RehearsalPages {
    private static final int MOST_PEOPLE = 1_000;
    private static final int FEWEST_PEOPLE = 2;
    private static final int MOST_YEARS_AWAY = 10;

    /** The report brings its own script and style; in a sandbox they reach nothing of ours. */
    private static final String SANDBOX = "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline';"
            + " style-src 'unsafe-inline'; img-src data:";

    private final RulesOverview overview;
    private final RulesPublisher folders;
    private final Publications publications;
    private final PublishedRules rules;
    private final Rehearsals rehearsals;

    RehearsalPages(
            RulesOverview overview,
            RulesPublisher folders,
            Publications publications,
            PublishedRules rules,
            Rehearsals rehearsals) {
        this.overview = overview;
        this.folders = folders;
        this.publications = publications;
        this.rules = rules;
        this.rehearsals = rehearsals;
    }

    /** As it was typed. */
    record Wanted(String program, String people, String seed, String from, String until) {
        Wanted {
            people = people.strip();
            seed = seed.strip();
        }
    }

    @PostMapping
    ModelAndView start(
            @RequestParam String program,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String seed,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "false") boolean compare,
            Principal who) {
        Wanted wanted = new Wanted(program, people, seed, from, until);
        RulesPublisher.Looked looked = folders.look();
        String problem = problem(looked, wanted);
        if (!problem.isEmpty()) {
            ModelAndView page = overview.page(
                    Map.of("problem", problem, "people", people, "seed", seed, "from", from, "until", until));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        rehearsals.start(
                looked.files(),
                compare ? publications.liveFiles().orElse(null) : null,
                new Rehearsals.Options(
                        program,
                        Integer.parseInt(wanted.people()),
                        Long.parseLong(wanted.seed()),
                        day(from).orElseGet(rehearsals::nextFirst),
                        day(until).orElse(null)),
                who.getName());
        return new ModelAndView("redirect:/desk/rules?done=rehearsing#rehearsals");
    }

    private String problem(RulesPublisher.Looked looked, Wanted wanted) {
        if (!looked.faults().isEmpty()) {
            return "Rules with faults cannot be rehearsed. Correct what the check found first.";
        }
        if (rules.programs(rules.current()).stream()
                .noneMatch(row -> row.program().equals(wanted.program()))) {
            return "Choose a program to rehearse.";
        }
        if (!wanted.people().matches("\\d{1,4}")
                || Integer.parseInt(wanted.people()) < FEWEST_PEOPLE
                || Integer.parseInt(wanted.people()) > MOST_PEOPLE) {
            return "Say how many people take part in the rehearsal: a number from " + FEWEST_PEOPLE + " to "
                    + MOST_PEOPLE + ".";
        }
        if (!wanted.seed().matches("\\d{1,9}")) {
            return "The seed is a whole number of up to nine digits, such as 7. The same seed gives the same people.";
        }
        return problemOfDays(wanted);
    }

    private String problemOfDays(Wanted wanted) {
        LocalDate next = rehearsals.nextFirst();
        LocalDate from = day(wanted.from()).orElse(next);
        LocalDate until = day(wanted.until()).orElse(from.plusDays(1));
        if (!wanted.from().isBlank() && day(wanted.from()).isEmpty()
                || !wanted.until().isBlank() && day(wanted.until()).isEmpty()) {
            return "Write days as year, month and day, such as " + next + ", or leave them empty.";
        }
        if (from.isBefore(next.minusYears(MOST_YEARS_AWAY)) || from.isAfter(next.plusYears(MOST_YEARS_AWAY))) {
            return "Begin the rehearsal within " + MOST_YEARS_AWAY + " years of today, such as on " + next + ".";
        }
        return until.isAfter(from)
                ? ""
                : "The last day comes before the season has begun. Choose a day after " + from
                        + ", or leave it empty for the whole season.";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/{id}/stop")
    ModelAndView stop(@PathVariable UUID id, Principal who) {
        return new ModelAndView("redirect:/desk/rules?done=" + (rehearsals.stop(id, who.getName()) ? "stopped" : "over")
                + "#rehearsals");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> report(@PathVariable UUID id) {
        return rehearsals
                .report(id)
                .map(html -> ResponseEntity.ok()
                        .header("Content-Security-Policy", SANDBOX)
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                        .body(html))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
