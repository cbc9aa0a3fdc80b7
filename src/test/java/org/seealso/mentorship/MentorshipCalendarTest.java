package org.seealso.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Check-ins come on their days, each once, wherever people live and whatever the clocks there do. */
@SeeAlsoTest
class MentorshipCalendarTest {
    private static final int MONTHS = 4;

    @Autowired
    Stage stage;

    @Autowired
    Mentorships mentorships;

    @Autowired
    RepositoryService repository;

    @Autowired
    PublishedRules rules;

    @Autowired
    JdbcClient jdbc;

    private String elsewhere = "";

    @AfterEach
    void comeHome() {
        if (!elsewhere.isEmpty()) {
            stage.opensOn("2026-01-12");
            repository.deleteDeployment(elsewhere, true);
        }
    }

    /** The days lie around the changes of the clocks, and at the ends of months. */
    @ParameterizedTest
    @CsvSource({
        "America/Winnipeg, 2027-01-31 2027-02-13 2026-10-01",
        "America/St_Johns, 2028-02-29 2027-02-14 2026-10-01",
        "Europe/Berlin, 2028-01-31 2027-02-28 2026-09-25",
        "Australia/Lord_Howe, 2026-12-31 2027-03-04 2026-09-04",
        "UTC, 2028-01-30 2028-02-29"
    })
    void everyCheckInComesOnceAtNineInTheMorningOfItsDay(String zone, String firstDays) throws IOException {
        moveTo(zone);
        for (String first : firstDays.split(" ")) {
            LocalDate anchor = LocalDate.parse(first);
            Mentorship pair = startedOn(anchor);
            stage.time.travelTo(anchor.plusMonths(MONTHS).plusDays(3));

            assertThat(checkIns(pair, zone))
                    .as("from %s in %s", anchor, zone)
                    .containsExactlyElementsOf(Stream.iterate(1, n -> n <= MONTHS, n -> n + 1)
                            .map(n -> anchor.plusMonths(n) + " 09:00")
                            .toList());
        }
    }

    @Test
    void afterAnOutageOfTwoMonthsTheMissedCheckInsBecomeOneAndTheNextComesOnItsDay() {
        Mentorship pair = startedOn(LocalDate.parse("2026-01-31"));
        stage.time.travelTo(LocalDate.parse("2026-03-02"));
        stage.clock.set(Stage.at("2026-05-02", LocalTime.of(14, 0)));
        stage.time.settle();
        assertThat(checkIns(pair, "America/Winnipeg"))
                .as("those of March 31 and April 30 are one")
                .containsExactly("2026-02-28 09:00", "2026-05-02 14:00");

        stage.time.travelTo(LocalDate.parse("2026-06-03"));
        assertThat(checkIns(pair, "America/Winnipeg"))
                .containsExactly("2026-02-28 09:00", "2026-05-02 14:00", "2026-05-31 09:00");
    }

    /** A mentorship of one, so that each check-in is one letter; nobody ever answers. */
    private Mentorship startedOn(LocalDate day) {
        stage.opensOn(day.toString());
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        Participant ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        UUID id = mentorships.add(
                cohort.id(),
                Mentorship.State.PLANNED,
                day,
                day.plusMonths(MONTHS + 2),
                List.of(new Mentorships.Placed(ana.id(), List.of())));
        Mentorship made = mentorships.mentorship(id);
        stage.start(made);
        return made;
    }

    /** When each check-in was asked, as the clocks there show it. */
    private List<String> checkIns(Mentorship mentorship, String zone) {
        List<Instant> written = jdbc.sql("select created_at from letter where mentorship_id = ? and name = 'check-in'"
                        + " and not reminder order by created_at")
                .param(mentorship.id())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
        List<String> moments = new ArrayList<>();
        for (Instant at : written) {
            var there = at.atZone(ZoneId.of(zone));
            moments.add(
                    there.toLocalDate() + " " + there.toLocalTime().toString().substring(0, 5));
        }
        return moments;
    }

    /** Publishes the same rules with the program in another zone. */
    private void moveTo(String zone) throws IOException {
        String home = rules.current();
        DeploymentBuilder builder = repository.createDeployment().name("SeeAlso in " + zone);
        for (String name : repository.getDeploymentResourceNames(home)) {
            try (InputStream file = repository.getResourceAsStream(home, name)) {
                byte[] bytes = file.readAllBytes();
                if (name.equals("program-rules.dmn")) {
                    String there = new String(bytes, StandardCharsets.UTF_8)
                            .replace("\"America/Winnipeg\"", "\"" + zone + "\"");
                    bytes = there.getBytes(StandardCharsets.UTF_8);
                }
                builder.addInputStream(name, new ByteArrayInputStream(bytes));
            }
        }
        elsewhere = builder.deploy().getId();
    }
}
