package org.seealso.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    PrivacyPages(PublishedRules rules, FormBook forms) {
        this.rules = rules;
        this.forms = forms;
    }

    @GetMapping("/privacy/{program}")
    ModelAndView look(@PathVariable String program) {
        ProgramRow row = rules.row(rules.current(), program);
        Map<String, Object> page = new HashMap<>();
        page.put("title", "Your privacy");
        page.put("association", row.association());
        page.put("programName", row.name());
        page.put("coordinatorName", row.coordinatorName());
        page.put("coordinatorEmail", row.coordinatorEmail());
        page.put("conductUrl", row.conductUrl());
        page.put("conductVersion", row.conductVersion());
        page.put("retentionMonths", row.retentionMonths());
        page.put(
                "forms",
                names(row)
                        .map(name -> form(name, row))
                        .filter(form -> !questions(form).isEmpty())
                        .toList());
        return new ModelAndView("privacy", page);
    }

    @ExceptionHandler(UnknownProgram.class)
    ModelAndView unknown() {
        return new ModelAndView(
                "page/message",
                Map.of(
                        "title",
                        "There is no such program",
                        "paragraphs",
                        List.of("Please look at the address again, or start from the first page.")),
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

    private Map<String, Object> form(String name, ProgramRow row) {
        FormSheet form = forms.open(rules.current(), name);
        return Map.of(
                "title",
                form.title(
                        Map.of("programName", row.name(), "partnerNames", "your partner", "opensOn", "its first day")),
                "questions",
                form.fields().stream()
                        .map(field -> Map.of(
                                "question",
                                plain(field.question()),
                                "readers",
                                field.readers().inWords(false, Words.of(Words.ENGLISH))))
                        .toList());
    }

    /** Here nobody in particular is asked, so there is no name to fill in. */
    private static String plain(String question) {
        return question.replace("{{partnerNames}}", "your partner")
                .replaceAll("\\{\\{[#/][^}]*}}", "")
                .replaceAll("\\{\\{[^}]*}}", "…");
    }

    private static List<?> questions(Map<String, Object> form) {
        return form.get("questions") instanceof List<?> questions ? questions : List.of();
    }
}
