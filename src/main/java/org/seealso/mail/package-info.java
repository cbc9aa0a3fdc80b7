/** Speaks SMTP and IMAP; the only package that knows Jakarta Mail. */
@NullMarked
package org.seealso.mail;

import org.jspecify.annotations.NullMarked;
