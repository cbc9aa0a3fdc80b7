package org.seealso.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Letters and forms in another language, {@code kickoff.fr.md} and {@code check-in.fr.form}: each belongs to its English
 * original, and of a form only the words may differ, or people would be asked different things.
 */
final class LanguageVariants {
    static final String FRENCH = ".fr";
    private static final Set<String> ROLES = Set.of("mentor", "mentee", "peer");
    /** What of a form is words, and may differ. */
    private static final Set<String> WORDS = Set.of(
            "label",
            "description",
            "text",
            "dateLabel",
            "timeLabel",
            "alt",
            "title",
            "content",
            "prefixAdorner",
            "suffixAdorner",
            "missing",
            "patternMessage",
            "layout",
            "id",
            "columns",
            "columnsExpression");

    private LanguageVariants() {}

    static boolean isVariant(String name) {
        return RuleFiles.stem(name).endsWith(FRENCH);
    }

    /** The English file a variant belongs to. */
    static String original(String name) {
        int end = name.lastIndexOf(FRENCH + ".");
        return name.substring(0, end) + name.substring(end + FRENCH.length());
    }

    /** A name such as {@code kickoff.flash.mentor.fr.md} says for whom it is; a name nobody has would never be used. */
    static void checkLetterName(String name, RulesIndex index, FaultList faults) {
        checkOriginal(name, index, faults);
        String stem = RuleFiles.stem(isVariant(name) ? original(name) : name);
        List<String> parts = List.of(stem.split("\\.", -1));
        Set<String> programs = index.programs();
        List<String> whom = new ArrayList<>(parts.subList(1, parts.size()));
        if (!whom.isEmpty() && programs.contains(whom.get(0))) {
            whom.remove(0);
        }
        if (!whom.isEmpty() && ROLES.contains(whom.get(whom.size() - 1))) {
            whom.remove(whom.size() - 1);
        }
        for (String unknown : whom) {
            faults.addWhole(
                    "There is no program " + unknown + ", and no role or language of this name.",
                    "After the letter's name write one of " + String.join(", ", new TreeSet<>(programs))
                            + ", then mentor, mentee or peer, then fr, as far as it is for them alone.");
        }
    }

    private static void checkOriginal(String name, RulesIndex index, FaultList faults) {
        if (isVariant(name) && !index.hasFile(original(name))) {
            faults.addWhole(
                    "There is no English original " + original(name) + ".",
                    "Write it, or rename this file after the English one it translates.");
        }
    }

    static void checkForm(String name, RulesIndex index, FaultList faults) {
        checkOriginal(name, index, faults);
        JsonNode english = index.forms().get(original(name));
        JsonNode french = index.forms().get(name);
        if (english == null || french == null) {
            return;
        }
        Map<String, JsonNode> here = elements(french);
        Map<String, JsonNode> there = elements(english);
        there.forEach((element, original) -> {
            JsonNode variant = here.get(element);
            if (variant == null) {
                faults.add(
                        element,
                        "The English form has it, and this one has not.",
                        "Copy it from " + original(name) + " and translate its words.");
            } else {
                compare(element, bare(original), bare(variant), name, faults);
            }
        });
        here.keySet().stream()
                .filter(element -> !there.containsKey(element))
                .forEach(element -> faults.add(
                        element,
                        "The English form has no such element.",
                        "Add it to " + original(name) + " too, or remove it here."));
    }

    private static void compare(String element, JsonNode english, JsonNode french, String name, FaultList faults) {
        Set<String> properties = new TreeSet<>();
        english.fieldNames().forEachRemaining(properties::add);
        french.fieldNames().forEachRemaining(properties::add);
        for (String property : properties) {
            if (!english.path(property).equals(french.path(property))) {
                faults.add(
                        element,
                        "Its " + inWords(property) + " not those of the English form.",
                        "Copy \"" + property + "\" from " + original(name)
                                + ": only words may differ between languages.");
            }
        }
    }

    private static String inWords(String property) {
        return switch (property) {
            case "type" -> "type is";
            case "key" -> "key is";
            case "values" -> "options are";
            case "conditional" -> "conditions are";
            case "validate" -> "rules (such as required) are";
            case "properties" -> "readers, routing or other properties are";
            default -> "\"" + property + "\" settings are";
        };
    }

    /** Every element by its key, or by its id if it asks nothing. */
    private static Map<String, JsonNode> elements(JsonNode form) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode component : form.path("components")) {
            String key = component.path("key").asText();
            found.put(key.isEmpty() ? component.path("id").asText() : key, component);
            found.putAll(elements(component));
        }
        return found;
    }

    private static JsonNode bare(JsonNode component) {
        JsonNode copy = component.deepCopy();
        if (copy instanceof ObjectNode top) {
            top.remove("components");
            if (top.path("type").asText().startsWith("text")) {
                // What a text begins with is words; the default of a choice is a value.
                top.remove("defaultValue");
            }
        }
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(WORDS);
        }
        Iterator<JsonNode> inside = node.elements();
        while (inside.hasNext()) {
            strip(inside.next());
        }
    }

    /** What is there in English only; empty for rules in which nothing is in French. */
    static List<Fault> missing(RuleFiles files, RulesIndex index) {
        if (files.names().stream().noneMatch(LanguageVariants::isVariant)) {
            return List.of();
        }
        Set<String> coordinators = new TreeSet<>();
        index.processFiles()
                .values()
                .forEach(model -> model.getModelElementsByType(UserTask.class)
                        .forEach(task -> coordinators.add(task.getCamundaFormRef() + ".form")));
        List<Fault> missing = new ArrayList<>();
        for (String name : files.names()) {
            boolean participants = name.endsWith(".md") || name.endsWith(".form") && !coordinators.contains(name);
            if (participants && !isVariant(name) && !files.has(variant(name))) {
                missing.add(new Fault(
                        name,
                        Fault.WHOLE_FILE,
                        "It is in English only"
                                + (isForSome(name, files) ? ", and French readers get " + general(name) : "") + ".",
                        "Write " + variant(name) + "."));
            }
        }
        return missing;
    }

    private static String variant(String name) {
        int end = name.lastIndexOf('.');
        return name.substring(0, end) + FRENCH + name.substring(end);
    }

    /** Whether this is a program's or a role's own letter, while the general one is in French. */
    private static boolean isForSome(String name, RuleFiles files) {
        return name.endsWith(".md") && RuleFiles.stem(name).contains(".") && files.has(general(name));
    }

    private static String general(String name) {
        return "letters/" + RuleFiles.stem(name).split("\\.", 2)[0] + FRENCH + ".md";
    }
}
