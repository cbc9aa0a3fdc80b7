package org.seealso.form;

/** Opens the form of a deployment: {@code open(deployment, "check-in")} reads {@code check-in.form}. */
public interface FormBook {
    /** @param language the reader's; without a {@code check-in.fr.form} the English form speaks English throughout */
    FormSheet open(String deployment, String key, String language);

    default FormSheet open(String deployment, String key) {
        return open(deployment, key, Words.ENGLISH);
    }

    /** Whether the form is there in this language. */
    boolean has(String deployment, String key, String language);
}
