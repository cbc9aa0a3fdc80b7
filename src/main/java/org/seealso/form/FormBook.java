package org.seealso.form;

/** Opens the form of a deployment: {@code open(deployment, "check-in")} reads {@code check-in.form}. */
public interface FormBook {
    FormSheet open(String deployment, String key);
}
