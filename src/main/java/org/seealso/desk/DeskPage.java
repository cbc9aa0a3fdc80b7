package org.seealso.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.seealso.security.Groups;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The overview for whoever has signed in: what runs, what waits, and whether letters go out. */
@Controller
class DeskPage {
    private final Overview overview;

    DeskPage(Overview overview) {
        this.overview = overview;
    }

    @GetMapping("/desk")
    String show(Principal who, HttpServletRequest request, Model page) {
        page.addAttribute("title", "Overview");
        page.addAttribute("user", who.getName());
        // Conduct handlers need no list of programs, and see none.
        boolean counts = request.isUserInRole(Groups.COORDINATORS) || request.isUserInRole(Groups.ADMINS);
        page.addAttribute("counts", counts);
        if (counts) {
            page.addAttribute("cohorts", overview.cohorts());
            page.addAttribute("letters", overview.letters());
        }
        return "desk";
    }
}
