package org.seealso.desk.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.seealso.desk.inbox.InboxRepository.Sent;
import org.seealso.mail.TryoutReplies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Whoever tries SeeAlso out is every participant at once, and reads everybody's letters here. */
@Controller
@ConditionalOnProperty("seealso.inbox")
class InboxPage {
    private static final int NEWEST = 300;
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MMM d, yyyy, HH:mm 'UTC'", Locale.CANADA);

    private final InboxRepository letters;
    private final TryoutReplies replies;
    private final String from;

    InboxPage(InboxRepository letters, TryoutReplies replies, @Value("${seealso.mail.from}") String from) {
        this.letters = letters;
        this.replies = replies;
        this.from = from;
    }

    @GetMapping("/inbox")
    String list(@RequestParam(defaultValue = "") String address, Model model) {
        List<Map<String, Object>> rows = letters.newest(address, NEWEST).stream()
                .map(letter -> Map.<String, Object>of(
                        "id", letter.id(),
                        "to", letter.address(),
                        "name", letter.label(),
                        "subject", letter.subject(),
                        "sent", shown(letter.sentAt())))
                .toList();
        model.addAttribute("title", "Inbox");
        model.addAttribute("address", address.strip());
        model.addAttribute("searched", !address.isBlank());
        model.addAttribute("letters", rows);
        model.addAttribute("empty", rows.isEmpty());
        return "inbox/list";
    }

    @GetMapping("/inbox/{id}")
    String one(@PathVariable UUID id, Model model) {
        Sent letter = find(id);
        model.addAttribute("title", letter.subject());
        model.addAttribute("id", letter.id());
        model.addAttribute("subject", letter.subject());
        model.addAttribute("from", letter.senderName() + " <" + from + ">");
        model.addAttribute("to", letter.label() + " <" + letter.address() + ">");
        model.addAttribute("sent", shown(letter.sentAt()));
        model.addAttribute("text", letter.text());
        // A letter's links would open inside the frame, where our own pages refuse to appear.
        model.addAttribute("html", letter.html().replaceFirst("<head>", "<head><base target=\"_blank\">"));
        model.addAttribute("answerable", letters.answerable(id).isPresent());
        model.addAttribute("calendar", letter.calendar() != null);
        String attached = letter.attachmentName();
        model.addAttribute("attached", attached != null);
        model.addAttribute("attachment", attached == null ? "" : attached);
        return "inbox/letter";
    }

    @GetMapping("/inbox/{id}/invite.ics")
    ResponseEntity<byte[]> calendar(@PathVariable UUID id) {
        String calendar = find(id).calendar();
        if (calendar == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invite.ics\"")
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/inbox/{id}/attachment")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id) {
        InboxRepository.Attached file =
                letters.attached(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .body(file.content());
    }

    /** What its reader would send from their mail program. */
    @PostMapping("/inbox/{id}/reply")
    String reply(@PathVariable UUID id, @RequestParam String text) {
        InboxRepository.Answerable letter =
                letters.answerable(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        replies.send(letter.address(), letter.replyTo(), letter.subject(), letter.messageId(), text);
        return "redirect:/inbox";
    }

    private Sent find(UUID id) {
        return letters.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String shown(Instant at) {
        return SHORT.format(at.atOffset(ZoneOffset.UTC));
    }
}
