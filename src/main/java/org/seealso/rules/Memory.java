package org.seealso.rules;

import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a file that has not changed since. An admin's page checks the same three hundred files again and
 * again, and reading is most of the work; the memory gives way when space is short.
 */
final class Memory {
    private static final int MOST = 3000;

    private final Map<String, SoftReference<Object>> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Object>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param what is asked of the bytes; the same question must always have the same answer
     */
    @SuppressWarnings("unchecked")
    synchronized <T> T once(String what, byte[] bytes, Supplier<T> answer) {
        String key = what + " " + fingerprint(bytes);
        SoftReference<Object> kept = known.get(key);
        @Nullable Object before = kept == null ? null : kept.get();
        if (before != null) {
            return (T) before;
        }
        T now = answer.get();
        known.put(key, new SoftReference<>(now));
        return now;
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
