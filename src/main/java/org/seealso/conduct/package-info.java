/** Takes a conduct report to the conduct handlers and nobody else (conduct-report.bpmn). */
@NullMarked
package org.seealso.conduct;

import org.jspecify.annotations.NullMarked;
