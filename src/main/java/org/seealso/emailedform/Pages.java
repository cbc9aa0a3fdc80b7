package org.seealso.emailedform;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.seealso.engine.Language;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Verdict;
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

    private final FormBook forms;
    private final PublishedRules rules;

    Pages(FormBook forms, PublishedRules rules) {
        this.forms = forms;
        this.rules = rules;
    }

    /** A form to fill in for the first time. */
    public ModelAndView ask(FormSheet form, Map<String, ?> known, Map<String, ?> context, String submit) {
        return ask(form, form.html(known, context), List.of(), context, submit);
    }

    /** The same form again with what was typed and what is wrong with it. */
    public ModelAndView again(
            FormSheet form, Map<String, List<String>> posted, Verdict verdict, Map<String, ?> context, String submit) {
        ModelAndView page = ask(form, form.html(posted, verdict, context), verdict.errors(), context, submit);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static ModelAndView ask(
            FormSheet form, String fields, List<?> errors, Map<String, ?> context, String submit) {
        Map<String, Object> model = new HashMap<>(context);
        model.put("title", form.title(context));
        model.put("fields", fields);
        model.put("errors", errors);
        model.put("submit", submit);
        model.put("lang", form.language());
        return new ModelAndView("page/form", model);
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
        return new ModelAndView("page/told", model, status);
    }

    /** What a browser sent, without the token that proves it came from our page. */
    public static Map<String, List<String>> fields(MultiValueMap<String, String> posted) {
        Map<String, List<String>> fields = new HashMap<>(posted);
        fields.remove("_csrf");
        return fields;
    }
}
