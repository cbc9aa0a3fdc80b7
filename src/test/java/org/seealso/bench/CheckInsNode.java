package org.seealso.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.seealso.SeeAlso;
import org.seealso.letter.MailInTheJob;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.people.Mentorship;
import org.seealso.people.Mentorships;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.people.People;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * One SeeAlso of the check-ins benchmark in a process of its own, whole and with its real rules. First argument: {@code
 * prepare} with two head-counts, {@code ours} or {@code baseline}; the rest are settings.
 */
final class CheckInsNode {
    static final String READY = "the node is ready";
    /** When the timers of the warm-up and of the measured check-ins stand before the driver makes them due. */
    static final Instant WARM_UP_AT = Instant.parse("2100-01-01T00:00:00Z");

    static final Instant MEASURED_AT = Instant.parse("2200-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2300-01-01T00:00:00Z");
    private static final String PROGRAM = "mla-peer";

    private CheckInsNode() {}

    public static void main(String[] arguments) throws IOException {
        String role = arguments[0];
        boolean prepare = role.equals("prepare");
        List<String> settings = new ArrayList<>(List.of(arguments).subList(prepare ? 3 : 1, arguments.length));
        settings.add("--server.port=0");
        ApplicationContext context = role.equals("baseline")
                ? start(settings, SeeAlso.class, MailInTheJob.class)
                : start(settings, SeeAlso.class);
        if (prepare) {
            int result = 1;
            try {
                Mentoring mentoring = new Mentoring(context);
                mentoring.begin(Integer.parseInt(arguments[1]), WARM_UP_AT);
                mentoring.begin(Integer.parseInt(arguments[2]), MEASURED_AT);
                result = 0;
            } finally {
                System.exit(result);
            }
        }
        System.out.println(READY);
    }

    /** A whole SeeAlso, without the tests that stand on the same class path. */
    static ApplicationContext start(List<String> settings, Class<?>... of) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(
                "--logging.level.root=warn",
                "--seealso.conduct-key=conduct-key-of-the-benchmark",
                "--seealso.accounts.admin.password=admin-of-the-benchmark"));
        return new SpringApplicationBuilder(of)
                .initializers(c -> c.getBeanFactory().registerSingleton("theProductAlone", new TheProductAlone()))
                .run(all.toArray(String[]::new));
    }

    /** The tests' own beans stand on the same class path. */
    private static final class TheProductAlone extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof TheProductAlone;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** Pairs in the middle of their term, whose next step is a check-in. */
    private record Mentoring(
            Cohorts cohorts,
            People people,
            Participants participants,
            Mentorships mentorships,
            RuntimeService runtime,
            LocalDate today) {
        Mentoring(ApplicationContext context) {
            this(
                    context.getBean(Cohorts.class),
                    context.getBean(People.class),
                    context.getBean(Participants.class),
                    context.getBean(Mentorships.class),
                    context.getBean(RuntimeService.class),
                    LocalDate.now(context.getBean(Clock.class)));
        }

        void begin(int checkIns, Instant due) {
            Cohort cohort = new Cohort(
                    UUID.randomUUID(),
                    PROGRAM,
                    "Benchmark",
                    java.time.ZoneId.of("America/Winnipeg"),
                    today.minusMonths(3),
                    today.minusMonths(2),
                    today.minusMonths(2),
                    today.minusMonths(1),
                    today.plusMonths(5),
                    Cohort.State.RUNNING);
            cohorts.add(cohort);
            IntStream.range(0, checkIns / 2).parallel().forEach(i -> begin(cohort, due, i));
        }

        private void begin(Cohort cohort, Instant due, int i) {
            UUID id = mentorships.add(
                    cohort.id(),
                    Mentorship.State.ACTIVE,
                    cohort.startsOn(),
                    cohort.endsOn(),
                    List.of(member(cohort, "Ana Silva", i), member(cohort, "Ben Okoro", i)));
            Map<String, Object> variables = new HashMap<>(Map.of(
                    "program",
                    PROGRAM,
                    "cohortId",
                    cohort.id().toString(),
                    "mentorshipId",
                    id.toString(),
                    "label",
                    "Ana Silva & Ben Okoro",
                    "period",
                    0,
                    "nextPeriod",
                    1,
                    "nextAt",
                    Date.from(due),
                    "closingDue",
                    false,
                    "firstContactAt",
                    Date.from(NEVER)));
            runtime.createProcessInstanceByKey("mentorship")
                    .businessKey(id.toString())
                    .setVariables(variables)
                    .startBeforeActivity("Gateway_WhatHappensFirst")
                    .execute();
        }

        private Mentorships.Placed member(Cohort cohort, String name, int i) {
            String address =
                    name.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + i + "@" + cohort.id() + ".example";
            Participant made = participants
                    .apply(cohort.id(), people.named(name, address), "peer")
                    .orElseThrow();
            participants.move(made.id(), Participant.State.MATCHED);
            return new Mentorships.Placed(made.id(), List.of());
        }
    }
}
