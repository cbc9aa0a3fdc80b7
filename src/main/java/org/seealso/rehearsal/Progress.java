package org.seealso.rehearsal;

import java.time.LocalDate;

/** Hears how far a rehearsal is. */
public interface Progress {
    Progress NONE = (percent, what) -> {};

    /** @param percent 0 to 100; @param what "12 January: 340 letters" */
    void tell(int percent, String what);

    default void at(LocalDate today, LocalDate first, LocalDate last, int letters) {
        long all = Math.max(1, last.toEpochDay() - first.toEpochDay());
        long done = Math.max(0, Math.min(all, today.toEpochDay() - first.toEpochDay()));
        tell((int) (done * 97 / all), today + ", " + letters + " letters");
    }
}
