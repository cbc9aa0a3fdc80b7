package org.seealso.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a coordinator wants changed, as the page said it; what is missing or can't be read is empty.
 *
 * @param until the day on which a pause ends, or the new last day
 */
public record Change(
        Optional<Kind> kind,
        Optional<UUID> mentorship,
        Optional<LocalDate> until,
        Optional<UUID> newcomer,
        Optional<UUID> leaver) {

    /** What can be changed, in the order of the page; the words stand in change.bpmn. */
    public enum Kind {
        PAUSE("pause"),
        RESUME("resume"),
        EXTEND("extend"),
        SWAP("swap"),
        JOIN("join"),
        NEW_PARTNER("newPartner"),
        END("end");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        boolean ends() {
            return this == END || this == NEW_PARTNER;
        }

        boolean brings() {
            return this == SWAP || this == JOIN;
        }
    }

    public static Change of(String kind, String mentorship, String until, String newcomer, String leaver) {
        return new Change(
                Stream.of(Kind.values()).filter(k -> k.word.equals(kind)).findFirst(),
                read(mentorship, UUID::fromString),
                read(until, LocalDate::parse),
                read(newcomer, UUID::fromString),
                read(leaver, UUID::fromString));
    }

    private static <T> Optional<T> read(String text, Function<String, T> reader) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(reader.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
