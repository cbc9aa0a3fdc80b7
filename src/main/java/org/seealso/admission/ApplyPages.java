package org.seealso.admission;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.seealso.admission.Applications.Door;
import org.seealso.emailedform.Pages;
import org.seealso.engine.Language;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.people.Cohort;
import org.seealso.rules.UnknownProgram;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public pages: which programs take applications, and the application itself. */
@Controller
class ApplyPages {
    private final Applications applications;
    private final Pages pages;

    ApplyPages(Applications applications, Pages pages) {
        this.applications = applications;
        this.pages = pages;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("title", "Mentorship programs");
        model.addAttribute(
                "programs",
                applications.openDoors().stream()
                        .map(door -> Map.of(
                                "name", door.row().name(),
                                "association", door.row().association(),
                                "href",
                                        (door.row().selfSelected() ? "/register/" : "/apply/")
                                                + door.row().program(),
                                "deadline",
                                        Language.ENGLISH.day(
                                                door.open().orElseThrow().closesOn())))
                        .toList());
        return "page/home";
    }

    @GetMapping("/apply/{program}")
    ModelAndView look(@PathVariable String program, @RequestParam Optional<String> as, Locale locale) {
        Door door = applications.door(program);
        Map<String, Object> context = context(door, as, locale);
        if (door.open().isEmpty()) {
            return notNow(door, context);
        }
        Language language = Pages.language(context);
        return role(door, as)
                .map(role -> pages.ask(
                        applications.form(door.row(), role, language),
                        Map.of(),
                        context,
                        language.say("send.application")))
                .orElseGet(() -> pages.tell("page-mentor-or-mentee", context, HttpStatus.OK));
    }

    /** What somebody applies as; empty while they still have to choose. */
    private static Optional<String> role(Door door, Optional<String> as) {
        List<String> roles = door.row().roles();
        return roles.size() == 1 ? Optional.of(roles.get(0)) : as.filter(roles::contains);
    }

    @PostMapping("/apply/{program}")
    ModelAndView send(
            @PathVariable String program,
            @RequestParam Optional<String> as,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale) {
        Door door = applications.door(program);
        Map<String, Object> context = context(door, as, locale);
        Language language = Pages.language(context);
        if (door.open().isEmpty()) {
            return notNow(door, context);
        }
        Optional<String> role = role(door, as);
        if (role.isEmpty()) {
            return pages.tell("page-mentor-or-mentee", context, HttpStatus.OK);
        }
        FormSheet form = applications.form(door.row(), role.get(), language);
        Map<String, List<String>> fields = Pages.fields(posted);
        Optional<ModelAndView> more = pages.more(form, posted, fields, context, language.say("send.application"));
        if (more.isPresent()) {
            return more.get();
        }
        Verdict verdict = applications.apply(door.row(), door.open().get(), role.get(), fields, context, language);
        if (!verdict.ok()) {
            return pages.again(form, fields, verdict, context, language.say("send.application"));
        }
        context.put("email", String.valueOf(verdict.values().get("email")));
        return pages.tell("page-applied", context, HttpStatus.OK);
    }

    private ModelAndView notNow(Door door, Map<String, Object> context) {
        return pages.tell(notNow(door), context, HttpStatus.OK);
    }

    private static String notNow(Door door) {
        boolean planned = door.all().stream().anyMatch(cohort -> cohort.state() == Cohort.State.PLANNED);
        return planned ? "page-not-open-yet" : "page-closed";
    }

    private Map<String, Object> context(Door door, Optional<String> as, Locale locale) {
        Map<String, Object> context = new HashMap<>();
        String form = door.open().isEmpty()
                ? notNow(door)
                : role(door, as).map(door.row()::formOf).orElse("page-mentor-or-mentee");
        Language language = pages.choose(context, form, locale);
        context.put("programName", door.row().name());
        context.put("program", door.row().program());
        context.put("privacyOf", door.row().program());
        context.put("association", door.row().association());
        context.put("conductUrl", door.row().conductUrl());
        context.put("conductVersion", door.row().conductVersion());
        context.put("coordinatorName", door.row().coordinatorName());
        context.put("coordinatorEmail", door.row().coordinatorEmail());
        door.open().or(() -> door.all().stream().findFirst()).ifPresent(cohort -> {
            context.put("deadline", language.day(cohort.closesOn()));
            context.put("opensOn", language.day(cohort.opensOn()));
            context.put("startsOn", language.day(cohort.startsOn()));
            context.put("endsOn", language.day(cohort.endsOn()));
        });
        return context;
    }

    @ExceptionHandler(UnknownProgram.class)
    ModelAndView unknown(Locale locale) {
        return pages.tell("page-unknown-program", Map.of(Pages.LANGUAGE, locale.getLanguage()), HttpStatus.NOT_FOUND);
    }
}
