package org.seealso.closing;

import java.sql.Timestamp;
import java.util.UUID;
import org.seealso.engine.DueDates;
import org.seealso.rules.ProgramRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who was asked for a closing survey, so that nobody is asked more often in a year than the row allows. */
@Component
class SurveyLimits {
    private final JdbcClient jdbc;
    private final DueDates dates;

    SurveyLimits(JdbcClient jdbc, DueDates dates) {
        this.jdbc = jdbc;
        this.dates = dates;
    }

    /** Whether this person may be asked at the end of this mentorship; if so, it counts from now on. */
    boolean mayAsk(UUID personId, UUID mentorshipId, ProgramRow row) {
        // Two mentorships of one person often close in the same minute: the second waits here until the first has
        // counted.
        jdbc.sql("select id from person where id = ? for update")
                .param(personId)
                .query(UUID.class)
                .single();
        Timestamp aYearAgo =
                Timestamp.from(dates.morningOf(dates.today(row.zone()).minusYears(1), row.zone()));
        int asked = jdbc.sql(
                        "select count(*) from survey_asked where person_id = ? and program = ? and asked_at > ? and mentorship_id <> ?")
                .params(personId, row.program(), aYearAgo, mentorshipId)
                .query(Integer.class)
                .single();
        if (asked >= row.surveysPerYear()) {
            return false;
        }
        jdbc.sql("insert into survey_asked values (?, ?, ?, ?) on conflict do nothing")
                .params(personId, row.program(), mentorshipId, Timestamp.from(dates.now()))
                .update();
        return true;
    }
}
