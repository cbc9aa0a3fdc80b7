/** Writes letters from forms/letters, keeps them in the outbox, and mints the private links in them. */
@NullMarked
package org.seealso.letter;

import org.jspecify.annotations.NullMarked;
