package org.seealso.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.seealso.emailedform.Pages;
import org.seealso.engine.Language;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.registration.Registrations.Door;
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

/** The public page on which people who found each other register. */
@Controller
class RegisterPages {
    private final Registrations registrations;
    private final Pages pages;

    RegisterPages(Registrations registrations, Pages pages) {
        this.registrations = registrations;
        this.pages = pages;
    }

    @GetMapping("/register/{program}")
    ModelAndView look(@PathVariable String program, Locale locale) {
        Door door = registrations.door(program);
        Map<String, Object> context = context(door, locale);
        Language language = Pages.language(context);
        return door.open().isEmpty()
                ? pages.tell("page-closed", context, HttpStatus.OK)
                : pages.ask(registrations.form(language), Map.of(), context, language.say("send.registration"));
    }

    @PostMapping("/register/{program}")
    ModelAndView send(@PathVariable String program, @RequestParam MultiValueMap<String, String> posted, Locale locale) {
        Door door = registrations.door(program);
        Map<String, Object> context = context(door, locale);
        Language language = Pages.language(context);
        if (door.open().isEmpty()) {
            return pages.tell("page-closed", context, HttpStatus.OK);
        }
        Map<String, List<String>> fields = Pages.fields(posted);
        FormSheet form = registrations.form(language);
        Optional<ModelAndView> more = pages.more(form, posted, fields, context, language.say("send.registration"));
        if (more.isPresent()) {
            return more.get();
        }
        Verdict verdict = registrations.register(door.row(), door.open().get(), fields, context, language);
        return verdict.ok()
                ? pages.sent(form, verdict.values(), context)
                : pages.again(form, fields, verdict, context, language.say("send.registration"));
    }

    private Map<String, Object> context(Door door, Locale locale) {
        Map<String, Object> context = new HashMap<>(Map.of(
                "programName", door.row().name(),
                "program", door.row().program(),
                "privacyOf", door.row().program(),
                "association", door.row().association(),
                "coordinatorName", door.row().coordinatorName(),
                "coordinatorEmail", door.row().coordinatorEmail()));
        pages.choose(context, door.open().isEmpty() ? "page-closed" : "register", locale);
        return context;
    }

    @ExceptionHandler(UnknownProgram.class)
    ModelAndView unknown(Locale locale) {
        return pages.tell("page-unknown-program", Map.of(Pages.LANGUAGE, locale.getLanguage()), HttpStatus.NOT_FOUND);
    }
}
