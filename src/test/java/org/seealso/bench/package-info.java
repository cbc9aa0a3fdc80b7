/** Benchmark 0: how fast the house starts and how fast its letters leave. */
@NullMarked
package org.seealso.bench;

import org.jspecify.annotations.NullMarked;
