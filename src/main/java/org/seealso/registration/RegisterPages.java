package org.seealso.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seealso.emailedform.Pages;
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
    private static final String SUBMIT = "Register us";

    private final Registrations registrations;
    private final Pages pages;

    RegisterPages(Registrations registrations, Pages pages) {
        this.registrations = registrations;
        this.pages = pages;
    }

    @GetMapping("/register/{program}")
    ModelAndView look(@PathVariable String program) {
        Door door = registrations.door(program);
        return door.open().isEmpty()
                ? pages.tell("page-closed", context(door), HttpStatus.OK)
                : pages.ask(registrations.form(), Map.of(), context(door), SUBMIT);
    }

    @PostMapping("/register/{program}")
    ModelAndView send(@PathVariable String program, @RequestParam MultiValueMap<String, String> posted) {
        Door door = registrations.door(program);
        Map<String, Object> context = context(door);
        if (door.open().isEmpty()) {
            return pages.tell("page-closed", context, HttpStatus.OK);
        }
        Map<String, List<String>> fields = Pages.fields(posted);
        Verdict verdict = registrations.register(door.row(), door.open().get(), fields, context);
        return verdict.ok()
                ? pages.sent(registrations.form(), verdict.values(), context)
                : pages.again(registrations.form(), fields, verdict, context, SUBMIT);
    }

    private static Map<String, Object> context(Door door) {
        return new HashMap<>(Map.of(
                "programName", door.row().name(),
                "program", door.row().program(),
                "privacyOf", door.row().program(),
                "association", door.row().association(),
                "coordinatorName", door.row().coordinatorName(),
                "coordinatorEmail", door.row().coordinatorEmail()));
    }

    @ExceptionHandler(UnknownProgram.class)
    ModelAndView unknown() {
        return pages.tell("page-unknown-program", Map.of(), HttpStatus.NOT_FOUND);
    }
}
