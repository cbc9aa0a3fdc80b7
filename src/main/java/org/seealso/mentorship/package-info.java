/** Accompanies a mentorship from kickoff to closing (mentorship.bpmn). */
@NullMarked
package org.seealso.mentorship;

import org.jspecify.annotations.NullMarked;
