package org.seealso.form;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** What our pages say themselves, in one language: words.properties and its variants. English is the fallback. */
public final class Words {
    public static final String ENGLISH = "en";

    private static final String PAGE = "page.";
    private static final Map<String, Words> ALL = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Map<String, String> page = new HashMap<>();

    private Words(String language) {
        locale = language.equals(ENGLISH) ? Locale.CANADA : Locale.forLanguageTag(language + "-CA");
        bundle = ResourceBundle.getBundle(
                "words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (String key : bundle.keySet()) {
            if (key.startsWith(PAGE)) {
                page.put(key.substring(PAGE.length()), bundle.getString(key));
            }
        }
    }

    /** @param language a two-letter code, such as a form's own */
    public static Words of(String language) {
        return ALL.computeIfAbsent(language, Words::new);
    }

    /** The words templates need, by name. */
    public Map<String, String> page() {
        return page;
    }

    /** A sentence of this name, its {@code {0}}, {@code {1}} … filled. */
    public String say(String key, Object... about) {
        return new MessageFormat(bundle.getString(key), locale).format(about);
    }

    boolean knows(String key) {
        return bundle.containsKey(key);
    }

    DateTimeFormatter date(String key) {
        return DateTimeFormatter.ofPattern(bundle.getString(key), locale);
    }
}
