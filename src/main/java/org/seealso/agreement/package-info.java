/**
 * Helps members agree on how they work together (agreement.bpmn, agreement.form, accept-agreement.form; letters
 * agreement, accept-agreement, agreed, agreement-wishes and agreement-review).
 */
@NullMarked
package org.seealso.agreement;

import org.jspecify.annotations.NullMarked;
