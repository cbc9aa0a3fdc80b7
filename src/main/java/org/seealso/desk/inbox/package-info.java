/** The quick start's inbox: every letter that was sent, as its reader got it. Does not exist in production. */
@NullMarked
package org.seealso.desk.inbox;

import org.jspecify.annotations.NullMarked;
