package org.seealso.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page to sign in, for Tasklist and for our own pages. */
@Controller
class SignInPage {
    @GetMapping("/login")
    String show(
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String bye,
            @Nullable Authentication who,
            Model page) {
        if (who != null && !(who instanceof AnonymousAuthenticationToken)) {
            return "redirect:" + SecurityConfiguration.TASKLIST;
        }
        page.addAttribute("title", "Sign in");
        page.addAttribute("again", again != null);
        page.addAttribute("bye", bye != null);
        return "login";
    }
}
