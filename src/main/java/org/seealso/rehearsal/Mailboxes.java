package org.seealso.rehearsal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.mail.Delivered;

/** What came to the invented people since they last looked, in an order that is the same every time. */
final class Mailboxes {
    private final Theatre theatre;
    private final Map<String, Member> members;
    private final Set<UUID> seen = new HashSet<>();
    private Instant since;

    /** @param members by their addresses */
    Mailboxes(Theatre theatre, Map<String, Member> members) {
        this.theatre = theatre;
        this.members = members;
        this.since = theatre.clock().instant();
    }

    /** A letter that went out. */
    record Came(
            UUID id,
            String messageId,
            String address,
            String name,
            boolean reminder,
            String deployment,
            @Nullable UUID participantId,
            @Nullable UUID mentorshipId) {}

    /** What a person does with a letter. */
    interface Reading {
        void read(Member reader, Came letter, Delivered mail);
    }

    /** One person after the other; true if there was anything. */
    boolean read(Reading reading) {
        List<Came> all = theatre.jdbc()
                .sql("""
                        select id, message_id, address, name, reminder, deployment, participant_id, mentorship_id
                        from letter where state = 'SENT' and sent_at >= ?""")
                .param(Timestamp.from(since))
                .query(Came.class)
                .list();
        since = theatre.clock().instant();
        Map<Integer, Member> readers = new TreeMap<>();
        Map<String, Came> byId = new HashMap<>();
        for (Came letter : all) {
            Member reader = members.get(letter.address());
            if (seen.add(letter.id()) && reader != null) {
                readers.put(reader.actor().number(), reader);
                byId.put(letter.messageId(), letter);
            }
        }
        readers.values().forEach(reader -> open(reader, byId, reading));
        return !readers.isEmpty();
    }

    private record Opened(Came letter, Delivered mail) {}

    private void open(Member reader, Map<String, Came> byId, Reading reading) {
        List<Delivered> mails = theatre.mail().mailbox(reader.actor().address(), reader.read());
        reader.hasRead(mails.size());
        List<Opened> opened = new ArrayList<>();
        for (Delivered mail : mails) {
            Came letter = byId.get(mail.messageId());
            if (letter != null) {
                opened.add(new Opened(letter, mail));
            }
        }
        // Letters of one moment have no order of their own.
        opened.sort(Comparator.comparing((Opened each) -> each.letter().name())
                .thenComparing(each -> each.letter().reminder())
                .thenComparing(each -> each.mail().subject()));
        opened.forEach(each -> reading.read(reader, each.letter(), each.mail()));
    }
}
