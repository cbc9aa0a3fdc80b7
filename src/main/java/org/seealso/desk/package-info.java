/** Shows coordinators what a task is about, and the quick start its inbox; nobody depends on it. */
@NullMarked
package org.seealso.desk;

import org.jspecify.annotations.NullMarked;
