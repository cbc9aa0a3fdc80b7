/**
 * Plays a whole season of a program with invented people, on rules nobody lives under yet, in a process and a database
 * of its own; says what it would have done to everybody. Nobody depends on it but the front door and the admin's pages.
 */
@NullMarked
package org.seealso.rehearsal;

import org.jspecify.annotations.NullMarked;
