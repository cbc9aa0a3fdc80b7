package org.seealso.emailedform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.Visitor;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.letter.Links.State;
import org.slf4j.LoggerFactory;

/** What a node in production logs, told of everything that can go wrong with a private link: never the link. */
@SeeAlsoTest
class LoggedLinksTest extends AnyForm {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    @BeforeEach
    void asInProduction() {
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void asInTests() {
        root.setLevel(before);
    }

    @Test
    void noLinkIsLoggedWhateverHappensWithIt() {
        String good = link();
        String gone = link(Purpose.FORM, "a-form-nobody-has");
        String nowhere = links.mint(new Link(
                        UUID.randomUUID(),
                        Purpose.HELP,
                        State.OPEN,
                        "a-deployment-nobody-has",
                        "mla-peer",
                        ana.person().id(),
                        ana.id(),
                        null,
                        null,
                        null,
                        Instant.parse("2030-01-01T00:00:00Z")))
                .getPath();
        String unknown = good.substring(0, good.length() - 4) + "AAAA";
        try (Markers markers = new Markers(jdbc)) {
            for (String link : List.of(good, gone, nowhere, unknown)) {
                Visitor visitor = new Visitor(port);
                visitor.head(link);
                visitor.get(link + "/and-more");
                visitor.get(link)
                        .headers()
                        .firstValue("Location")
                        .map(URI::create)
                        .ifPresent(page -> {
                            String form = visitor.get(page.getPath()).body();
                            visitor.form(page.getPath(), "", Map.of("more", "without the hidden field"));
                            visitor.form(page.getPath(), form, Map.of("more", "I run a branch."));
                            visitor.form(page.getPath() + "/live", form, Map.of("more", "half"));
                            visitor.form(page.getPath() + "/copy", form, Map.of());
                        });
                visitor.form(link, "", Map.of());
            }
            stage.time.settle();
            for (String link : List.of(good, gone, nowhere, unknown)) {
                assertThat(markers.places(link.substring(3)))
                        .noneMatch(place -> place.startsWith("log") || place.startsWith("public."));
            }
        }
    }
}
