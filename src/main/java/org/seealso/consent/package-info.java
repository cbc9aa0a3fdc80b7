/**
 * Asks everybody of a proposed match whether they agree, before anybody learns a surname (consent.bpmn, consent.form,
 * silent-consent.form; letters consent and called-off).
 */
@NullMarked
package org.seealso.consent;

import org.jspecify.annotations.NullMarked;
