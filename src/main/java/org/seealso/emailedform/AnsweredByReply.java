package org.seealso.emailedform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.seealso.answer.Answer;
import org.seealso.answer.Answers;
import org.seealso.engine.Ids;
import org.seealso.form.Verdict;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for answers that come as a letter instead of from the page: judged by the same form, taken the same way. */
@Component
@Transactional
public class AnsweredByReply {
    private final Links links;
    private final OpenedForms opened;
    private final SentForms sent;
    private final EmailedForms asked;
    private final Answers answers;
    private final ObjectMapper json;

    AnsweredByReply(
            Links links, OpenedForms opened, SentForms sent, EmailedForms asked, Answers answers, ObjectMapper json) {
        this.links = links;
        this.opened = opened;
        this.sent = sent;
        this.asked = asked;
        this.answers = answers;
        this.json = json;
    }

    /** Whether the form behind a letter still waits for its person. */
    public boolean waits(UUID linkId) {
        return open(linkId).isPresent();
    }

    /** What the form says of these answers, in words for people; empty if it would take them. */
    public List<String> faults(UUID linkId, Map<String, List<String>> posted) {
        return open(linkId)
                .map(opened::open)
                .map(asked -> asked.form().judge(posted, asked.context()).errors().stream()
                        .map(Verdict.FieldError::message)
                        .toList())
                .orElse(List.of());
    }

    /** Takes the answers as the page would; false if the form would not have them, or waits no longer. */
    public boolean take(UUID linkId, Map<String, List<String>> posted) {
        return open(linkId)
                .map(opened::open)
                .map(asked -> sent.take(asked, posted).acted())
                .orElse(false);
    }

    /** Keeps what is there of an answer behind a new link to the same form, which comes back. */
    public URI keep(UUID linkId, Map<String, List<String>> posted) {
        Link before = links.byPublicId(linkId).orElseThrow();
        Link next = before.as(Ids.next(), before.state());
        URI address = links.mint(next);
        try {
            links.saveDraft(next.publicId(), json.writeValueAsString(posted));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is not JSON", e);
        }
        return address;
    }

    /** A link to an answered form, for whoever wants to look at it again. */
    public URI lookAgain(UUID linkId) {
        return links.mint(links.byPublicId(linkId).orElseThrow().as(Ids.next(), State.ANSWERED));
    }

    /** Until when the answer may be changed, on the program's clock; empty if the next step has begun. */
    public Optional<ZonedDateTime> changeableUntil(UUID linkId) {
        Link link = links.byPublicId(linkId).orElseThrow();
        return sent.changeableUntil(link).map(until -> opened.onTheirClock(link, until));
    }

    /** What was answered, as the form asked it. */
    public List<Answer> answered(UUID linkId) {
        Link link = links.byPublicId(linkId).orElseThrow();
        List<Answer> all = answers.ofProcess(Objects.requireNonNull(link.processInstance()), opened.key(link));
        return all.stream()
                .filter(answer ->
                        answer.submissionId().equals(all.get(all.size() - 1).submissionId()))
                .toList();
    }

    /** Writes the letter that asks for the form once more; false if it waits no longer. */
    public boolean askAgain(UUID linkId) {
        return open(linkId).map(asked::askAgain).orElse(false);
    }

    private Optional<Link> open(UUID linkId) {
        return links.byPublicId(linkId).filter(opened::isOpen);
    }
}
