/** Mentors of earlier cohorts say by one emailed form whether they mentor again (reconfirm.bpmn). */
@NullMarked
package org.seealso.reconfirm;

import org.jspecify.annotations.NullMarked;
