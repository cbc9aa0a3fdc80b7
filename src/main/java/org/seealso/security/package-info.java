/** Who may do what: sign-in, filter chains, groups, authorizations and limits. */
@NullMarked
package org.seealso.security;

import org.jspecify.annotations.NullMarked;
