package org.seealso.publishing;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
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

/** Starts a rehearsal of what the folders hold, and opens its report. */
@Controller
@RequestMapping("/desk/rules/rehearsals")
class RehearsalPages {
    private static final int MOST_PEOPLE = 1_000;
    private static final int FEWEST_PEOPLE = 2;

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

    @PostMapping
    ModelAndView start(
            @RequestParam String program,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String seed,
            @RequestParam(defaultValue = "false") boolean compare,
            Principal who) {
        RulesPublisher.Looked looked = folders.look();
        String problem = problem(looked, program, people, seed);
        if (!problem.isEmpty()) {
            Map<String, Object> more = new HashMap<>(Map.of("problem", problem, "people", people, "seed", seed));
            ModelAndView page = overview.page(more);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        rehearsals.start(
                looked.files(),
                compare ? publications.liveFiles().orElse(null) : null,
                new Rehearsals.Options(program, Integer.parseInt(people.strip()), Long.parseLong(seed.strip())),
                who.getName());
        return new ModelAndView("redirect:/desk/rules?done=rehearsing#rehearsals");
    }

    private String problem(RulesPublisher.Looked looked, String program, String people, String seed) {
        if (!looked.faults().isEmpty()) {
            return "Rules with faults cannot be rehearsed. Correct what the check found first.";
        }
        if (rules.programs(rules.current()).stream()
                .noneMatch(row -> row.program().equals(program))) {
            return "Choose a program to rehearse.";
        }
        if (!people.strip().matches("\\d{1,4}")
                || Integer.parseInt(people.strip()) < FEWEST_PEOPLE
                || Integer.parseInt(people.strip()) > MOST_PEOPLE) {
            return "Say how many people take part in the rehearsal: a number from " + FEWEST_PEOPLE + " to "
                    + MOST_PEOPLE + ".";
        }
        return seed.strip().matches("\\d{1,9}")
                ? ""
                : "The seed is a whole number of up to nine digits, such as 7. The same seed gives the same people.";
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
