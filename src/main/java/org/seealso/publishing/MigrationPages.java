package org.seealso.publishing;

import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seealso.publishing.migration.Choice;
import org.seealso.publishing.migration.Migrations;
import org.seealso.publishing.migration.Preview;
import org.seealso.rules.Publication;
import org.seealso.rules.Publications;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.difference.RulesDifference;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Running mentorships: who would move to the newest rules, who would stay and why, move them, and bring them back. */
@Controller
@RequestMapping("/desk/rules/migrate")
class MigrationPages {
    private static final String PLACE = "go-on";

    private final Migrations migrations;
    private final Publications publications;

    MigrationPages(Migrations migrations, Publications publications) {
        this.migrations = migrations;
        this.publications = publications;
    }

    /** Those under one set of rules, with what they would newly read. */
    record Group(int number, List<String> letters, List<String> forms, List<Preview.Line> lines) {}

    /** A mentorship that could not be moved when somebody last tried. */
    record Refused(String name, String at, String who, String said) {}

    @GetMapping
    ModelAndView preview(@RequestParam MultiValueMap<String, String> asked) {
        return page(choices(asked), new HashMap<>());
    }

    @PostMapping
    ModelAndView migrate(@RequestParam MultiValueMap<String, String> asked, Principal who) {
        List<Choice> choices = choices(asked);
        Set<UUID> chosen = ids(asked.get("mentorship"));
        Map<String, Object> model = new HashMap<>();
        if (chosen.isEmpty()) {
            model.put("problem", "You chose no mentorship, so none was moved. Tick those that should move.");
        } else {
            List<Migrations.Outcome> outcomes = migrations.migrate(chosen, choices, who.getName());
            model.put("outcomes", outcomes);
            model.put(
                    "moved", outcomes.stream().filter(Migrations.Outcome::done).count());
            model.put(
                    "stayed",
                    outcomes.stream().filter(outcome -> !outcome.done()).count());
        }
        return page(choices, model);
    }

    @PostMapping("/undo")
    ModelAndView undo(@RequestParam MultiValueMap<String, String> asked, Principal who) {
        Set<UUID> chosen = ids(asked.get("undo"));
        Map<String, Object> model = new HashMap<>();
        if (chosen.isEmpty()) {
            model.put("problem", "You chose no mentorship, so nothing was undone. Tick those to bring back.");
        } else {
            List<Migrations.Outcome> outcomes = migrations.undo(chosen, who.getName());
            model.put("undone", outcomes);
            model.put(
                    "broughtBack",
                    outcomes.stream().filter(Migrations.Outcome::done).count());
        }
        return page(List.of(), model);
    }

    private ModelAndView page(List<Choice> choices, Map<String, Object> model) {
        Preview preview = migrations.preview(choices);
        Map<Integer, List<Preview.Line>> byNumber = new TreeMap<>();
        preview.lines()
                .forEach(line -> byNumber.computeIfAbsent(line.number(), n -> new ArrayList<>())
                        .add(line));
        List<Group> groups = new ArrayList<>();
        byNumber.forEach((number, lines) -> groups.add(group(number, lines)));
        model.put("title", "Move running mentorships");
        model.put("live", publications.live().map(Publication::number).orElse(0));
        model.put("groups", groups);
        model.put("nobody", groups.isEmpty());
        model.put("places", preview.places());
        model.put(
                "choices",
                choices.stream()
                        .map(choice -> Map.of("name", name(choice), "value", choice.to()))
                        .toList());
        model.put("undoable", migrations.undoable());
        model.put(
                "refused",
                migrations.refused().stream()
                        .map(past -> new Refused(past.name(), Shown.moment(past.at()), past.who(), past.said()))
                        .toList());
        return new ModelAndView("publishing/migrate", model);
    }

    private Group group(int number, List<Preview.Line> lines) {
        Optional<RuleFiles> theirs = publications.history().stream()
                .filter(published -> Integer.valueOf(number).equals(published.number()))
                .map(Publication::deployment)
                .flatMap(Stream::ofNullable)
                .map(publications::files)
                .findFirst();
        Optional<RuleFiles> live = publications.liveFiles();
        if (theirs.isEmpty() || live.isEmpty()) {
            return new Group(number, List.of(), List.of(), lines);
        }
        RulesDifference difference = RulesDifference.between(theirs.get(), live.get());
        return new Group(
                number,
                difference.texts().stream().map(text -> text.file()).toList(),
                difference.forms().stream().map(form -> form.file()).toList(),
                lines);
    }

    private static String name(Choice choice) {
        return PLACE + "/" + choice.process() + "/" + choice.place();
    }

    private static List<Choice> choices(MultiValueMap<String, String> asked) {
        List<Choice> choices = new ArrayList<>();
        asked.toSingleValueMap().forEach((name, to) -> {
            String[] parts = name.split("/");
            if (parts.length == 3 && parts[0].equals(PLACE) && !to.isBlank()) {
                choices.add(new Choice(parts[1], parts[2], to));
            }
        });
        return choices;
    }

    private static Set<UUID> ids(@Nullable List<String> posted) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String id : new HashSet<>(posted == null ? List.<String>of() : posted)) {
            try {
                ids.add(UUID.fromString(id));
            } catch (IllegalArgumentException nothingOfOurs) {
                continue;
            }
        }
        return ids;
    }
}
