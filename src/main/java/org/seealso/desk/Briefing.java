package org.seealso.desk;

import java.util.Map;

/**
 * Everything needed to decide a task, read for this one look and never kept in the engine (house law 3). The keys are
 * what a form may show: {@code about} and {@code history} (rows of question and answer), {@code people} (rows of name
 * and email), {@code results} (rows of what and count) and {@code who}.
 */
interface Briefing {
    Map<String, Object> of(TaskSubject subject);
}
