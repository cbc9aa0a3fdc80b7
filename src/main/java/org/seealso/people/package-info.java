/** Who is who: persons, cohorts of a program, participants in them, and mentorships with their members. */
@NullMarked
package org.seealso.people;

import org.jspecify.annotations.NullMarked;
