/** Takes a question of a participant to a coordinator and the reply back (help.bpmn). */
@NullMarked
package org.seealso.help;

import org.jspecify.annotations.NullMarked;
