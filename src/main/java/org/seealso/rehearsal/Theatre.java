package org.seealso.rehearsal;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.seealso.engine.Feel;
import org.seealso.engine.VirtualClock;
import org.seealso.letter.Links;
import org.seealso.letter.Outbox;
import org.seealso.mail.EmbeddedMailServer;
import org.seealso.rules.PublishedRules;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running SeeAlso in which a season is played. */
record Theatre(
        int port,
        EmbeddedMailServer mail,
        VirtualClock clock,
        ManagementService management,
        RuntimeService runtime,
        TaskService tasks,
        JdbcClient jdbc,
        Links links,
        Outbox outbox,
        PublishedRules rules,
        Feel feel,
        Walked walked) {

    static Theatre of(ServletWebServerApplicationContext house, EmbeddedMailServer mail) {
        return new Theatre(
                house.getWebServer().getPort(),
                mail,
                house.getBean(VirtualClock.class),
                house.getBean(ManagementService.class),
                house.getBean(RuntimeService.class),
                house.getBean(TaskService.class),
                house.getBean(JdbcClient.class),
                house.getBean(Links.class),
                house.getBean(Outbox.class),
                house.getBean(PublishedRules.class),
                house.getBean(Feel.class),
                house.getBean(Walked.class));
    }
}
