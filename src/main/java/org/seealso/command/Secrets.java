package org.seealso.command;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;

/** Passwords made up once and kept beside the data, readable by the owner only. */
final class Secrets {
    private static final String FILE = "secrets.properties";
    private static final String SHOWN = "passwords-shown";
    /** No letter that could be read as another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties kept = new Properties();

    Secrets(Path data) {
        this.file = data.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new CannotStart("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
            }
        }
    }

    /** The password of this name; made up at the first call ever. */
    String password(String name) {
        String known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = random();
        kept.setProperty(name, made);
        save();
        return made;
    }

    boolean shown() {
        return kept.containsKey(SHOWN);
    }

    void markShown() {
        kept.setProperty(SHOWN, "true");
        save();
    }

    /** 20 letters of 31: 99 bits, in groups that can be typed. */
    private static String random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Written beside and moved, so that a crash in the middle loses no password. */
    private void save() {
        try {
            Path fresh = file.resolveSibling(FILE + ".new");
            Files.deleteIfExists(fresh);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                kept.store(writer, "SeeAlso made these up at its first start. Keep them with the data.");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
