package org.seealso.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.parser.Parser;

/**
 * A letter has a subject, says something, and names only placeholders we can fill. A file whose name begins with an
 * underscore is a part of letters ({@code {{>_footer}}}) and has no subject.
 */
final class LetterCheck {
    private static final Set<String> OF_LISTS = Set.of(".", "this", "-first", "-last", "-index");

    /** What a certificate may be printed on. */
    private static final Set<String> PAPERS = Set.of("a4", "letter");

    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    /** What can be written behind a number. */
    private static final Set<String> BY_REPLY = Set.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");

    private final String name;
    private final String text;
    private final RuleFiles files;
    private final RulesIndex index;
    private final Set<String> placeholders;
    private final FaultList faults;

    LetterCheck(String name, RuleFiles files, RulesIndex index, Set<String> placeholders, FaultList faults) {
        this.name = name;
        this.text = files.text(name);
        this.files = files;
        this.index = index;
        this.placeholders = placeholders;
        this.faults = faults;
    }

    void run() {
        YamlFrontMatterVisitor frontMatter = new YamlFrontMatterVisitor();
        Parser.builder()
                .extensions(List.of(YamlFrontMatterExtension.create()))
                .build()
                .parse(text)
                .accept(frontMatter);
        Map<String, List<String>> header = frontMatter.getData();
        List<String> subject = header.getOrDefault("subject", List.of());
        boolean part = RuleFiles.stem(name).startsWith("_");
        if (!part && (subject.isEmpty() || subject.get(0).isBlank())) {
            faults.add(
                    "subject",
                    "The letter has no subject.",
                    "Begin the file with a line ---, a line subject: …, and a line ---.");
        }
        String paper = String.join("", header.getOrDefault("paper", List.of("letter")));
        if (!PAPERS.contains(paper.toLowerCase(Locale.ROOT))) {
            faults.add("paper", "Nobody prints on \"" + paper + "\".", "Write paper: letter or paper: A4.");
        }
        checkReply(String.join("", header.getOrDefault("answerByReply", List.of())));
        String optional = String.join("", header.getOrDefault("optional", List.of("false")));
        if (!YES_OR_NO.contains(optional)) {
            faults.add("optional", "optional is \"" + optional + "\".", "Write true, or take the line out.");
        }
        if (text.replaceFirst("(?s)^---.*?\n---\\s*", "").isBlank()) {
            faults.addWhole("The letter says nothing.", "Write its text below the line ---.");
        }
        try {
            Mustache.compiler().compile(text).visit(new Names());
        } catch (MustacheException e) {
            faults.addWhole(
                    "A placeholder cannot be read: " + e.getMessage() + ".",
                    "Close every {{#section}} with {{/section}} and every {{ with }}.");
        }
    }

    /** Whatever a form needs must be something people can write behind a number. */
    private void checkReply(String form) {
        if (form.isBlank()) {
            return;
        }
        JsonNode asked = index.forms().get(form + ".form");
        if (asked == null) {
            faults.add(
                    "answerByReply",
                    "There is no form \"" + form + "\".",
                    "Write the name of the form this letter asks for, or take the line out.");
            return;
        }
        if (!files.has("letters/_reply.md")) {
            faults.add(
                    "answerByReply",
                    "The part of letters that asks the questions is missing.",
                    "Put back forms/letters/_reply.md.");
        }
        checkQuestions(asked);
    }

    private void checkQuestions(JsonNode parent) {
        for (JsonNode field : parent.path("components")) {
            String key = field.path("key").asText();
            boolean required = field.path("validate").path("required").asBoolean(false);
            boolean writable = BY_REPLY.contains(field.path("type").asText())
                    && !Set.of("time", "datetime")
                            .contains(field.path("subtype").asText());
            if (required && !writable) {
                faults.add(
                        "answerByReply",
                        "Nobody can answer \"" + key + "\" by reply.",
                        "Ask for a choice, a text, a number or a day, make it optional, or take answerByReply out.");
            }
            if (List.of(field.path("properties").path("readers").asText().split("[\\s,]+"))
                    .contains("conduct")) {
                faults.add(
                        "answerByReply",
                        "\"" + key + "\" is for conduct handlers, and a reply is not confidential enough.",
                        "Take answerByReply out.");
            }
            checkQuestions(field);
        }
    }

    private final class Names implements Mustache.Visitor {
        @Override
        public void visitText(String content) {}

        @Override
        public void visitVariable(String name) {
            checkName(name);
        }

        @Override
        public boolean visitInclude(String part) {
            if (!part.startsWith("_") || !files.has("letters/" + part + ".md")) {
                faults.add(
                        part,
                        "The letter uses the part {{>" + part + "}}, which does not exist.",
                        "Write forms/letters/_name.md and use {{>_name}}.");
            }
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            checkName(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            checkName(name);
            return true;
        }

        private void checkName(String name) {
            String first = name.contains(".") && !name.equals(".") ? name.substring(0, name.indexOf('.')) : name;
            if (!OF_LISTS.contains(name) && !placeholders.contains(name) && !placeholders.contains(first)) {
                faults.add(
                        name,
                        "Nothing fills the placeholder {{" + name + "}}.",
                        "Use one of: " + String.join(", ", Naming.nearestFirst(first, placeholders)) + ".");
            }
        }
    }
}
