package org.seealso.emailedform;

import java.net.URI;
import java.util.Optional;
import org.seealso.letter.Links;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.seealso.letter.OptionalLetters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Ends letters nobody needs from the button some mail programs show beside the sender (RFC 8058). A visit only leads to
 * the form that asks; what a program posts is answered the same whether the address is known or not.
 */
@Controller
class OneClickPage {
    private final Links links;
    private final OptionalLetters letters;

    OneClickPage(Links links, OptionalLetters letters) {
        this.links = links;
        this.letters = letters;
    }

    @GetMapping("/unsubscribe/{token:[A-Za-z0-9_-]+}")
    ResponseEntity<Void> look(@PathVariable String token) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/f/" + token))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PostMapping("/unsubscribe/{token:[A-Za-z0-9_-]+}")
    ResponseEntity<String> stop(@PathVariable String token) {
        Optional<Link> link = links.open(token)
                .filter(known -> known.purpose() == Purpose.OPTIONAL_LETTERS && known.state() == State.OPEN);
        link.ifPresent(known -> letters.stop(known.personId(), known.program()));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body("You get only letters you need from now on.");
    }
}
