package org.seealso.publishing;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.rehearsal.Rehearsals;
import org.seealso.rules.Publication;
import org.seealso.rules.PublicationRefused;
import org.seealso.rules.Publications;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is live, what the folders hold, and the buttons that make one the other. */
@Controller
@RequestMapping("/desk/rules")
class RulesPages {
    private static final Map<String, String> DONE = Map.of(
            "published",
            "Published. New applications and mentorships go by these rules from now on, within five seconds on every"
                    + " server. Running mentorships keep their own until you move them.",
            "asked",
            "Asked. Another admin can approve it on this page.",
            "approved",
            "Approved. The next start of SeeAlso publishes these rules, if the folders still hold exactly them.",
            "back",
            "Taken back: the former rules are live again. Mentorships that began or moved meanwhile keep the rules they"
                    + " have until you move them.",
            "rehearsing",
            "The rehearsal has begun. It runs beside SeeAlso and touches nobody; look here again in a minute.",
            "stopped",
            "The rehearsal is stopped, and its invented people and their database are gone.",
            "over",
            "That rehearsal was over already, so there was nothing to stop.");

    private final RulesOverview overview;
    private final RulesPublisher folders;
    private final Publications publications;
    private final Rehearsals rehearsals;

    RulesPages(RulesOverview overview, RulesPublisher folders, Publications publications, Rehearsals rehearsals) {
        this.overview = overview;
        this.folders = folders;
        this.publications = publications;
        this.rehearsals = rehearsals;
    }

    @GetMapping
    ModelAndView show(@RequestParam Optional<String> done) {
        Map<String, Object> more = new HashMap<>();
        done.map(DONE::get).ifPresent(words -> more.put("done", words));
        return overview.page(more);
    }

    /** @param how now, ask (another admin) or start (at the next one) */
    @PostMapping("/publish")
    ModelAndView publish(
            @RequestParam String fingerprint,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String forcedWhy,
            @RequestParam(defaultValue = "now") String how,
            Principal who) {
        return answer(Map.of("reason", reason, "forcedWhy", forcedWhy), () -> {
            RuleFiles files = seen(fingerprint);
            UUID rehearsal =
                    rehearsals.newestDone(fingerprint).map(Rehearsals.Kept::id).orElse(null);
            Publication.Wish wish =
                    new Publication.Wish(who.getName(), reason, rehearsal, rehearsal == null ? forcedWhy : null);
            switch (how) {
                case "ask" -> {
                    publications.ask(files, wish);
                    return "asked";
                }
                case "start" -> {
                    publications.ask(files, wish);
                    publications.approve(files, who.getName());
                    return "approved";
                }
                default -> {
                    publications.publish(files, wish);
                    return "published";
                }
            }
        });
    }

    @PostMapping("/approve")
    ModelAndView approve(
            @RequestParam String fingerprint, @RequestParam(defaultValue = "now") String how, Principal who) {
        return answer(Map.of(), () -> {
            RuleFiles files = seen(fingerprint);
            if (how.equals("start")) {
                publications.approve(files, who.getName());
                return "approved";
            }
            publications.approveAndPublish(files, who.getName());
            return "published";
        });
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(@RequestParam int number, @RequestParam(defaultValue = "") String backReason, Principal who) {
        return answer(Map.of("backReason", backReason), () -> {
            publications.takeBack(number, who.getName(), backReason);
            return "back";
        });
    }

    /** What whoever pressed the button has looked at, and nothing that was saved in the folders since. */
    private RuleFiles seen(String fingerprint) {
        RuleFiles files = folders.look().files();
        if (!files.fingerprint().equals(fingerprint)) {
            throw new ChangedMeanwhile();
        }
        return files;
    }

    private static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private interface Work {
        String run();
    }

    private ModelAndView answer(Map<String, Object> typed, Work work) {
        try {
            return new ModelAndView("redirect:/desk/rules?done=" + work.run());
        } catch (PublicationRefused refused) {
            return again(typed, refused.inWords());
        } catch (ChangedMeanwhile changed) {
            return again(
                    typed,
                    "The files were changed after you opened this page, so nothing was done. Look at what would change"
                            + " now, and decide again.");
        }
    }

    private ModelAndView again(Map<String, Object> typed, @Nullable String problem) {
        Map<String, Object> more = new HashMap<>(typed);
        more.put("problem", problem);
        ModelAndView page = overview.page(more);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
