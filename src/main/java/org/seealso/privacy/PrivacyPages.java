package org.seealso.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.seealso.emailedform.Pages;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Words;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.seealso.rules.UnknownProgram;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who reads what, question by question, for everybody to see before they write a word. It is read from the published
 * forms each time, so it cannot say anything else than what is enforced (house law 4).
 */
@Controller
class PrivacyPages {
    private static final Pattern COORDINATORS_FORM = Pattern.compile("camunda:formRef=\"([^\"]+)\"");
    private static final Set<String> TOGETHER = Set.of("register", "confirm-registration");

    private final PublishedRules rules;
    private final FormBook forms;
    private final Pages pages;

    PrivacyPages(PublishedRules rules, FormBook forms, Pages pages) {
        this.rules = rules;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/privacy/{program}")
    ModelAndView look(@PathVariable String program, Locale locale) {
        ProgramRow row = rules.row(rules.current(), program);
        Map<String, Object> page = new HashMap<>();
        // The program speaks the languages of the form everybody in it is asked.
        Language language = pages.choose(page, ofRow(row).get(0), locale);
        Words say = Words.of(language.code());
        page.put("lang", language.code());
        page.put("title", say.say("privacy.title"));
        page.put("heading", say.say("privacy.titleOf", row.name()));
        page.put("intro", say.say("privacy.intro", row.association(), row.name()));
        page.put("kept", say.say("privacy.kept", String.valueOf(row.retentionMonths())));
        page.put("association", row.association());
        page.put("coordinatorName", row.coordinatorName());
        page.put("coordinatorEmail", row.coordinatorEmail());
        page.put("conductUrl", row.conductUrl());
        page.put("conductVersion", row.conductVersion());
        page.put(
                "forms",
                names(row)
                        .map(name -> form(name, row, language))
                        .filter(form -> !questions(form).isEmpty())
                        .toList());
        return new ModelAndView("privacy", page);
    }

    @ExceptionHandler(UnknownProgram.class)
    ModelAndView unknown(Locale locale) {
        Language language = Language.of(locale.getLanguage());
        Words say = Words.of(language.code());
        return new ModelAndView(
                "page/message",
                Map.of(
                        "lang",
                        language.code(),
                        "title",
                        say.say("privacy.unknown"),
                        "paragraphs",
                        List.of(say.say("privacy.lookAgain"))),
                HttpStatus.NOT_FOUND);
    }

    /** The forms people of this program are asked: all but those of coordinators' tasks and of other programs. */
    private Stream<String> names(ProgramRow row) {
        String deployment = rules.current();
        Set<String> others = new HashSet<>(row.selfSelected() ? Set.of() : TOGETHER);
        rules.programs(deployment).forEach(other -> others.addAll(ofRow(other)));
        others.removeAll(ofRow(row));
        rules.names(deployment).stream()
                .filter(name -> name.endsWith(".bpmn"))
                .forEach(name -> COORDINATORS_FORM
                        .matcher(new String(rules.file(deployment, name).orElseThrow(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> others.add(found.group(1))));
        Set<String> all = new TreeSet<>();
        rules.names(deployment).stream()
                .filter(name -> name.endsWith(".form"))
                .map(name -> name.substring(0, name.length() - ".form".length()))
                // A name with a point is the same form in another language.
                .filter(name -> !name.startsWith("page-") && !name.contains(".") && !others.contains(name))
                .forEach(all::add);
        List<String> first = ofRow(row);
        return Stream.concat(first.stream().filter(all::contains), all.stream().filter(name -> !first.contains(name)));
    }

    private static List<String> ofRow(ProgramRow row) {
        List<String> named = new ArrayList<>();
        if (!row.selfSelected()) {
            named.addAll(row.applicationForms());
        }
        named.add(row.closingForm());
        return named;
    }

    private Map<String, Object> form(String name, ProgramRow row, Language language) {
        FormSheet form = forms.open(rules.current(), name, language.code());
        Words say = Words.of(language.code());
        String partner = say.say("privacy.partner");
        return Map.of(
                "title",
                form.title(Map.of(
                        "programName", row.name(), "partnerNames", partner, "opensOn", say.say("privacy.firstDay"))),
                "questions",
                form.fields().stream()
                        .map(field -> Map.of(
                                "question",
                                plain(field.question(), partner),
                                "readers",
                                field.readers().inWords(false, say)))
                        .toList());
    }

    /** Here nobody in particular is asked, so there is no name to fill in. */
    private static String plain(String question, String partner) {
        return question.replace("{{partnerNames}}", partner)
                .replaceAll("\\{\\{[#/][^}]*}}", "")
                .replaceAll("\\{\\{[^}]*}}", "…");
    }

    private static List<?> questions(Map<String, Object> form) {
        return form.get("questions") instanceof List<?> questions ? questions : List.of();
    }
}
