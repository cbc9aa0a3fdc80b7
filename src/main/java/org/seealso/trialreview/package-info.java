/** Asks a member some months after the kickoff whether it fits (trial-review.bpmn; form and letter trial-review). */
@NullMarked
package org.seealso.trialreview;

import org.jspecify.annotations.NullMarked;
