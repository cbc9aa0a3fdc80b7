/**
 * Reads a .form, decides what is asked, judges what was sent, and draws it as plain HTML.
 *
 * <p>Custom properties of a field, set in the Modeler: {@code readers} and {@code routing} (house law 4), {@code
 * missing} (what to say when a required answer is not there) and {@code patternMessage} (what to say when the pattern
 * is missed). Allowed to use: engine, rules.
 */
@NullMarked
package org.seealso.form;

import org.jspecify.annotations.NullMarked;
