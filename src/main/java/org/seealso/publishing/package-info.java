/** The admin's page: what is live, what would change, rehearse, publish, take back, migrate; nobody depends on it. */
@NullMarked
package org.seealso.publishing;

import org.jspecify.annotations.NullMarked;
