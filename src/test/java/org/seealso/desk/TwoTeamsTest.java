package org.seealso.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.Visitor;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.security.Groups;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two programs, two teams: whatever a coordinator can look at shows her own program and nothing of the other. */
@SeeAlsoTest
class TwoTeamsTest {
    private static final String PASSWORD = "team-member-in-tests";

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    /** A program with somebody who asked for help, and the coordinator who looks after it. */
    private record Side(String program, String account, Cohort cohort, Mentorship mentorship, Task task) {
        String mark() {
            return mentorship.members().get(0).person().name();
        }
    }

    private Side mla;
    private Side vimloc;

    @BeforeEach
    void twoPrograms() {
        stage.opensOn("2026-03-02");
        mla = side("mla-peer", "mla-coordinators", "Marguerite Mla", "peer", "Manon Other", "peer");
        vimloc = side("vimloc", "vimloc-committee", "Vikram Vimloc", "mentor", "Vera Other", "mentee");
    }

    private Side side(String program, String team, String name, String role, String partner, String otherRole) {
        String account = team.replaceAll("-.*", "");
        User user = identity.newUser(account);
        user.setFirstName("Somebody");
        user.setLastName(team);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        identity.createMembership(account, Groups.COORDINATORS);
        identity.createMembership(account, team);
        Cohort cohort = stage.cohort(program, Cohort.State.RUNNING);
        Participant one = stage.participant(cohort, name, role, Participant.State.MATCHED);
        Mentorship mentorship =
                stage.mentorship(cohort, one, stage.participant(cohort, partner, otherRole, Participant.State.MATCHED));
        stage.start(mentorship);
        ProcessInstance asking = stage.start(
                "help.asked",
                one.id(),
                Map.of(
                        "program", program,
                        "applicationId", one.id().toString(),
                        "mentorshipId", mentorship.id().toString(),
                        "submissionId",
                                stage.submission(one, mentorship.id(), "help", Map.of("question", "How?"))
                                        .toString(),
                        "label", name));
        stage.time.settle();
        Task task = tasks.createTaskQuery().processInstanceId(asking.getId()).singleResult();
        return new Side(program, account, cohort, stage.now(mentorship), task);
    }

    @AfterEach
    void nobodyStays() {
        identity.deleteUser(mla.account());
        identity.deleteUser(vimloc.account());
    }

    /** Every page and question of the desk and of Tasklist that lists or shows something of this program. */
    private Map<String, String> everythingOf(Side side) {
        Map<String, String> all = new LinkedHashMap<>();
        String engine = "/camunda/api/engine/engine/default/";
        all.put("overview", "/desk");
        all.put("mentorships", "/desk/api/mentorships");
        all.put("mentorship", "/desk/api/mentorships/" + side.mentorship().id());
        all.put("matches", "/desk/api/matching/" + side.cohort().id());
        all.put("lists and tables", "/desk/exchange");
        all.put("cohort's tables", "/desk/exchange/" + side.cohort().id());
        String exchange = "/desk/exchange/" + side.cohort().id();
        all.put("template", exchange + "/template/together.csv");
        all.put("peers", exchange + "/table/people-peer.csv");
        all.put("mentors", exchange + "/table/people-mentor.csv");
        all.put("mentees", exchange + "/table/people-mentee.csv");
        all.put("pairs and groups", exchange + "/table/mentorships.csv");
        all.put("check-ins in numbers", exchange + "/table/check-ins.csv");
        all.put("programs to start", "/desk/api/cohorts/programs");
        all.put("cohorts ahead", "/desk/api/cohorts");
        all.put("tasks", engine + "task?maxResults=500");
        all.put("task", engine + "task/" + side.task().getId());
        all.put("task's variables", engine + "task/" + side.task().getId() + "/form-variables?deserializeValues=false");
        all.put("task's form", engine + "task/" + side.task().getId() + "/deployed-form");
        all.put("process", engine + "process-instance/" + side.task().getProcessInstanceId());
        all.put("processes", engine + "process-instance?maxResults=500");
        all.put(
                "process's variables",
                engine + "process-instance/" + side.task().getProcessInstanceId() + "/variables");
        all.put("teams", engine + "tenant");
        filters.createFilterQuery()
                .list()
                .forEach(filter -> all.put(
                        "list " + filter.getName(), engine + "filter/" + filter.getId() + "/list?maxResults=500"));
        return all;
    }

    private static List<String> traces(Side side) {
        List<String> traces = new ArrayList<>(List.of(
                side.cohort().id().toString(),
                side.mentorship().id().toString(),
                side.task().getId(),
                side.task().getProcessInstanceId()));
        side.mentorship().members().forEach(member -> {
            traces.add(member.person().name());
            traces.add(member.person().email());
        });
        return traces;
    }

    private Visitor signedIn(Side side) {
        return Visitor.signedIn(port, side.account(), PASSWORD);
    }

    @Test
    void aCoordinatorOfOneSeesNothingOfTheOther() {
        for (List<Side> pair : List.of(List.of(mla, vimloc), List.of(vimloc, mla))) {
            Side own = pair.get(0);
            Side other = pair.get(1);
            Visitor coordinator = signedIn(own);
            everythingOf(other).forEach((what, path) -> {
                // What was asked for stands in the address and may be said again; nothing else may.
                HttpResponse<String> answer = coordinator.get(path);
                String said = answer.body();
                for (String trace : traces(other)) {
                    if (!path.contains(trace)) {
                        assertThat(said)
                                .as(own.program() + " asks for the other's " + what)
                                .doesNotContain(trace);
                    }
                }
            });
        }
    }

    @Test
    void andEverythingOfHerOwn() {
        Visitor coordinator = signedIn(mla);
        Map<String, String> all = everythingOf(mla);
        for (String what : List.of("mentorships", "mentorship", "task's variables", "peers", "pairs and groups")) {
            assertThat(coordinator.get(String.valueOf(all.get(what))).body())
                    .as(what)
                    .contains(mla.mark().split(" ")[0]);
        }
        assertThat(coordinator.get("/desk").body()).contains(mla.cohort().name());
        assertThat(coordinator
                        .get(String.valueOf(all.get("list All open tasks")))
                        .body())
                .contains(mla.task().getId());
        JsonNode task = coordinator.engineJson("task/" + mla.task().getId());
        assertThat(task.path("name").asText()).isEqualTo("Answer question");
    }

    @Test
    void sheCannotActThereEither() {
        Visitor stranger = signedIn(vimloc);
        String task = "task/" + mla.task().getId();
        assertThat(stranger.engine("POST", task + "/claim", "{\"userId\": \"" + vimloc.account() + "\"}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(stranger.engine(
                                "POST", task + "/submit-form", "{\"variables\": {\"reply\": {\"value\": \"Hello\"}}}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        HttpResponse<String> started =
                stranger.engine("POST", "process-definition/key/change/submit-form", """
                {"variables": {"change": {"value": "pause"}, "mentorshipId": {"value": "%s"},
                  "until": {"value": "2026-04-01"}}}""".formatted(
                                mla.mentorship().id()));
        assertThat(started.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(started.body()).contains("Another team looks after this program");
        stage.time.settle();
        assertThat(tasks.createTaskQuery()
                        .taskId(mla.task().getId())
                        .singleResult()
                        .getAssignee())
                .isNull();
        assertThat(stage.now(mla.mentorship()).pausedUntil()).isNull();
    }
}
