/** Checks the folders processes and forms, publishes them as one deployment, and reads the program's row. */
@NullMarked
package org.seealso.rules;

import org.jspecify.annotations.NullMarked;
