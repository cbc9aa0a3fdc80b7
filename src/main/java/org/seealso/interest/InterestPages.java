package org.seealso.interest;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.seealso.emailedform.Pages;
import org.seealso.engine.Language;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.people.Cohort;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.UnknownProgram;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public page on which people leave their address before applications open. */
@Controller
class InterestPages {

    private final InterestList list;
    private final Pages pages;

    InterestPages(InterestList list, Pages pages) {
        this.list = list;
        this.pages = pages;
    }

    @GetMapping("/interest/{program}")
    ModelAndView look(@PathVariable String program, Locale locale) {
        ProgramRow row = list.row(program);
        Optional<Cohort> next = list.next(program);
        if (next.isEmpty()) {
            return elsewhere(row);
        }
        Map<String, Object> context = context(row, next.get(), locale);
        Language language = Pages.language(context);
        return pages.ask(list.form(language), Map.of(), context, language.say("send.interest"));
    }

    @PostMapping("/interest/{program}")
    ModelAndView send(@PathVariable String program, @RequestParam MultiValueMap<String, String> posted, Locale locale) {
        ProgramRow row = list.row(program);
        Optional<Cohort> next = list.next(program);
        if (next.isEmpty()) {
            return elsewhere(row);
        }
        Map<String, Object> context = context(row, next.get(), locale);
        Language language = Pages.language(context);
        Map<String, List<String>> fields = Pages.fields(posted);
        FormSheet form = list.form(language);
        Optional<ModelAndView> more = pages.more(form, posted, fields, context, language.say("send.interest"));
        if (more.isPresent()) {
            return more.get();
        }
        Verdict verdict = list.take(row, next.get(), fields, context, language);
        if (!verdict.ok()) {
            return pages.again(form, fields, verdict, context, language.say("send.interest"));
        }
        context.put("email", String.valueOf(verdict.values().get("email")));
        return pages.tell("page-interest", context, HttpStatus.OK);
    }

    /** Applications are open, where an application is better than a list; or nothing is planned, as that page says. */
    private static ModelAndView elsewhere(ProgramRow row) {
        return new ModelAndView("redirect:/apply/" + row.program());
    }

    private Map<String, Object> context(ProgramRow row, Cohort cohort, Locale locale) {
        Map<String, Object> context = new HashMap<>();
        Language language = pages.choose(context, "interest", locale);
        context.put("programName", row.name());
        context.put("privacyOf", row.program());
        context.put("association", row.association());
        context.put("coordinatorName", row.coordinatorName());
        context.put("coordinatorEmail", row.coordinatorEmail());
        context.put("opensOn", language.day(cohort.opensOn()));
        list.session(cohort)
                .map(session -> ZonedDateTime.ofInstant(session.startsAt(), cohort.zone()))
                .ifPresent(start -> context.put("sessionOn", language.moment(start)));
        return context;
    }

    @ExceptionHandler(UnknownProgram.class)
    ModelAndView unknown(Locale locale) {
        return pages.tell("page-unknown-program", Map.of(Pages.LANGUAGE, locale.getLanguage()), HttpStatus.NOT_FOUND);
    }
}
