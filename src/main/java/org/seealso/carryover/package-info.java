/** Somebody without a match whose application waits for the next cohort, if they say yes (carry-over.bpmn). */
@NullMarked
package org.seealso.carryover;

import org.jspecify.annotations.NullMarked;
