/**
 * Brings people and existing pairs or groups along from a spreadsheet, asks each of these people whether they take part
 * (exchange.bpmn, brought-along.form), and gives a cohort back as tables. Uses any furniture, and no other room.
 */
@NullMarked
package org.seealso.exchange;

import org.jspecify.annotations.NullMarked;
