/** What follows an information session: its notes, for whoever came or asked for them (information-session.bpmn). */
@NullMarked
package org.seealso.informationsession;

import org.jspecify.annotations.NullMarked;
