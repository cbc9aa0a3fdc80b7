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

    @Override
    public boolean has(String deployment, String key, String language) {
        return rules.file(deployment, file(key, language)).isPresent();
    }

    private static String file(String key, String language) {
        return key + (language.equals(Words.ENGLISH) ? "" : "." + language) + ".form";
    }

    private FormSheet read(Place place) {
        String language = has(place.deployment(), place.key(), place.language()) ? place.language() : Words.ENGLISH;
        String file = file(place.key(), language);
        byte[] content = rules.file(place.deployment(), file)
                .orElseThrow(() -> new FormRefused(file, List.of("The published rules have no such form.")));
        return new PublishedFormSheet(place.key(), language, FormReader.read(file, content, feel), feel, clock, page);
    }
}
