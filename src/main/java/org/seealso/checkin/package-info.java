/**
 * Asks the members of a mentorship how it goes and acts on what comes back (check-in.bpmn, check-in-signal.dmn,
 * check-in.form).
 */
@NullMarked
package org.seealso.checkin;

import org.jspecify.annotations.NullMarked;
