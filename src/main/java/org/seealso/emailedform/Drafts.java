package org.seealso.emailedform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Half-filled forms: kept with the link, for nobody but its owner, until the answer is sent or the link is closed. */
@Component
@Transactional
class Drafts {
    /** Far more than any form holds; a draft is written with every pause in typing. */
    private static final int LARGEST = 200_000;

    private final Links links;
    private final ObjectMapper json;

    Drafts(Links links, ObjectMapper json) {
        this.links = links;
        this.json = json;
    }

    /** A conduct report is kept nowhere but encrypted, not even while it is being written (A13). */
    static boolean keeps(Link link) {
        return link.purpose() != Purpose.CONDUCT_REPORT;
    }

    /** False if it is not kept. */
    boolean save(Link link, Map<String, List<String>> fields) {
        if (!keeps(link)) {
            return false;
        }
        try {
            // PostgreSQL's JSON can hold neither NUL nor half a character; the judge says so when it is sent.
            String text = json.writeValueAsString(fields).replace("\\u0000", "");
            if (text.length() > LARGEST || text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
                return false;
            }
            links.saveDraft(link.publicId(), text);
            return true;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that is not JSON", e);
        }
    }

    Map<String, List<String>> of(Link link) {
        return links.draft(link.publicId()).map(this::read).orElse(Map.of());
    }

    private Map<String, List<String>> read(String draft) {
        try {
            return json.readValue(draft, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that is not JSON", e);
        }
    }
}
