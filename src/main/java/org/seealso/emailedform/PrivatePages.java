package org.seealso.emailedform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.seealso.emailedform.OpenedForms.Opened;
import org.seealso.engine.Language;
import org.seealso.form.FormSheet;
import org.seealso.form.Words;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private final Drafts drafts;
    private final Pages pages;
    private final Visits visits;

    PrivatePages(Links links, OpenedForms opened, SentForms sent, Drafts drafts, Pages pages, Visits visits) {
        this.links = links;
        this.opened = opened;
        this.sent = sent;
        this.drafts = drafts;
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
            return closed(link.get(), Map.of());
        }
        Map<String, List<String>> draft = drafts.of(link.get());
        Opened asked = opened.open(link.get());
        ModelAndView shown = draft.isEmpty()
                ? pages.ask(asked.form(), opened.known(link.get()), asked.context(), "")
                : pages.resume(asked.form(), draft, asked.context());
        return withDrafts(shown, link.get());
    }

    @PostMapping("/form/{page}")
    ModelAndView send(
            @PathVariable UUID page, @RequestParam MultiValueMap<String, String> posted, HttpServletRequest request) {
        Map<String, List<String>> fields = Pages.fields(posted);
        Optional<Link> link = link(page, request);
        if (link.isEmpty()) {
            return unknown(request).addObject("typed", Pages.typed(Map.of(), fields));
        }
        if (!opened.isOpen(link.get())) {
            return closed(link.get(), fields);
        }
        Opened asked = opened.open(link.get());
        FormSheet form = asked.form();
        Map<String, Object> context = asked.context();
        if (posted.containsKey("_later")) {
            drafts.save(link.get(), fields);
            return pages.tell("page-saved", context, HttpStatus.OK).addObject("goOn", "/form/" + page);
        }
        Optional<ModelAndView> more = pages.more(form, posted, fields, context, "");
        if (more.isPresent()) {
            return withDrafts(more.get(), link.get());
        }
        SentForms.Taken taken;
        try {
            taken = sent.take(asked, fields);
        } catch (NullPointerException | ProcessEngineException twice) {
            // Sent twice at the same moment: the engine lets one through and answers the other in one of these ways.
            Optional<Link> now = links.byPublicId(page);
            if (now.isPresent() && !opened.isOpen(now.get())) {
                return closed(now.get(), fields);
            }
            throw twice;
        }
        if (!taken.verdict().ok()) {
            return withDrafts(pages.again(form, fields, taken.verdict(), context, ""), link.get());
        }
        Link now = links.byPublicId(page).orElse(link.get());
        return taken.acted()
                ? withOffers(pages.sent(form, taken.verdict().values(), context), now)
                : closed(now, fields);
    }

    @GetMapping("/form/{page}/change")
    ModelAndView lookAgain(@PathVariable UUID page, HttpServletRequest request) {
        Optional<Link> link = link(page, request);
        if (link.isEmpty()) {
            return unknown(request);
        }
        if (sent.changeableUntil(link.get()).isEmpty()) {
            return closed(link.get(), Map.of());
        }
        Opened asked = opened.open(link.get());
        return changing(pages.change(asked.form(), sent.answered(link.get()), asked.context()), link.get());
    }

    @PostMapping("/form/{page}/change")
    ModelAndView change(
            @PathVariable UUID page, @RequestParam MultiValueMap<String, String> posted, HttpServletRequest request) {
        Map<String, List<String>> fields = Pages.fields(posted);
        Optional<Link> link = link(page, request);
        if (link.isEmpty()) {
            return unknown(request).addObject("typed", Pages.typed(Map.of(), fields));
        }
        if (sent.changeableUntil(link.get()).isEmpty()) {
            return closed(link.get(), fields);
        }
        Opened asked = opened.open(link.get());
        FormSheet form = asked.form();
        Map<String, Object> context = asked.context();
        Optional<ModelAndView> more = pages.more(form, posted, fields, context, "");
        if (more.isPresent()) {
            return changing(more.get(), link.get());
        }
        SentForms.Taken taken;
        try {
            taken = sent.change(asked, fields);
        } catch (NullPointerException | ProcessEngineException tooLate) {
            // The process went on at this very moment, or the page was sent twice.
            return closed(link.get(), fields);
        }
        if (!taken.verdict().ok()) {
            return changing(pages.again(form, fields, taken.verdict(), context, ""), link.get());
        }
        return taken.acted()
                ? withOffers(pages.sent(form, taken.verdict().values(), context), link.get())
                : closed(link.get(), fields);
    }

    /** What the page's script asks while somebody types: keeps the draft and says what is hidden now. */
    @PostMapping("/form/{page}/live")
    ResponseEntity<Live> live(
            @PathVariable UUID page, @RequestParam MultiValueMap<String, String> posted, HttpServletRequest request) {
        Optional<Link> link = link(page, request)
                .filter(still ->
                        opened.isOpen(still) || sent.changeableUntil(still).isPresent());
        if (link.isEmpty()) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        Map<String, List<String>> fields = Pages.fields(posted);
        // What was sent counts until it is sent anew: a change has no draft.
        boolean saved = link.get().state() == State.OPEN && drafts.save(link.get(), fields);
        Opened asked = opened.open(link.get());
        Set<String> hidden = asked.form().look(fields, asked.context()).hidden();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Live(hidden, saved));
    }

    record Live(Set<String> hidden, boolean saved) {}

    @PostMapping("/form/{page}/copy")
    ModelAndView copy(@PathVariable UUID page, HttpServletRequest request) {
        Optional<Link> link = link(page, request);
        if (link.isEmpty()) {
            return unknown(request);
        }
        boolean may = sent.mayCopy(link.get());
        if (may) {
            sent.copy(link.get());
        }
        Map<String, Object> context = opened.open(link.get()).context();
        return withChange(pages.tell("page-sent", context, HttpStatus.OK), link.get())
                .addObject("copied", may);
    }

    private static ModelAndView withDrafts(ModelAndView asked, Link link) {
        return asked.addObject("live", "/form/" + link.publicId() + "/live").addObject("keeps", Drafts.keeps(link));
    }

    private static ModelAndView changing(ModelAndView asked, Link link) {
        return asked.addObject("changing", true).addObject("live", "/form/" + link.publicId() + "/live");
    }

    /** A copy, and as long as nothing has been done with the answer, another one. */
    private ModelAndView withOffers(ModelAndView told, Link link) {
        return withChange(
                sent.mayCopy(link) ? told.addObject("copy", "/form/" + link.publicId() + "/copy") : told, link);
    }

    private ModelAndView withChange(ModelAndView told, Link link) {
        sent.changeableUntil(link).ifPresent(until -> {
            Language language = Pages.language(told.getModel());
            told.addObject("change", "/form/" + link.publicId() + "/change");
            told.addObject(
                    "changeUntil",
                    Words.of(language.code()).say("changeUntil", language.time(opened.onTheirClock(link, until))));
        });
        return told;
    }

    /** Whose link it was is not known, so the browser is asked for the language. */
    private ModelAndView unknown(HttpServletRequest request) {
        Language language = Language.asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return pages.tell("page-unknown-link", Map.of(Pages.LANGUAGE, language.code()), HttpStatus.NOT_FOUND);
    }

    /** @param typed what was sent all the same, shown back so that it is not lost */
    private ModelAndView closed(Link link, Map<String, List<String>> typed) {
        String page =
                switch (link.state()) {
                    case ANSWERED -> "page-answered";
                    case EXPIRED -> "page-expired";
                    case WITHDRAWN, OPEN -> "page-withdrawn";
                };
        Opened asked = opened.open(link);
        Map<String, Object> context = asked.context();
        context.put("changeable", sent.changeableUntil(link).isPresent());
        ModelAndView told = pages.tell(page, context, HttpStatus.OK);
        if (!typed.isEmpty()) {
            Map<String, String> questions = new HashMap<>();
            asked.form().fields().forEach(field -> questions.put(field.key(), field.question()));
            told.addObject("typed", Pages.typed(questions, typed));
        }
        return link.state() == State.ANSWERED ? withOffers(told, link) : told;
    }

    private Optional<Link> link(UUID page, HttpServletRequest request) {
        return visits.token(request, "form-" + page)
                .flatMap(links::open)
                .filter(link -> link.publicId().equals(page));
    }
}
