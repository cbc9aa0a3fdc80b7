/** Keeps what people wrote, one row per field, with its readers. */
@NullMarked
package org.seealso.answer;

import org.jspecify.annotations.NullMarked;
