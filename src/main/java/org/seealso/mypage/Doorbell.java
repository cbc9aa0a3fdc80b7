package org.seealso.mypage;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks an address up only after the page has answered, so that neither its words nor its time tell whether we know it.
 * Nothing is kept of an address we don't know, not even that it was asked for.
 */
@Component
class Doorbell implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final int MOST_WAITING = 1000;

    private final FreshLinks links;
    // One at a time is plenty; whoever rings while a thousand wait is asked by the page to ring again anyway.
    private final ThreadPoolExecutor hall = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, "my-page"),
            new ThreadPoolExecutor.DiscardPolicy());

    Doorbell(FreshLinks links) {
        this.links = links;
    }

    void ring(String email) {
        hall.execute(() -> {
            try {
                links.send(email);
            } catch (RuntimeException trouble) {
                // Without its message: a database likes to repeat what it was asked.
                LOG.warn(
                        "A link to My page was not sent: {}", trouble.getClass().getName());
            }
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        hall.shutdown();
        hall.awaitTermination(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
    }
}
