package org.seealso.emailedform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
import org.seealso.form.Words;
import org.seealso.rules.PublishedRules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The pages participants see. Those that only say something are forms without questions, {@code page-*.form}, so that
 * an admin can word them too.
 */
@Component
public class Pages {
    /** In a page's context, the code of the language it is in; English if it is not there. */
    public static final String LANGUAGE = "language";
    /** The questions that were on the page when it was sent. */
    private static final String SEEN = "_seen";

    private final FormBook forms;
    private final PublishedRules rules;

    Pages(FormBook forms, PublishedRules rules) {
        this.forms = forms;
        this.rules = rules;
    }

    /** A form to fill in for the first time. */
    public ModelAndView ask(FormSheet form, Map<String, ?> known, Map<String, ?> context, String submit) {
        return ask(form, form.html(known, context), known, List.of(), context, submit);
    }

    /** A form to look at only, with every question that could come up. */
    public static ModelAndView preview(FormSheet form, Map<String, ?> context) {
        ModelAndView page = ask(form, form.html(Map.of(), context), Map.of(), List.of(), context, "");
        page.addObject("preview", true);
        return page;
    }

    /** The same form again with what was typed and what is wrong with it. */
    public ModelAndView again(
            FormSheet form, Map<String, List<String>> posted, Verdict verdict, Map<String, ?> context, String submit) {
        ModelAndView page = ask(form, form.html(posted, verdict, context), posted, verdict.errors(), context, submit);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** A form that somebody began before, here or on another device. */
    ModelAndView resume(FormSheet form, Map<String, List<String>> draft, Map<String, ?> context) {
        ModelAndView page = unjudged(form, draft, context);
        page.addObject("drafted", true);
        return page;
    }

    /** A form with what its owner sent, to send it anew. */
    ModelAndView change(FormSheet form, Map<String, ?> sent, Map<String, ?> context) {
        return unjudged(form, sent, context).addObject("changing", true);
    }

    /**
     * The same form again if an answer brought up a question that was not there before; empty if everything asked was
     * seen.
     *
     * @param posted as the browser sent it, {@code fields} what of it was answered
     */
    public Optional<ModelAndView> more(
            FormSheet form,
            MultiValueMap<String, String> posted,
            Map<String, List<String>> fields,
            Map<String, ?> context,
            String submit) {
        return somethingUnseen(form, posted, fields, context)
                ? Optional.of(
                        unjudged(form, fields, context).addObject("more", true).addObject("submit", submit))
                : Optional.empty();
    }

    /** What somebody filled in stays as it is: an empty field is an answer, and no default comes back. */
    private static ModelAndView unjudged(FormSheet form, Map<String, ?> filled, Map<String, ?> context) {
        Verdict nothingWrong = new Verdict(true, Map.of(), List.of(), Map.of(), List.of());
        return ask(form, form.html(filled, nothingWrong, context), filled, List.of(), context, "");
    }

    private static ModelAndView ask(
            FormSheet form,
            String fields,
            Map<String, ?> filled,
            List<?> errors,
            Map<String, ?> context,
            String submit) {
        Map<String, Object> model = new HashMap<>(context);
        model.put("title", form.title(context));
        model.put("fields", fields);
        model.put("errors", errors);
        model.put("submit", submit);
        model.put("seen", String.join(" ", form.look(filled, context).asked()));
        model.put("lang", form.language());
        // Said here, too: a page shown for an exception never passes the interceptor.
        model.put("say", Words.of(form.language()).page());
        return new ModelAndView("page/form", model);
    }

    /** Whether a question that now applies was neither on the page that was sent nor answered all the same. */
    private static boolean somethingUnseen(
            FormSheet form,
            MultiValueMap<String, String> sent,
            Map<String, List<String>> fields,
            Map<String, ?> context) {
        String seen = sent.getFirst(SEEN);
        if (seen == null || seen.equals("*")) {
            return false;
        }
        Set<String> asked = new LinkedHashSet<>(form.look(fields, context).asked());
        asked.removeAll(List.of(seen.split(" ")));
        asked.removeIf(key -> fields.getOrDefault(key, List.of()).stream().anyMatch(value -> !value.isBlank()));
        return !asked.isEmpty();
    }

    /** What somebody typed for nothing, beside its questions, so that it is not lost. */
    static List<Map<String, String>> typed(Map<String, String> questions, Map<String, List<String>> fields) {
        List<Map<String, String>> typed = new ArrayList<>();
        fields.forEach((key, values) -> {
            String text = String.join(", ", values).strip();
            if (!text.isEmpty()) {
                typed.add(Map.of("question", questions.getOrDefault(key, key), "text", text));
            }
        });
        return typed;
    }

    /** What the form itself says once it is sent. */
    public ModelAndView sent(FormSheet form, Map<String, ?> answered, Map<String, ?> context) {
        String words = form.afterwards(answered, context);
        return words.isBlank()
                ? tell("page-sent", context, HttpStatus.OK)
                : told(form, form.title(context), words, context, HttpStatus.OK);
    }

    /** A page of the newest rules that only says something. */
    public ModelAndView tell(String page, Map<String, ?> context, HttpStatus status) {
        Map<String, Object> said = new HashMap<>(context);
        String deployment = rules.current();
        if (!forms.has(deployment, page, language(context).code())) {
            said.put(LANGUAGE, Language.ENGLISH.code());
        }
        FormSheet words = forms.open(deployment, page, language(said).code());
        return told(words, words.title(said), words.html(Map.of(), said), said, status);
    }

    /**
     * Puts into the context of a public page the language wished for, as far as its form is there in it, and the way to
     * the other one.
     */
    public Language choose(Map<String, Object> context, String form, Locale wished) {
        String deployment = rules.current();
        Language wanted = Language.of(wished.getLanguage());
        Language language = forms.has(deployment, form, wanted.code()) ? wanted : Language.ENGLISH;
        context.put(LANGUAGE, language.code());
        Language other = language.other();
        if (forms.has(deployment, form, other.code())) {
            String here = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("lang", other.code())
                    .build()
                    .getQuery();
            context.put("otherLanguage", Map.of("code", other.code(), "title", other.title(), "href", "?" + here));
        }
        return language;
    }

    /** The language a page is in. */
    public static Language language(Map<String, ?> context) {
        return context.get(LANGUAGE) instanceof String code ? Language.of(code) : Language.ENGLISH;
    }

    private static ModelAndView told(
            FormSheet form, String title, String content, Map<String, ?> context, HttpStatus status) {
        Map<String, Object> model = new HashMap<>(context);
        model.put("title", title);
        model.put("content", content);
        model.put("lang", form.language());
        // Said here, too: a page shown for an exception never passes the interceptor.
        model.put("say", Words.of(form.language()).page());
        return new ModelAndView("page/told", model, status);
    }

    /** What a browser sent, without the token that proves it came from our page. */
    public static Map<String, List<String>> fields(MultiValueMap<String, String> posted) {
        Map<String, List<String>> fields = new LinkedHashMap<>(posted);
        fields.keySet().removeIf(name -> name.startsWith("_"));
        return fields;
    }
}
