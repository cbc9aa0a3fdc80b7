/**
 * Keeps what only conduct handlers may read, encrypted and apart from everything else, and says which of them may
 * (A13; house law 3). Allowed to use: engine, people, rules, form, answer.
 */
@NullMarked
package org.seealso.confidence;

import org.jspecify.annotations.NullMarked;
