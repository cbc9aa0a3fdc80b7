package org.seealso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Listens to everything every test of the whole system logs: a private link in a log would let its reader act. */
public final class NoTokenInLogs implements BeforeAllCallback, AfterEachCallback {
    private static final Pattern LINK = Pattern.compile("/f/[\\w-]{43}");
    private static final Queue<String> TOLD = new ConcurrentLinkedQueue<>();
    private static final Ear EAR = new Ear();

    private static final class Ear extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent line) {
            StringBuilder all =
                    new StringBuilder(line.getFormattedMessage()).append(Arrays.toString(line.getArgumentArray()));
            for (IThrowableProxy fault = line.getThrowableProxy(); fault != null; fault = fault.getCause()) {
                all.append(' ').append(fault.getMessage());
            }
            if (LINK.matcher(all).find()) {
                TOLD.add(line.getLoggerName() + " " + all);
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (!EAR.isStarted()) {
            EAR.setContext(root.getLoggerContext());
            EAR.start();
        }
        // Spring resets the logging of a context that starts.
        if (!root.isAttached(EAR)) {
            root.addAppender(EAR);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        beforeAll(context);
        List<String> told = new ArrayList<>();
        for (String line = TOLD.poll(); line != null; line = TOLD.poll()) {
            told.add(line);
        }
        assertThat(told).as("private links in the log").isEmpty();
    }
}
