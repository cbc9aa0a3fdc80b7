package org.seealso.form;

/** Opens the form of a deployment: {@code open(deployment, "check-in")} reads {@code check-in.form}. */
public interface FormBook {
    FormSheet open(String deployment, String key);

    /** The same in a language, {@code check-in.fr.form}, or in English where there is none. */
    FormSheet open(String deployment, String key, String language);

    /** Whether the form is there in this language. */
    boolean has(String deployment, String key, String language);
}
