package org.seealso.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import org.seealso.engine.Feel;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** The forms of published deployments, each read once: a deployment never changes. */
@Component
class PublishedFormBook implements FormBook {
    private record Place(String deployment, String key, String language) {}

    private final PublishedRules rules;
    private final Feel feel;
    private final Clock clock;
    private final FormPage page = new FormPage();
    private final Cache<Place, FormSheet> sheets =
            Caffeine.newBuilder().maximumSize(500).build();

    PublishedFormBook(PublishedRules rules, Feel feel, Clock clock) {
        this.rules = rules;
        this.feel = feel;
        this.clock = clock;
    }

    @Override
    public FormSheet open(String deployment, String key, String language) {
        return sheets.get(new Place(deployment, key, language), this::read);
    }

    private FormSheet read(Place place) {
        String variant = place.key() + "." + place.language() + ".form";
        boolean translated = !place.language().equals(Words.ENGLISH)
                && rules.file(place.deployment(), variant).isPresent();
        String file = translated ? variant : place.key() + ".form";
        byte[] content = rules.file(place.deployment(), file)
                .orElseThrow(() -> new FormRefused(file, List.of("The published rules have no such form.")));
        String language = translated ? place.language() : Words.ENGLISH;
        return new PublishedFormSheet(place.key(), language, FormReader.read(file, content, feel), feel, clock, page);
    }
}
