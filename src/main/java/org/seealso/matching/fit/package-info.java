/**
 * How well two people suit each other, in points and in words: what may never be, what speaks for a match and what to
 * watch. Knows no database and no engine.
 */
@NullMarked
package org.seealso.matching.fit;

import org.jspecify.annotations.NullMarked;
