/**
 * Takes a conduct report to the conduct handlers and nobody else (conduct-report.bpmn), and shows it to whoever of them
 * is no party to it.
 */
@NullMarked
package org.seealso.conduct;

import org.jspecify.annotations.NullMarked;
