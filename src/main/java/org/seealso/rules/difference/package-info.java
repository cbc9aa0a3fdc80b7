/** What changes from one set of rules to another, in words for people and in data for the admin's page. */
@NullMarked
package org.seealso.rules.difference;

import org.jspecify.annotations.NullMarked;
