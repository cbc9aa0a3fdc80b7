/** People who leave an address before applications open: confirmed, invited, told on the day (interest.bpmn). */
@NullMarked
package org.seealso.interest;

import org.jspecify.annotations.NullMarked;
