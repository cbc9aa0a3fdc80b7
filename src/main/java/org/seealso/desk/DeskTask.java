package org.seealso.desk;

import org.jspecify.annotations.Nullable;

/**
 * A form somebody submits at the desk.
 *
 * @param form name of the form without its ending; null if there is none
 * @param embedded true for an HTML form, which has no fields we can judge
 */
record DeskTask(String deployment, @Nullable String form, boolean embedded, TaskSubject subject) {}
