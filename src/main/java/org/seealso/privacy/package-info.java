/**
 * What a person may count on: erasure of everything that says who they were, deletion of what they wrote when its time
 * is over, and a public page that says who reads what. The engine's own tables are part of "everything".
 */
@NullMarked
package org.seealso.privacy;

import org.jspecify.annotations.NullMarked;
