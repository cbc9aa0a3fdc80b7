/**
 * Some days after the kickoff, finds out whether the members of a mentorship have met, and helps where they have not
 * (first-contact.bpmn, first-contact.form, help-first-contact.form).
 */
@NullMarked
package org.seealso.firstcontact;

import org.jspecify.annotations.NullMarked;
