/**
 * Everybody's own page: where they are, what they told us, their address, their language, their data to take away, and
 * the way out. No diagram and no task: nobody but its reader has anything to do with it. Letters my-page, new-address-old
 * and new-address-new; pages page-my-page and its neighbours.
 */
@NullMarked
package org.seealso.mypage;

import org.jspecify.annotations.NullMarked;
