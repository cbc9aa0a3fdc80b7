package org.seealso.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.seealso.letter.LetterOrder;
import org.seealso.letter.LetterRooms;
import org.seealso.letter.Letters;
import org.seealso.letter.Outbox;
import org.seealso.mail.Outcome;
import org.seealso.mail.Outgoing;
import org.seealso.mail.Post;
import org.seealso.mail.SmtpSink;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters per second through the real outbox on a real PostgreSQL, against the raw limit: the same messages over one
 * kept-open connection to the same SMTP sink, without outbox or database, in the same run. Argument: how many letters.
 */
public final class LettersBenchmark {
    private static final int WARM_UP = 300;

    private LettersBenchmark() {}

    public static void main(String[] arguments) {
        int count = arguments.length == 0 ? 2000 : Integer.parseInt(arguments[0]);
        try (SmtpSink sink = new SmtpSink(0);
                ConfigurableApplicationContext context = new SpringApplicationBuilder(LetterRooms.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .run(
                                "--spring.mail.host=127.0.0.1",
                                "--spring.mail.port=" + sink.port(),
                                "--seealso.inbox=true",
                                "--logging.level.root=warn")) {
            Bench bench = new Bench(context, sink);
            bench.throughOutbox(WARM_UP);
            bench.raw(bench.written(), WARM_UP);

            double writing = bench.writing(count);
            double outbox = bench.sending(count);
            List<Outgoing> same = bench.written().subList(0, count);
            double raw = bench.raw(same, count);

            System.out.printf("letters                                   %,8d%n", count);
            System.out.printf("written into the outbox                   %,8.0f /s%n", writing);
            System.out.printf("sent from the outbox                      %,8.0f /s%n", outbox);
            System.out.printf("raw limit of one kept-open connection     %,8.0f /s%n", raw);
            System.out.printf("outbox / raw limit                        %8.2f%n", outbox / raw);
        }
    }

    private record Bench(ConfigurableApplicationContext context, SmtpSink sink) {
        void throughOutbox(int count) {
            writing(count);
            sending(count);
        }

        /** All letters in one transaction, so that none leaves before the clock for sending starts. */
        double writing(int count) {
            Letters letters = context.getBean(Letters.class);
            UUID person = person();
            return perSecond(
                    count,
                    () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                            .executeWithoutResult(status -> {
                                for (int i = 0; i < count; i++) {
                                    letters.write(new LetterOrder(
                                            "thanks",
                                            "folder",
                                            "mla-peer",
                                            person,
                                            null,
                                            null,
                                            Map.of(),
                                            null,
                                            List.of()));
                                }
                            }));
        }

        double sending(int count) {
            Outbox outbox = context.getBean(Outbox.class);
            return perSecond(count, () -> until(() -> outbox.waiting() == 0));
        }

        double raw(List<Outgoing> letters, int count) {
            Post post = context.getBean(Post.class);
            int before = sink.received();
            double speed = perSecond(
                    count,
                    () -> letters.stream().limit(count).forEach(letter -> {
                        if (!(post.send(letter) instanceof Outcome.Sent)) {
                            throw new IllegalStateException("The sink did not take a letter");
                        }
                    }));
            if (sink.received() - before != count) {
                throw new IllegalStateException("The sink counted otherwise");
            }
            return speed;
        }

        List<Outgoing> written() {
            return new ArrayList<>(context.getBean(JdbcClient.class)
                    .sql("select * from letter order by created_at desc, id")
                    .query((row, number) -> new Outgoing(
                            row.getString("message_id"),
                            row.getString("in_reply_to"),
                            row.getString("sender_name"),
                            row.getString("reply_to"),
                            row.getString("address"),
                            row.getString("subject"),
                            row.getString("text"),
                            row.getString("html"),
                            row.getString("calendar"),
                            null,
                            null,
                            null,
                            row.getString("program")))
                    .list());
        }

        private UUID person() {
            UUID person = UUID.randomUUID();
            context.getBean(JdbcClient.class)
                    .sql("insert into person (id, name, email, created_at) values (?, 'Ana Silva', ?, now())")
                    .params(person, person + "@readers.example")
                    .update();
            return person;
        }

        private static double perSecond(int count, Runnable work) {
            long start = System.nanoTime();
            work.run();
            return count / ((System.nanoTime() - start) / 1e9);
        }

        private static void until(BooleanSupplier done) {
            while (!done.getAsBoolean()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }
}
