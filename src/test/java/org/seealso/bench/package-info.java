/** Benchmarks: how fast the house starts, how fast its letters leave, and how good and how fast the matching is. */
@NullMarked
package org.seealso.bench;

import org.jspecify.annotations.NullMarked;
