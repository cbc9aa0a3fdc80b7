package org.seealso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.seealso.SeeAlso;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.seealso.rules.PublishedRules;
import org.springframework.context.ApplicationContext;

/**
 * One SeeAlso of the crash rounds in a process of its own, whole and with its real rules. First argument: {@code serve},
 * or {@code prepare} with a file for the links and how many people are asked; the rest are settings.
 */
final class CrashNode {
    static final String READY = "the node is ready";
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final String PROGRAM = "mla-peer";

    private CrashNode() {}

    public static void main(String[] arguments) throws IOException {
        boolean prepare = arguments[0].equals("prepare");
        List<String> settings = List.of(arguments).subList(prepare ? 3 : 1, arguments.length);
        ApplicationContext context = CheckInsNode.start(settings, SeeAlso.class);
        if (prepare) {
            int result = 1;
            try {
                Files.write(Path.of(arguments[1]), asked(context, Integer.parseInt(arguments[2])));
                result = 0;
            } finally {
                System.exit(result);
            }
        }
        System.out.println(READY);
    }

    /** Emailed forms that wait for their people, each as its link and its process; no letter is sent. */
    private static List<String> asked(ApplicationContext context, int people) {
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        Cohort cohort = new Cohort(
                UUID.randomUUID(),
                PROGRAM,
                "Crash rounds",
                ZoneId.of("America/Winnipeg"),
                today.minusMonths(3),
                today.minusMonths(2),
                today.plusMonths(1),
                today.plusMonths(2),
                today.plusMonths(8),
                Cohort.State.OPEN);
        context.getBean(Cohorts.class).add(cohort);
        return IntStream.range(0, people)
                .parallel()
                .mapToObj(i -> asked(context, cohort, i))
                .toList();
    }

    private static String asked(ApplicationContext context, Cohort cohort, int i) {
        Participants participants = context.getBean(Participants.class);
        Participant person = participants
                .apply(
                        cohort.id(),
                        context.getBean(People.class).named("Ana Silva", "ana" + i + "@" + cohort.id() + ".example"),
                        "peer")
                .orElseThrow();
        participants.move(person.id(), Participant.State.IN_REVIEW);
        String process = context.getBean(RuntimeService.class)
                .createProcessInstanceByKey("emailed-form")
                .businessKey(person.id().toString())
                .startBeforeActivity("UserTask_AnswerForm")
                .setVariables(Map.of(
                        "program",
                        PROGRAM,
                        "cohortId",
                        cohort.id().toString(),
                        "applicationId",
                        person.id().toString(),
                        "form",
                        "application-more",
                        "letter",
                        "ask-more",
                        "reply",
                        "silence",
                        "remindAt",
                        Date.from(NEVER),
                        "expiresAt",
                        Date.from(NEVER)))
                .execute()
                .getId();
        return context.getBean(Links.class)
                        .mint(new Link(
                                UUID.randomUUID(),
                                Purpose.FORM,
                                State.OPEN,
                                context.getBean(PublishedRules.class).current(),
                                PROGRAM,
                                person.person().id(),
                                person.id(),
                                null,
                                process,
                                "application-more",
                                NEVER))
                        .getPath()
                + " " + process;
    }
}
