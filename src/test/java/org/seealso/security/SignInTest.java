package org.seealso.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.TestClock;
import org.seealso.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@SeeAlsoTest
// A house of its own: what is guessed here uses up the tries of this machine's address, and time never heals them where
// other tests set the clock back.
@TestPropertySource(properties = "seealso.test.database=sign_in")
class SignInTest {
    private static final String PASSWORD = "coordinator-in-tests";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    FirstAccounts firstAccounts;

    @Autowired
    TestClock clock;

    @Test
    void aCoordinatorSignsInOnceForTasklistAndOurPages() {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> sent = visitor.get(TASKLIST);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/login");

        HttpResponse<String> in = visitor.signIn("coordinator", PASSWORD);
        assertThat(in.headers().firstValue("Location").orElseThrow()).contains(TASKLIST);

        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(visitor.engineJson("filter?resourceType=Task&maxResults=100").findValuesAsText("name"))
                .contains("Applications to review", "Matches to confirm", "People who need you", "Overdue", "My tasks")
                .doesNotContain("Conduct reports");
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutInTasklistEndsEverything() {
        Visitor visitor = Visitor.signedIn(port, "coordinator", PASSWORD);
        visitor.get(TASKLIST);

        assertThat(visitor.json(
                                "POST",
                                "/camunda/api/admin/auth/user/default/logout",
                                "{}",
                                visitor.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(visitor.get("/desk").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void theDoorsOfTheEngineAreShutForGood() {
        for (Visitor visitor : new Visitor[] {new Visitor(port), Visitor.signedIn(port, "admin", "admin-in-tests")}) {
            String user = "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}";
            assertThat(visitor.json("POST", "/camunda/api/admin/setup/default/user/create", user, Optional.empty())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visitor.get("/camunda/app/admin/default/setup/").statusCode())
                    .isEqualTo(404);
            assertThat(visitor.json(
                                    "POST",
                                    "/camunda/api/admin/auth/user/default/login/tasklist",
                                    "username=coordinator&password=" + PASSWORD,
                                    Optional.empty())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visitor.get("/engine-rest/engine").statusCode()).isEqualTo(404);
            assertThat(visitor.get("/nowhere").statusCode()).isEqualTo(404);
        }
        assertThat(identity.createUserQuery().userId("eve").count()).isZero();
    }

    @Test
    void wrongPasswordsAreAnsweredAlikeAndNeverLockTheRightOneOut() {
        clock.set(Instant.parse("2030-01-01T15:00:00Z"));
        Visitor guesser = new Visitor(port);
        String unknown = location(guesser.signIn("nobody", "x"));
        String wrong = location(guesser.signIn("handler", "x"));
        assertThat(wrong).isEqualTo(unknown).endsWith("/login?again");

        for (int i = 0; i < 1000; i++) {
            identity.checkPassword("handler", "wrong " + i);
        }
        for (int i = 0; i < 60; i++) {
            guesser.signIn("handler", "wrong " + i);
        }
        assertThat(location(guesser.signIn("handler", "handler-in-tests"))).endsWith("/login?again");

        clock.set(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(location(guesser.signIn("handler", "handler-in-tests"))).contains(TASKLIST);
    }

    @Test
    void aPostWithoutTheTokenIsRefused() {
        Visitor visitor = Visitor.signedIn(port, "coordinator", PASSWORD);
        visitor.get(TASKLIST);
        assertThat(visitor.json("POST", "/camunda/api/engine/engine/default/task", "{}", Optional.empty())
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(port)
                        .json("POST", "/apply/mla-peer", "{}", Optional.empty())
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(port, "coordinator", PASSWORD)
                        .json("POST", "/desk/api/anything", "{}", Optional.empty())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormInsideTasklistPostsToOurPagesWithTheSameToken() {
        Visitor visitor = Visitor.signedIn(port, "coordinator", PASSWORD);
        visitor.get(TASKLIST);
        assertThat(visitor.json("POST", "/desk/api/anything", "{}", visitor.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(404);
        visitor.get("/desk");
        assertThat(visitor.engine("POST", "task?maxResults=10", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodySeesATaskThatIsNotOfferedToThem() {
        Task task = tasks.newTask();
        task.setName("Only for conduct handlers");
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), Groups.CONDUCT_HANDLERS);
        try {
            Visitor coordinator = Visitor.signedIn(port, "coordinator", PASSWORD);
            assertThat(coordinator
                            .get("/camunda/api/engine/engine/default/task")
                            .body())
                    .doesNotContain("Only for conduct handlers");
            assertThat(coordinator
                            .engine("POST", "task/" + task.getId() + "/complete", "{}")
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void nobodyDeploysOrStoresOrWritesPastTheDesk() {
        for (String[] who : new String[][] {{"coordinator", PASSWORD}, {"admin", "admin-in-tests"}}) {
            Visitor visitor = Visitor.signedIn(port, who[0], who[1]);
            for (String call : new String[] {
                "deployment/create",
                "filter/create",
                "task/x/variables",
                "task/x/localVariables",
                "task/x/comment/create",
                "task/x/attachment/create",
                "process-definition/key/program/start",
                "message",
                "signal"
            }) {
                assertThat(visitor.engine("POST", call, "{}").statusCode())
                        .as(who[0] + " " + call)
                        .isEqualTo(403);
            }
        }
        long before = repository.createDeploymentQuery().count();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void expressionsInStoredAndAdhocQueriesStayClosed() {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(2000);
        Visitor visitor = Visitor.signedIn(port, "coordinator", PASSWORD);
        assertThat(visitor.engine("POST", "task?maxResults=10", "{\"assigneeExpression\":\"${currentUser()}\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void myTasksAndOverdueFollowThePersonAndTheClock() {
        Task task = tasks.newTask();
        task.setName("Claimed by the coordinator");
        task.setAssignee("coordinator");
        task.setDueDate(java.util.Date.from(clock.instant().minus(Duration.ofDays(1))));
        tasks.saveTask(task);
        try {
            for (String list : new String[] {"My tasks", "Overdue"}) {
                String id = engine.getFilterService()
                        .createFilterQuery()
                        .filterName(list)
                        .singleResult()
                        .getId();
                Visitor coordinator = Visitor.signedIn(port, "coordinator", PASSWORD);
                assertThat(coordinator
                                .engine("POST", "filter/" + id + "/list?maxResults=10", "{}")
                                .body())
                        .as(list)
                        .contains("Claimed by the coordinator");
                assertThat(coordinator
                                .engineJson("filter/" + id + "/count")
                                .path("count")
                                .asInt())
                        .isPositive();
                assertThat(Visitor.signedIn(port, "handler", "handler-in-tests")
                                .engine("POST", "filter/" + id + "/list?maxResults=10", "{}")
                                .body())
                        .as(list)
                        .doesNotContain("Claimed by the coordinator");
            }
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void aSecondStartChangesNothingThatIsThere() {
        identity.createUserQuery().userId("coordinator").singleResult();
        long grants =
                engine.getAuthorizationService().createAuthorizationQuery().count();
        long filters = engine.getFilterService().createFilterQuery().count();

        firstAccounts.afterSingletonsInstantiated();

        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count())
                .isEqualTo(grants);
        assertThat(engine.getFilterService().createFilterQuery().count()).isEqualTo(filters);
        assertThat(identity.checkPassword("coordinator", PASSWORD)).isTrue();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
