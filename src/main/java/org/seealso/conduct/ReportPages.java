package org.seealso.conduct;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seealso.conduct.Reading.Door;
import org.seealso.confidence.Codes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a conduct handler reads a report, after typing a fresh code. What is open is remembered in the session, for ten
 * minutes and this report alone.
 */
@Controller
@RequestMapping("/conduct/{submission}")
class ReportPages {
    private final Reading reading;
    private final Clock clock;

    ReportPages(Reading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView look(@PathVariable UUID submission, Principal who, HttpServletRequest request) {
        Door door = door(submission, who);
        if (door == Door.PARTY) {
            return page("conduct/another", Map.of("title", "Another handler takes care of this"));
        }
        if (isOpen(request.getSession(), submission)) {
            return page("conduct/report", reading.read(submission, who.getName()));
        }
        return askForCode(submission, who, "");
    }

    /** Sends a code. Asking twice does no harm, but the first code no longer works. */
    @PostMapping("/code")
    ModelAndView send(@PathVariable UUID submission, Principal who) {
        if (door(submission, who) == Door.PARTY) {
            return new ModelAndView("redirect:/conduct/" + submission);
        }
        if (!reading.sendCode(submission, who.getName())) {
            ModelAndView page =
                    askForCode(submission, who, "Too many codes were asked for in the last hour. Please wait a while.");
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return page;
        }
        return new ModelAndView("redirect:/conduct/" + submission);
    }

    @PostMapping
    ModelAndView open(
            @PathVariable UUID submission,
            @RequestParam(defaultValue = "") String code,
            Principal who,
            HttpServletRequest request) {
        if (door(submission, who) == Door.PARTY) {
            return new ModelAndView("redirect:/conduct/" + submission);
        }
        Codes.Verdict verdict = reading.tryCode(submission, who.getName(), code);
        if (verdict == Codes.Verdict.RIGHT) {
            request.getSession().setAttribute(key(submission), clock.instant().plus(Codes.LIFE));
            return new ModelAndView("redirect:/conduct/" + submission);
        }
        ModelAndView page = askForCode(
                submission,
                who,
                verdict == Codes.Verdict.WRONG
                        ? "This is not the code we sent. Please look again."
                        : "This code no longer works. Please have a new one sent.");
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private Door door(UUID submission, Principal who) {
        Door door = reading.door(submission, who.getName());
        if (door == Door.NO_REPORT) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (door == Door.SHUT) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return door;
    }

    private ModelAndView askForCode(UUID submission, Principal who, String error) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", "Read a conduct report");
        model.put("waiting", reading.codeWaits(submission, who.getName()));
        model.put("address", reading.address(who.getName()));
        model.put("submission", submission.toString());
        if (!error.isEmpty()) {
            model.put("errors", List.of(Map.of("message", error)));
        }
        return page("conduct/code", model);
    }

    private static ModelAndView page(String view, Map<String, ?> model) {
        return new ModelAndView(view, model);
    }

    private boolean isOpen(HttpSession session, UUID submission) {
        return session.getAttribute(key(submission)) instanceof Instant until
                && clock.instant().isBefore(until);
    }

    private static String key(UUID submission) {
        return "conduct-report-" + submission;
    }
}
