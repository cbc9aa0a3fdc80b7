/** What {@code java -jar seealso.jar} can do: quickstart, serve, check, rehearse, publish, take back. */
@NullMarked
package org.seealso.command;

import org.jspecify.annotations.NullMarked;
