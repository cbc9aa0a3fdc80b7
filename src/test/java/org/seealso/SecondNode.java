package org.seealso;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The product once more, over the same database, mail server, mailbox and clock as the test's own. */
public final class SecondNode implements AutoCloseable {
    private static final List<String> SHARED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.mail.host",
            "spring.mail.port",
            "camunda.bpm.job-execution.enabled",
            "seealso.quickstart",
            "seealso.conduct-key",
            "seealso.second-thoughts",
            "seealso.limits.public-per-minute",
            "seealso.limits.links-per-minute",
            "seealso.accounts.admin.password",
            "seealso.mail.inbox.host",
            "seealso.mail.inbox.port",
            "seealso.mail.inbox.user",
            "seealso.mail.inbox.password",
            "seealso.mail.inbox.address",
            "seealso.mail.inbox.tls",
            "seealso.mail.inbox.authserv",
            "seealso.mail.inbox.poll-every");

    private final ConfigurableApplicationContext context;

    private SecondNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SecondNode beside(Environment first, Clock clock) {
        List<String> same =
                new ArrayList<>(List.of("--server.port=0", "--camunda.bpm.generate-unique-process-engine-name=true"));
        for (String name : SHARED) {
            String value = first.getProperty(name);
            if (value != null) {
                same.add("--" + name + "=" + value);
            }
        }
        return new SecondNode(new SpringApplicationBuilder(SeeAlso.class)
                .initializers(c -> {
                    c.getBeanFactory().registerSingleton("theProductAlone", new TheProductAlone());
                    c.getBeanFactory().registerSingleton("sameClock", clock);
                })
                .run(same.toArray(String[]::new)));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
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
}
