package org.seealso.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The smallest SMTP server, which misbehaves on request and counts what it was handed. */
public class SmtpSink implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<String> messageIds = new ConcurrentLinkedQueue<>();
    private final Queue<String> senders = new ConcurrentLinkedQueue<>();
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger cutsLeft = new AtomicInteger();
    private volatile Function<String, String> answerToRecipient = recipient -> "250 OK";

    /** A letter that was acknowledged. {@code nanos} is {@link System#nanoTime()}. */
    public record Taken(String recipient, long nanos) {}

    public SmtpSink(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Closes the connection after that many letters without saying whether they were taken. */
    public SmtpSink cuttingAfterData(int times) {
        cutsLeft.set(times);
        return this;
    }

    public SmtpSink answering(Function<String, String> toRecipient) {
        answerToRecipient = toRecipient;
        return this;
    }

    /** The Message-ID of every letter handed over, acknowledged or not. */
    public List<String> messageIds() {
        return List.copyOf(messageIds);
    }

    /** Where each letter said a bounce should go. */
    public List<String> senders() {
        return List.copyOf(senders);
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    public int received() {
        return received.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                daemon(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            String recipient = "";
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (command) {
                    case "MAIL" -> {
                        senders.add(line.substring(line.indexOf('<') + 1, line.lastIndexOf('>')));
                        say(out, "250 sink");
                    }
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
                        say(out, answerToRecipient.apply(recipient));
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        readLetter(in);
                        if (cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                            return;
                        }
                        say(out, "250 taken");
                        taken.add(new Taken(recipient, System.nanoTime()));
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 sink");
                }
            }
        } catch (IOException e) {
            // The other side left; so do we.
        } finally {
            open.remove(socket);
        }
    }

    private void readLetter(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID:")) {
                messageIds.add(line.substring("Message-ID:".length()).strip());
            }
        }
        received.incrementAndGet();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
