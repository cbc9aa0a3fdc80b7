/**
 * Deals with the mail that arrives (reply.bpmn): answers to forms by their questions' numbers, bounces, complaints, and
 * everything else as a coordinator's task (read-reply.form).
 */
@NullMarked
package org.seealso.reply;

import org.jspecify.annotations.NullMarked;
