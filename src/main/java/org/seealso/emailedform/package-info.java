/** Asks a person by letter and private link, and shows the form behind it (emailed-form.bpmn). */
@NullMarked
package org.seealso.emailedform;

import org.jspecify.annotations.NullMarked;
