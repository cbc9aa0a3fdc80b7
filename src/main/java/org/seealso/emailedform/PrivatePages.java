package org.seealso.emailedform;

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
import org.seealso.letter.Links.Purpose;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private final Visits visits;

    PrivatePages(Links links, OpenedForms opened, SentForms sent, Pages pages, Visits visits) {
        this.links = links;
        this.opened = opened;
        this.sent = sent;
        this.pages = pages;
        this.visits = visits;
    }

    @GetMapping("/f/{token}")
    Object open(@PathVariable String token, HttpServletRequest request) {
        Optional<Link> link = links.open(token);
        if (link.isEmpty()) {
            return unknown(request);
        }
        UUID page = link.get().publicId();
        return switch (link.get().purpose()) {
            case MY_PAGE -> visits.enter(Purpose.MY_PAGE, token, URI.create("/me/page"));
            case NEW_ADDRESS -> visits.enter(Purpose.NEW_ADDRESS, token, URI.create("/me/new-address"));
            default -> visits.enter("form-" + page, token, VISIT, URI.create("/form/" + page));
        };
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

    private Optional<Link> link(UUID page, HttpServletRequest request) {
        return visits.token(request, "form-" + page)
                .flatMap(links::open)
                .filter(link -> link.publicId().equals(page));
    }
}
