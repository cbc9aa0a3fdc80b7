/** Reads a .form, decides what is asked, judges what was sent, and draws it as plain HTML. */
@NullMarked
package org.seealso.form;

import org.jspecify.annotations.NullMarked;
