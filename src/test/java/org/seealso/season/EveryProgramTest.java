package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seealso.SeeAlsoTest;
import org.springframework.test.context.TestPropertySource;

/**
 * A season of every program but the pilot, which has {@link SeasonTest}, with 30 to 60 invented people each, one after the
 * other on one clock.
 */
@SeeAlsoTest
@TestPropertySource(
        properties = {
            "seealso.test.database=every_program",
            "db-scheduler.polling-interval=20ms",
            // Nobody looks at it here, and writing it takes time; the pilot's season does.
            "camunda.bpm.history-level=none"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryProgramTest extends AnySeason {
    private static final List<String> PACES = List.of("monthly", "every 2 months", "never");

    @Order(1)
    @ParameterizedTest
    @CsvSource({
        "vimloc, 30, true, false, 2",
        "peer-group, 31, false, false, 12",
        "wla, 31, true, true, 12",
        "university, 30, true, true, 12",
        "flash, 32, true, true, 1"
    })
    void aSeasonRunsFromThePublicFormToTheEnd(
            String program, int people, boolean mentors, boolean rolling, int months) {
        Map<String, Map<String, Integer>> letters = season(program, people, mentors, rolling, months);
        if (program.equals("flash")) {
            assertThat(letters.values())
                    .as("one meeting needs no check-in")
                    .noneMatch(got -> got.containsKey("check-in"));
        } else {
            assertThat(letters.values()).anyMatch(got -> got.containsKey("check-in"));
        }
    }

    /** Last, because what its people want to go on goes on. */
    @Order(2)
    @Test
    void peopleWhoFoundEachOtherGoOnUntilTheySaySo() {
        Dates dates = dates(true, 9);
        Play play = open("informal", dates);
        List<Cast.Actor> cast = Cast.of("informal", 31, false);
        List<List<Participant>> circles = new ArrayList<>();
        for (int i = 0; i < cast.size(); ) {
            int size = Math.min(2 + circles.size() % 3, cast.size() - i);
            List<Cast.Actor> circle = cast.subList(i, i + size);
            i += size;
            if (size < 2) {
                continue;
            }
            Map<String, List<String>> form = new HashMap<>();
            form.put("name", List.of(circle.get(0).name()));
            form.put("email", List.of(circle.get(0).address()));
            form.put("pace", List.of(PACES.get(circles.size() % 3)));
            for (int n = 1; n < size; n++) {
                form.put("name" + n, List.of(circle.get(n).name()));
                form.put("email" + n, List.of(circle.get(n).address()));
            }
            Cast.Actor first = circle.get(0);
            Participant registrant = participant(new Cast.Actor(first.name(), first.address(), form, "peer"));
            List<Participant> members = new ArrayList<>(List.of(registrant));
            circle.stream().skip(1).map(this::participant).forEach(members::add);
            members.forEach(play::add);
            play.plan(
                    dates.opens().plusDays(1 + 3L * circles.size()),
                    () -> assertThat(registrant.apply("/register/informal")).contains("Each of you gets a letter now"));
            if (circles.size() % 2 == 0) {
                play.plan(dates.opens().plusMonths(5), () -> {
                    if (registrant.mailbox().read().stream()
                            .anyMatch(letter -> letter.subject().contains("You can start"))) {
                        registrant.use("Tell us that it is over", Map.of("over", "yes"));
                    }
                });
            }
            circles.add(members);
        }
        play.playUntil(dates.ends().plusMonths(2));

        Map<String, Map<String, Integer>> letters = play.letters();
        nothingWentWrong();
        List<String> states = states("informal");
        int open = Collections.frequency(states, "ACTIVE");
        assertThat(states).isSubsetOf("ACTIVE", "CLOSED", "CALLED_OFF").contains("ACTIVE", "CLOSED");
        assertThat(runtime.createProcessInstanceQuery().list())
                .as("only what goes on deliberately")
                .extracting(ProcessInstance::getProcessDefinitionId)
                .allMatch(id -> id.matches("(mentorship|check-in|emailed-form):.*"))
                .filteredOn(id -> id.startsWith("mentorship:"))
                .hasSize(open);
        assertThat(jdbc.sql("select count(*) from mentorship where state = 'ACTIVE' and ends_on <> 'infinity'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(letters.values()).allMatch(got -> got.containsKey("confirm-registration"));
        assertThat(letters.values()).anyMatch(got -> got.containsKey("check-in"));
        assertThat(letters.values())
                .as("nobody is matched")
                .noneMatch(got -> got.containsKey("match") || got.containsKey("consent"));
    }
}
