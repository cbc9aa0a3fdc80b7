/** Sets up the engine and its time. */
@NullMarked
package org.seealso.engine;

import org.jspecify.annotations.NullMarked;
