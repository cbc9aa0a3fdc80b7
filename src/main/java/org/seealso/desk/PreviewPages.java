package org.seealso.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seealso.emailedform.Pages;
import org.seealso.form.FormBook;
import org.seealso.form.FormRefused;
import org.seealso.form.FormSheet;
import org.seealso.form.Words;
import org.seealso.rules.PublishedRules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Any published form as a participant sees it, with invented people; nothing is sent or kept. */
@Controller
class PreviewPages {
    private static final String FORM = ".form";
    private static final Map<String, Object> INVENTED = Map.of(
            "firstName", "Ana",
            "name", "Ana Silva",
            "partnerNames", "Ben Okoro",
            "programName", "the program",
            "association", "Your association",
            "preview", true);

    private final PublishedRules rules;
    private final FormBook forms;

    PreviewPages(PublishedRules rules, FormBook forms) {
        this.rules = rules;
        this.forms = forms;
    }

    /** One form to look at: its file without the ending, and its title. */
    record Shown(String key, String title) {}

    @GetMapping("/desk/forms")
    ModelAndView list() {
        List<Shown> shown = rules.names(rules.current()).stream()
                .filter(name -> name.endsWith(FORM) && !name.startsWith("page-"))
                .map(name -> name.substring(0, name.length() - FORM.length()))
                .sorted()
                .flatMap(key -> {
                    try {
                        return List.of(new Shown(key, open(key).title(INVENTED))).stream();
                    } catch (FormRefused taskForm) {
                        // A coordinator's own form may hold what only Tasklist shows.
                        return List.<Shown>of().stream();
                    }
                })
                .toList();
        return new ModelAndView("forms", Map.of("title", "Forms as participants see them", "forms", shown));
    }

    @GetMapping("/desk/forms/{key}")
    ModelAndView show(@PathVariable String key) {
        if (!rules.names(rules.current()).contains(key + FORM)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Pages.preview(open(key), new LinkedHashMap<>(INVENTED));
    }

    /** A variant such as {@code check-in.fr} is opened in its own language. */
    private FormSheet open(String key) {
        int dot = key.indexOf('.');
        return dot < 0
                ? forms.open(rules.current(), key, Words.ENGLISH)
                : forms.open(rules.current(), key.substring(0, dot), key.substring(dot + 1));
    }
}
