package org.seealso.emailedform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.seealso.engine.Language;
import org.seealso.form.FormSheet;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages behind private links. The first visit swaps the token for a short-lived cookie and a clean address, so the
 * token stands in no history, log or Referer; visits never act (house law 6).
 */
@Controller
class PrivatePages {
    private static final Duration VISIT = Duration.ofHours(2);

    private final Links links;
    private final OpenedForms opened;
    private final SentForms sent;
    private final Pages pages;
    private final boolean quickstart;

    PrivatePages(
            Links links,
            OpenedForms opened,
            SentForms sent,
            Pages pages,
            @Value("${seealso.quickstart:false}") boolean quickstart) {
        this.links = links;
        this.opened = opened;
        this.sent = sent;
        this.pages = pages;
        this.quickstart = quickstart;
    }

    @GetMapping("/f/{token}")
    Object open(@PathVariable String token, HttpServletRequest request) {
        Optional<Link> link = links.open(token);
        if (link.isEmpty()) {
            return unknown(request);
        }
        UUID page = link.get().publicId();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/form/" + page))
                .header(HttpHeaders.SET_COOKIE, cookie(page, token).toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GetMapping("/form/{page}")
    ModelAndView look(@PathVariable UUID page, HttpServletRequest request) {
        Optional<Link> link = link(page, request);
        if (link.isEmpty()) {
            return unknown(request);
        }
        if (!opened.isOpen(link.get())) {
            return closed(link.get());
        }
        Map<String, Object> context = opened.context(link.get());
        return pages.ask(
                opened.form(link.get()),
                opened.known(link.get()),
                context,
                Pages.language(context).say("send"));
    }

    @PostMapping("/form/{page}")
    ModelAndView send(
            @PathVariable UUID page, @RequestParam MultiValueMap<String, String> posted, HttpServletRequest request) {
        Optional<Link> link = link(page, request);
        if (link.isEmpty()) {
            return unknown(request);
        }
        if (!opened.isOpen(link.get())) {
            return closed(link.get());
        }
        Map<String, Object> context = opened.context(link.get());
        FormSheet form = opened.form(link.get());
        Map<String, List<String>> fields = Pages.fields(posted);
        SentForms.Taken taken;
        try {
            taken = sent.take(link.get(), fields);
        } catch (NullPointerException | ProcessEngineException twice) {
            // Sent twice at the same moment: the engine lets one through and answers the other in one of these ways.
            Optional<Link> now = links.byPublicId(page);
            if (now.isPresent() && !opened.isOpen(now.get())) {
                return closed(now.get());
            }
            throw twice;
        }
        if (!taken.verdict().ok()) {
            return pages.again(
                    form,
                    fields,
                    taken.verdict(),
                    context,
                    Pages.language(context).say("send"));
        }
        return taken.acted()
                ? pages.sent(form, taken.verdict().values(), context)
                : closed(links.byPublicId(page).orElse(link.get()));
    }

    /** Whose link it was is not known, so the browser is asked for the language. */
    private ModelAndView unknown(HttpServletRequest request) {
        Language language = Language.asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return pages.tell("page-unknown-link", Map.of(Pages.LANGUAGE, language.code()), HttpStatus.NOT_FOUND);
    }

    private ModelAndView closed(Link link) {
        String page =
                switch (link.state()) {
                    case ANSWERED -> "page-answered";
                    case EXPIRED -> "page-expired";
                    case WITHDRAWN, OPEN -> "page-withdrawn";
                };
        return pages.tell(page, opened.context(link), HttpStatus.OK);
    }

    /** The cookie is the token itself, so it is as good as the link and no better, and dies with it. */
    private Optional<Link> link(UUID page, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name(page))) {
                return links.open(cookie.getValue())
                        .filter(link -> link.publicId().equals(page));
            }
        }
        return Optional.empty();
    }

    private ResponseCookie cookie(UUID page, String token) {
        return ResponseCookie.from(name(page), token)
                .httpOnly(true)
                .secure(!quickstart)
                .sameSite("Lax")
                .path("/")
                .maxAge(VISIT)
                .build();
    }

    private String name(UUID page) {
        return (quickstart ? "form-" : "__Host-form-") + page;
    }
}
