package org.seealso.mentorship;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.seealso.Stage;
import org.seealso.confidence.ConductReports;
import org.seealso.engine.Messages;
import org.seealso.form.FormBook;
import org.seealso.letter.Links;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a test of whole {@link Life lives} needs of the system. */
abstract class AnyLife {
    @Autowired
    Stage stage;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Links links;

    @Autowired
    FormBook forms;

    @Autowired
    Messages messages;

    @Autowired
    ConductReports reports;

    @LocalServerPort
    int port;

    Life.World world() {
        return new Life.World(stage, tasks, management, jdbc, links, forms, messages, reports, port);
    }
}
