/** What {@code java -jar seealso.jar} can do: quickstart, serve, check, publish, take back. */
@NullMarked
package org.seealso.command;

import org.jspecify.annotations.NullMarked;
