/** Moves running mentorships to the newest rules, one by one: previewed, recorded, undone while nobody acted. */
@NullMarked
package org.seealso.publishing.migration;

import org.jspecify.annotations.NullMarked;
