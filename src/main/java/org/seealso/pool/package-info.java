/**
 * Keeps the pool of a rolling program moving: matches whoever arrives, looks again at the row's interval, and asks a
 * coordinator when somebody waits too long (pool.bpmn, starved-pool.form).
 */
@NullMarked
package org.seealso.pool;

import org.jspecify.annotations.NullMarked;
