package org.seealso.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.seealso.rules.RulesPublisher;
import org.seealso.security.Groups;
import org.seealso.security.Teams;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The overview for whoever has signed in: what runs, what waits, which rules are live, and whether letters go out. */
@Controller
class DeskPage {
    private final Overview overview;
    private final RulesPublisher rules;
    private final Teams teams;
    private final Deletions deletions;

    DeskPage(Overview overview, RulesPublisher rules, Teams teams, Deletions deletions) {
        this.overview = overview;
        this.rules = rules;
        this.teams = teams;
        this.deletions = deletions;
    }

    @GetMapping("/desk")
    String show(Principal who, HttpServletRequest request, Model page) {
        page.addAttribute("title", "Overview");
        page.addAttribute("user", who.getName());
        // Conduct handlers need no list of programs, and an admin runs the place without knowing who takes part.
        boolean coordinator = request.isUserInRole(Groups.COORDINATORS);
        boolean admin = request.isUserInRole(Groups.ADMINS);
        page.addAttribute("coordinator", coordinator);
        page.addAttribute("admin", admin);
        if (coordinator) {
            page.addAttribute("cohorts", overview.cohorts(teams.programs(who.getName())));
        }
        if (coordinator || admin) {
            page.addAttribute("letters", admin ? overview.letters() : overview.letters(teams.programs(who.getName())));
        }
        if (coordinator || admin) {
            page.addAttribute("retention", deletions.of(admin, teams.programs(who.getName())));
        }
        if (admin) {
            page.addAttribute("rules", RulesLine.of(rules));
        }
        return "desk";
    }
}
