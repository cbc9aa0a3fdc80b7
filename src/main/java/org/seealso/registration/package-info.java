/**
 * People who found each other register together, and each says for themselves whether they take part
 * (registration.bpmn; forms register and the row's own, letters confirm-registration and not-registered).
 */
@NullMarked
package org.seealso.registration;

import org.jspecify.annotations.NullMarked;
