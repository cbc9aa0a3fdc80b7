package org.seealso.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.util.function.SingletonSupplier;

/**
 * The rules as one set of named files ({@code check-in.bpmn}, {@code check-in.form}, {@code letters/check-in.md}),
 * together with what went wrong while reading them.
 */
public final class RuleFiles {
    private final SortedMap<String, byte[]> files;
    private final List<Fault> readingFaults;
    private final List<Fault> readingNotices;
    private final SingletonSupplier<String> fingerprint = SingletonSupplier.of(this::digest);

    RuleFiles(Map<String, byte[]> files, List<Fault> readingFaults, List<Fault> readingNotices) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((name, bytes) -> copy.put(name, bytes.clone()));
        this.files = Collections.unmodifiableSortedMap(copy);
        this.readingFaults = List.copyOf(readingFaults);
        this.readingNotices = List.copyOf(readingNotices);
    }

    public static RuleFiles of(Map<String, byte[]> files) {
        return new RuleFiles(files, List.of(), List.of());
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    public SortedSet<String> names(String suffix) {
        SortedSet<String> found = new TreeSet<>(files.keySet());
        found.removeIf(name -> !name.endsWith(suffix));
        return found;
    }

    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    byte[] bytes(String name) {
        return file(name).orElseThrow(() -> new IllegalArgumentException("There is no file " + name));
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    List<Fault> readingFaults() {
        return readingFaults;
    }

    /** The rows of all programs, in the order of the table; empty if there is no table. */
    public List<ProgramRow> programs() {
        return file(ProgramTable.FILE).map(dmn -> new ProgramTable(dmn).rows()).orElse(List.of());
    }

    List<Fault> readingNotices() {
        return readingNotices;
    }

    /** Changes when any name or any byte of any file changes. */
    public String fingerprint() {
        return fingerprint.obtain();
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bare name without folder and ending: {@code letters/check-in.md} is {@code check-in}. */
    static String stem(String name) {
        String bare = name.substring(name.lastIndexOf('/') + 1);
        int dot = bare.lastIndexOf('.');
        return dot < 0 ? bare : bare.substring(0, dot);
    }
}
