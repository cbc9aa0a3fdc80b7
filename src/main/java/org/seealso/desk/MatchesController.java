package org.seealso.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.answer.Readings;
import org.seealso.matching.Edit;
import org.seealso.matching.Matches;
import org.seealso.matching.MatchesRefused;
import org.seealso.matching.Proposal;
import org.seealso.matching.WhyNot;
import org.seealso.matching.Wish;
import org.seealso.people.Cohorts;
import org.seealso.rules.PublishedRules;
import org.seealso.security.Groups;
import org.seealso.security.Teams;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What confirm-matches.html shows and sends: the matches are no engine variables (house law 3). */
@RestController
@RequestMapping("/desk/api/matching/{cohortId}")
class MatchesController {
    /** The matches as a coordinator left them, and the run they were made from. */
    record Decision(UUID runId, int edition, List<List<UUID>> groups, List<UUID> left, List<UUID> held, String why) {}

    /** What is fixed before the rest is found again, and the run it was decided from. */
    record Again(
            UUID runId,
            int edition,
            List<List<UUID>> locked,
            List<UUID> held,
            List<List<UUID>> forbid,
            List<String> forbidWhy,
            List<List<UUID>> allow,
            String why) {}

    private final Matches matches;
    private final Cohorts cohorts;
    private final Teams teams;
    private final Readings readings;
    private final PublishedRules rules;

    MatchesController(Matches matches, Cohorts cohorts, Teams teams, Readings readings, PublishedRules rules) {
        this.matches = matches;
        this.cohorts = cohorts;
        this.teams = teams;
        this.readings = readings;
        this.rules = rules;
    }

    /** Whoever is signed in reaches the desk, but only its coordinators may read reasons and what to watch. */
    @ModelAttribute
    void coordinatorsOnly(@PathVariable UUID cohortId, HttpServletRequest request) {
        if (!request.isUserInRole(Groups.COORDINATORS)
                || !teams.programs(request.getRemoteUser())
                        .contains(cohorts.cohort(cohortId).program())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping
    ResponseEntity<Proposal> proposal(@PathVariable UUID cohortId, Principal reader) {
        return matches.proposal(cohortId)
                .map(proposal -> {
                    readings.note(
                            reader.getName(),
                            proposal.everybody(),
                            rules.row(rules.current(), cohorts.cohort(cohortId).program())
                                    .applicationForms(),
                            Proposal.SHOWN);
                    return ResponseEntity.ok()
                            .cacheControl(CacheControl.noStore())
                            .body(proposal);
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/why-not")
    WhyNot whyNot(@PathVariable UUID cohortId, @RequestParam UUID a, @RequestParam UUID b) {
        return matches.whyNot(cohortId, a, b);
    }

    @PostMapping("/again")
    Proposal again(@PathVariable UUID cohortId, @RequestBody Again again, Principal by) {
        Wish wish =
                new Wish(again.locked(), again.held(), again.forbid(), again.forbidWhy(), again.allow(), again.why());
        return matches.again(cohortId, again.runId(), again.edition(), wish, by.getName());
    }

    @PostMapping("/decision")
    Map<String, Integer> decide(@PathVariable UUID cohortId, @RequestBody Decision decision, Principal by) {
        Edit edit = new Edit(decision.edition(), decision.groups(), decision.left(), decision.held(), decision.why());
        return Map.of("edition", matches.confirm(cohortId, decision.runId(), edit, by.getName()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(MatchesRefused refused) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("sentence", refused.sentence()));
    }
}
