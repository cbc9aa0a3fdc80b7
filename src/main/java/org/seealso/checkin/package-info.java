/** Asks one member how it goes in one period and reads the signal (check-in.bpmn). */
@NullMarked
package org.seealso.checkin;

import org.jspecify.annotations.NullMarked;
