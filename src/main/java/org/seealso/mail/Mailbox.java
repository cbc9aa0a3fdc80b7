package org.seealso.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the program's mailbox: hears of new mail at once where the server can tell (IDLE), and looks every minute
 * anyway. A message is put aside only after it was dealt with; what breaks in between finds it again.
 */
@Component
@EnableConfigurationProperties(InboxSettings.class)
public class Mailbox implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int AT_ONCE = 100;

    /** In milliseconds: within a second of the last command the folder answers from memory, which wakes nobody. */
    private static final long SHORTEST_LISTENING = 2_000;

    private static final int PATIENCE = 3;
    private static final int LONGEST_HEADERS = 100_000;
    private static final Flags TAKEN = new Flags("SeeAlsoTaken");

    private final InboxSettings settings;
    private final ObjectProvider<Addressee> addressee;
    private final MessageReader reader;
    private final String address;
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** How often each message could not be dealt with, by its number in the folder. */
    private final Map<Long, Integer> failures = new HashMap<>();

    /** What was said last about why it can't be read; empty while it can. Known to the reading thread alone. */
    private String complaint = "";

    private volatile boolean running;
    private volatile @Nullable IMAPStore open;
    private @Nullable Thread thread;

    Mailbox(InboxSettings settings, ObjectProvider<Addressee> addressee, @Value("${seealso.mail.from}") String from) {
        this.settings = settings;
        this.addressee = addressee;
        this.address = settings.address().isBlank() ? from : settings.address();
        this.reader = new MessageReader(settings.authserv(), from);
    }

    /** Whether there is a mailbox replies can come to. */
    public boolean exists() {
        return settings.exists();
    }

    /** Our address with a key in it: {@code seealso+r-4711@example.org}; arrives here like the bare one. */
    public String address(String prefix, String key) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + "+" + prefix + "-" + key + address.substring(at);
    }

    /** Whether our mail server says who wrote a message; then only what it vouches for acts by itself. */
    public boolean asksWhoWrote() {
        return !settings.authserv().isBlank();
    }

    /** The program whose coordinators read what comes from nobody we know; empty for the first. */
    public String program() {
        return settings.program();
    }

    @Override
    public void start() {
        if (!exists() || running) {
            return;
        }
        running = true;
        Thread reading = new Thread(this::run, "mailbox");
        reading.setDaemon(true);
        reading.start();
        thread = reading;
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        close(open);
        Thread reading = thread;
        if (reading != null) {
            try {
                reading.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        ScheduledExecutorService waker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread waking = new Thread(work, "mailbox-waker");
            waking.setDaemon(true);
            return waking;
        });
        while (running) {
            try (IMAPStore store = connect()) {
                open = store;
                read(store, waker);
            } catch (MessagingException | IllegalStateException e) {
                String trouble = MailboxTrouble.sentence(e, settings);
                if (running && !trouble.equals(complaint)) {
                    LOG.warn("The mailbox can't be read: {}. It is tried again and again.", trouble);
                    complaint = trouble;
                }
            }
            pause();
        }
        waker.shutdownNow();
    }

    private void pause() {
        try {
            boolean over = stopped.await(settings.pollEvery().toMillis(), TimeUnit.MILLISECONDS);
            if (over) {
                running = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private IMAPStore connect() throws MessagingException {
        String protocol = settings.tls() ? "imaps" : "imap";
        long patience = settings.pollEvery().toMillis() + 60_000;
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".connectiontimeout", "10000");
        properties.put("mail." + protocol + ".timeout", Long.toString(patience));
        properties.put("mail." + protocol + ".partialfetch", "false");
        properties.put("mail." + protocol + ".peek", "true");
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore(protocol);
        store.connect(
                settings.host(), settings.port() == 0 ? -1 : settings.port(), settings.user(), settings.password());
        return store;
    }

    private void read(IMAPStore store, ScheduledExecutorService waker) throws MessagingException {
        boolean tells = store.hasCapability("IDLE");
        try (IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder())) {
            folder.open(Folder.READ_WRITE);
            if (!complaint.isEmpty()) {
                LOG.info("The mailbox can be read again.");
                complaint = "";
            }
            while (running) {
                takeAllThere(store, folder);
                if (tells) {
                    listen(folder, waker);
                } else {
                    pause();
                    folder.getMessageCount();
                }
            }
        }
    }

    /** What arrives meanwhile is told in the answer to another command, and so would not end the listening. */
    private void takeAllThere(IMAPStore store, IMAPFolder folder) throws MessagingException {
        int before;
        do {
            before = folder.getMessageCount();
            takeAll(store, folder);
        } while (running && folder.getMessageCount() != before);
    }

    /** Any other command ends the listening: so we look again even if the server forgot to tell. */
    private void listen(IMAPFolder folder, ScheduledExecutorService waker) throws MessagingException {
        long every = Math.max(SHORTEST_LISTENING, settings.pollEvery().toMillis());
        ScheduledFuture<?> wake = waker.schedule(
                () -> {
                    try {
                        folder.getMessageCount();
                    } catch (MessagingException | IllegalStateException closed) {
                        // Then the listening has ended already.
                    }
                },
                every,
                TimeUnit.MILLISECONDS);
        try {
            folder.idle(true);
        } finally {
            wake.cancel(false);
        }
    }

    private void takeAll(IMAPStore store, IMAPFolder folder) throws MessagingException {
        boolean keywords = folder.getPermanentFlags().contains(Flags.Flag.USER);
        Flags taken = keywords ? TAKEN : new Flags(Flags.Flag.SEEN);
        Message[] waiting = folder.search(new FlagTerm(taken, false));
        List<Message> some = new ArrayList<>(List.of(waiting));
        if (some.size() > AT_ONCE) {
            some = some.subList(0, AT_ONCE);
        }
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(some.toArray(Message[]::new), sizes);
        List<Message> done = new ArrayList<>();
        for (Message message : some) {
            if (!running) {
                break;
            }
            if (!message.isSet(Flags.Flag.DELETED) && take(folder, message)) {
                done.add(message);
            }
        }
        if (done.isEmpty()) {
            return;
        }
        Message[] finished = done.toArray(Message[]::new);
        folder.setFlags(finished, taken, true);
        if (!settings.handled().isBlank()) {
            Folder handled = store.getFolder(settings.handled());
            if (!handled.exists()) {
                handled.create(Folder.HOLDS_MESSAGES);
            }
            folder.copyMessages(finished, handled);
            folder.setFlags(finished, new Flags(Flags.Flag.DELETED), true);
            folder.expunge();
        }
    }

    /** True once the message needs no more looking at. */
    private boolean take(IMAPFolder folder, Message message) throws MessagingException {
        Incoming mail = fetched(message);
        Addressee room = addressee.getObject();
        long number = ((UIDFolder) folder).getUID(message);
        try {
            room.take(mail);
            failures.remove(number);
            return true;
        } catch (RuntimeException failed) {
            int times = failures.merge(number, 1, Integer::sum);
            // Not the exception itself: its message may repeat what somebody wrote.
            LOG.warn(
                    "A message can't be dealt with, {} times so far: {}",
                    times,
                    failed.getClass().getSimpleName());
            if (times < PATIENCE) {
                return false;
            }
        }
        try {
            room.giveToAPerson(mail);
            failures.remove(number);
            return true;
        } catch (RuntimeException failed) {
            LOG.error(
                    "A message can't even be given to a person: {}",
                    failed.getClass().getSimpleName());
            return false;
        }
    }

    private Incoming fetched(Message message) throws MessagingException {
        long size = message.getSize();
        if (size <= settings.largest()) {
            Limited whole = new Limited(settings.largest());
            try {
                message.writeTo(whole);
                return reader.read(whole.toByteArray(), true);
            } catch (IOException tooLargeOrBroken) {
                return reader.read(headers(message), false);
            }
        }
        return reader.read(headers(message), false);
    }

    private static byte[] headers(Message message) throws MessagingException {
        StringBuilder headers = new StringBuilder();
        for (String line : Collections.list(((jakarta.mail.internet.MimeMessage) message).getAllHeaderLines())) {
            if (headers.length() < LONGEST_HEADERS) {
                headers.append(line).append("\r\n");
            }
        }
        return headers.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void close(@Nullable IMAPStore store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException e) {
            // Closing a broken connection is what we came for.
        }
    }

    /** A server may say a smaller size than it sends. */
    private static final class Limited extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long most;

        Limited(long most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            if (bytes.size() + (long) length > most) {
                throw new IOException("larger than we read");
            }
            bytes.write(some, offset, length);
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
