package org.seealso.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.seealso.engine.Feel;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;

/** The forms of published deployments, each read once: a deployment never changes. */
@Component
class PublishedFormBook implements FormBook {
    private static final Pattern NAME = Pattern.compile("\\w+");
    /** As JSON writes the end of a line. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\[a-z]");

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
        // Not computed inside the cache: reading a variant that is not there opens the English form.
        Place place = new Place(deployment, key, language);
        FormSheet known = sheets.getIfPresent(place);
        return known == null ? keep(place, read(place)) : known;
    }

    @Override
    public boolean has(String deployment, String key, String language) {
        return rules.file(deployment, file(key, language)).isPresent();
    }

    private static String file(String key, String language) {
        return key + (language.equals(Words.ENGLISH) ? "" : "." + language) + ".form";
    }

    private FormSheet keep(Place place, FormSheet sheet) {
        return sheets.asMap().computeIfAbsent(place, none -> sheet);
    }

    private FormSheet read(Place place) {
        String variant = file(place.key(), place.language());
        String english = file(place.key(), Words.ENGLISH);
        Optional<byte[]> there = rules.file(place.deployment(), variant);
        if (there.isEmpty() && !variant.equals(english)) {
            return open(place.deployment(), place.key());
        }
        byte[] content =
                there.orElseThrow(() -> new FormRefused(english, List.of("The published rules have no such form.")));
        FormSchema form = FormReader.read(variant, content, feel);
        return new PublishedFormSheet(place.key(), place.language(), form, names(content), feel, clock, page);
    }

    private static Set<String> names(byte[] content) {
        return NAME.matcher(ESCAPED.matcher(new String(content, StandardCharsets.UTF_8))
                        .replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }
}
