package org.seealso.mypage;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.seealso.emailedform.Pages;
import org.seealso.emailedform.Visits;
import org.seealso.engine.DueDates;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.letter.CalendarDownload;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.privacy.Erasure;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** My page and the pages behind it. Each of them works only while the link that opened it does. */
@Controller
@RequestMapping("/me")
class MyPages {
    private static final MediaType ZIP = MediaType.valueOf("application/zip");
    private static final MediaType CALENDAR = MediaType.valueOf("text/calendar;charset=UTF-8");

    private final Doorbell doorbell;
    private final Visits visits;
    private final MyStory story;
    private final Ways ways;
    private final NewAddresses addresses;
    private final Download download;
    private final Erasure erasure;
    private final CalendarDownload calendar;
    private final People people;
    private final Participants participants;
    private final Links links;
    private final FormBook forms;
    private final PublishedRules rules;
    private final Pages pages;
    private final DueDates dates;

    MyPages(
            Doorbell doorbell,
            Visits visits,
            MyStory story,
            Ways ways,
            NewAddresses addresses,
            Download download,
            Erasure erasure,
            CalendarDownload calendar,
            People people,
            Participants participants,
            Links links,
            FormBook forms,
            PublishedRules rules,
            Pages pages,
            DueDates dates) {
        this.doorbell = doorbell;
        this.visits = visits;
        this.story = story;
        this.ways = ways;
        this.addresses = addresses;
        this.download = download;
        this.erasure = erasure;
        this.calendar = calendar;
        this.people = people;
        this.participants = participants;
        this.links = links;
        this.forms = forms;
        this.rules = rules;
        this.pages = pages;
        this.dates = dates;
    }

    /** The link has run out, or this browser never had one. */
    private static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @ExceptionHandler(Closed.class)
    ModelAndView closed(Locale locale) {
        return pages.tell("page-my-page-over", Map.of(Pages.LANGUAGE, locale.getLanguage()), HttpStatus.OK);
    }

    @GetMapping
    ModelAndView knock(Locale locale) {
        Map<String, Object> context = new HashMap<>();
        Language language = pages.choose(context, "page-my-page", locale);
        return pages.ask(form("page-my-page", language), Map.of(), context, say(language, "mine.sendLink"));
    }

    @PostMapping
    ModelAndView ring(@RequestParam MultiValueMap<String, String> posted, Locale locale) {
        Map<String, Object> context = new HashMap<>();
        Language language = pages.choose(context, "page-my-page", locale);
        FormSheet form = form("page-my-page", language);
        Map<String, List<String>> fields = Pages.fields(posted);
        Verdict verdict = form.judge(fields, Map.of());
        if (!verdict.ok()) {
            return pages.again(form, fields, verdict, context, say(language, "mine.sendLink"));
        }
        doorbell.ring(String.valueOf(verdict.values().get("email")));
        return pages.tell("page-my-page-sent", context, HttpStatus.OK);
    }

    @GetMapping("/page")
    ModelAndView look(HttpServletRequest request) {
        return new ModelAndView("mypage/page", story.page(link(request)));
    }

    @GetMapping("/told")
    ModelAndView told(HttpServletRequest request) {
        return new ModelAndView("mypage/told", story.told(link(request)));
    }

    @GetMapping("/data.zip")
    ResponseEntity<byte[]> data(HttpServletRequest request) {
        return file("my-data.zip", ZIP, download.zip(link(request).personId()));
    }

    @GetMapping("/calendar/{mentorship}")
    ResponseEntity<byte[]> calendar(@PathVariable UUID mentorship, HttpServletRequest request) {
        Link page = link(request);
        ProgramRow row = ways.mine(page, mentorship).orElseThrow(Closed::new);
        Language language = story.language(page);
        return file(
                "meetings.ics", CALENDAR, calendar.of(mentorship, row, language).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    /** Opens one of the forms that stand in every letter; what it does is done there, after another look. */
    @PostMapping("/go")
    ModelAndView go(
            @RequestParam String where, @RequestParam(defaultValue = "") String about, HttpServletRequest request) {
        return ways.to(link(request), where, about)
                .map(way -> new ModelAndView("redirect:" + way.getPath()))
                .orElseGet(() -> new ModelAndView("redirect:/me/page"));
    }

    @PostMapping("/close")
    ModelAndView close(HttpServletRequest request) {
        Link link = link(request);
        links.end(link.publicId());
        return pages.tell("page-my-page-over", spoken(link), HttpStatus.OK);
    }

    @GetMapping("/language")
    ModelAndView language(HttpServletRequest request) {
        return ask(request, "page-language", person -> Map.of("language", person.language()), "mine.save");
    }

    @PostMapping("/language")
    ModelAndView speak(@RequestParam MultiValueMap<String, String> posted, HttpServletRequest request) {
        return take(request, "page-language", posted, "mine.save", (link, said) -> {
            people.speaks(link.personId(), String.valueOf(said.get("language")));
            return new ModelAndView("redirect:/me/page");
        });
    }

    @GetMapping("/busy")
    ModelAndView busy(HttpServletRequest request) {
        return ask(
                request,
                "page-busy",
                person -> participants
                        .busyUntil(person.id())
                        .filter(day -> !day.isBefore(dates.today(ZoneOffset.UTC)))
                        .map(day -> Map.<String, Object>of("busy", "until", "busyUntil", day.toString()))
                        .orElse(Map.of()),
                "mine.save");
    }

    @PostMapping("/busy")
    ModelAndView rest(@RequestParam MultiValueMap<String, String> posted, HttpServletRequest request) {
        return take(request, "page-busy", posted, "mine.save", (link, said) -> {
            LocalDate day = "until".equals(said.get("busy"))
                    ? LocalDate.parse(String.valueOf(said.get("busyUntil")))
                    : dates.today(ZoneOffset.UTC).minusDays(1);
            participants.busyUntil(link.personId(), day);
            return new ModelAndView("redirect:/me/page");
        });
    }

    @GetMapping("/address")
    ModelAndView address(HttpServletRequest request) {
        return ask(request, "page-new-address", person -> Map.of(), "mine.sendBoth");
    }

    @PostMapping("/address")
    ModelAndView move(@RequestParam MultiValueMap<String, String> posted, HttpServletRequest request) {
        return take(request, "page-new-address", posted, "mine.sendBoth", (link, said) -> {
            addresses.ask(link, String.valueOf(said.get("newAddress")));
            return pages.tell("page-new-address-sent", context(link), HttpStatus.OK);
        });
    }

    @GetMapping("/erase")
    ModelAndView leave(HttpServletRequest request) {
        return ask(request, "page-erase", person -> Map.of(), "mine.erase");
    }

    @PostMapping("/erase")
    ModelAndView erase(@RequestParam MultiValueMap<String, String> posted, HttpServletRequest request) {
        return take(request, "page-erase", posted, "mine.erase", (link, said) -> {
            Map<String, Object> spoken = spoken(link);
            erasure.erase(link.personId());
            return pages.tell("page-erased", spoken, HttpStatus.OK);
        });
    }

    @GetMapping("/new-address")
    ModelAndView mayItMove(HttpServletRequest request) {
        Link link = visits.of(request, Purpose.NEW_ADDRESS).orElseThrow(Closed::new);
        return addresses
                .of(link)
                .map(wish -> pages.ask(
                        form("page-new-address-agree", story.language(link)),
                        Map.of(),
                        context(link, wish),
                        say(story.language(link), "page.send")))
                .orElseGet(() -> pages.tell("page-new-address-kept", spoken(link), HttpStatus.OK));
    }

    @PostMapping("/new-address")
    ModelAndView itMay(@RequestParam MultiValueMap<String, String> posted, HttpServletRequest request) {
        Link link = visits.of(request, Purpose.NEW_ADDRESS).orElseThrow(Closed::new);
        Optional<NewAddresses.Wish> wish = addresses.of(link);
        if (wish.isEmpty()) {
            return pages.tell("page-new-address-kept", spoken(link), HttpStatus.OK);
        }
        Map<String, Object> context = context(link, wish.get());
        FormSheet form = form("page-new-address-agree", story.language(link));
        Map<String, List<String>> fields = Pages.fields(posted);
        Verdict verdict = form.judge(fields, context);
        if (!verdict.ok()) {
            return pages.again(form, fields, verdict, context, say(story.language(link), "page.send"));
        }
        String page =
                switch (addresses.answer(
                        link, wish.get(), "yes".equals(verdict.values().get("right")))) {
                    case WAITS -> "page-new-address-waits";
                    case DONE -> "page-new-address-done";
                    case KEPT -> "page-new-address-kept";
                    case TAKEN -> "page-new-address-taken";
                };
        return pages.tell(page, context, HttpStatus.OK);
    }

    private Link link(HttpServletRequest request) {
        return visits.of(request, Purpose.MY_PAGE).orElseThrow(Closed::new);
    }

    private ModelAndView ask(
            HttpServletRequest request, String page, Function<Person, Map<String, ?>> known, String submit) {
        Link link = link(request);
        Language language = story.language(link);
        return pages.ask(form(page, language), known.apply(story.person(link)), context(link), say(language, submit));
    }

    /** What to do with what was said. */
    private interface Deed {
        ModelAndView doIt(Link link, Map<String, Object> said);
    }

    private ModelAndView take(
            HttpServletRequest request, String page, MultiValueMap<String, String> posted, String submit, Deed deed) {
        Link link = link(request);
        Language language = story.language(link);
        FormSheet form = form(page, language);
        Map<String, List<String>> fields = Pages.fields(posted);
        Map<String, Object> context = context(link);
        Verdict verdict = form.judge(fields, context);
        return verdict.ok()
                ? deed.doIt(link, verdict.values())
                : pages.again(form, fields, verdict, context, say(language, submit));
    }

    private Map<String, Object> context(Link link) {
        ProgramRow row = story.row(link.program());
        Map<String, Object> context = spoken(link);
        context.put("association", row.association());
        context.put("programName", row.name());
        context.put("email", story.person(link).email());
        return context;
    }

    private Map<String, Object> context(Link link, NewAddresses.Wish wish) {
        Map<String, Object> context = context(link);
        context.put("newAddress", wish.address());
        return context;
    }

    /** The least a page must know: in which language its reader reads. */
    private Map<String, Object> spoken(Link link) {
        Map<String, Object> context = new HashMap<>();
        context.put(Pages.LANGUAGE, story.language(link).code());
        return context;
    }

    private FormSheet form(String page, Language language) {
        return forms.open(rules.current(), page, language.code());
    }

    private static String say(Language language, String words) {
        return MyStory.words(language).say(words);
    }
}
