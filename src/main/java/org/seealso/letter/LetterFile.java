package org.seealso.letter;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * One Markdown file of forms/letters: a subject and whom replies go to in the front matter, then the body. Files whose
 * name starts with an underscore are parts of letters and have no front matter.
 */
final class LetterFile {
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R.*?\\R---\\R", Pattern.DOTALL);
    private static final Pattern LIST_ITEM = Pattern.compile("(?m)^[-*] (.+)$");
    private static final Parser FRONT_MATTER_PARSER = Parser.builder()
            .extensions(List.of(YamlFrontMatterExtension.create()))
            .build();

    /** Whom an answer to the letter reaches; a reply about conduct must not land with the coordinators. */
    enum Replies {
        COORDINATOR,
        OFFICE,
        CONDUCT,
        NOBODY
    }

    private final String name;
    private final Template subject;
    private final Template body;
    private final Replies replies;
    private final Paper.Size paper;
    private final boolean byReply;
    private final boolean optional;
    private final Set<String> names;

    private LetterFile(
            String name,
            Template subject,
            Template body,
            Replies replies,
            Paper.Size paper,
            boolean byReply,
            boolean optional) {
        this.name = name;
        this.subject = subject;
        this.body = body;
        this.replies = replies;
        this.paper = paper;
        this.byReply = byReply;
        this.optional = optional;
        this.names = names(subject, body);
    }

    /** @param parts finds the text of {@code {{>_part}}} */
    static LetterFile read(String name, String file, Function<String, Optional<String>> parts) {
        Node document = FRONT_MATTER_PARSER.parse(file);
        YamlFrontMatterVisitor front = new YamlFrontMatterVisitor();
        document.accept(front);
        Map<String, List<String>> settings = front.getData();
        String subject = String.join(" ", settings.getOrDefault("subject", List.of()));
        if (subject.isBlank() && !name.startsWith("_")) {
            throw new LetterFault(name, "has no subject. Start the file with ---, subject: …, ---.");
        }
        String reply = String.join("", settings.getOrDefault("replies", List.of("coordinator")));
        Replies replies;
        try {
            replies = Replies.valueOf(reply.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new LetterFault(name, "replies must be coordinator, office, conduct or nobody, not " + reply + ".");
        }
        Paper.Size paper = paper(name, String.join("", settings.getOrDefault("paper", List.of("letter"))));
        boolean byReply = !String.join("", settings.getOrDefault("answerByReply", List.of()))
                .isBlank();
        boolean optional = settings.getOrDefault("optional", List.of()).contains("true");
        Mustache.TemplateLoader loader = part -> new StringReader(parts.apply(part)
                .orElseThrow(() -> new LetterFault(name, "uses the part " + part + ", which does not exist.")));
        Mustache.Compiler compiler =
                Mustache.compiler().emptyStringIsFalse(true).withLoader(loader);
        try {
            Matcher frontMatter = FRONT_MATTER.matcher(file);
            LetterFile letter = new LetterFile(
                    name,
                    compiler.withEscaper(text -> text).compile(subject),
                    compiler.withEscaper(new MarkdownEscaper())
                            .compile(frontMatter.replaceFirst("") + (byReply ? "\n\n{{>_reply}}\n" : "")),
                    replies,
                    paper,
                    byReply,
                    optional);
            letter.names.stream()
                    .filter(placeholder -> !Placeholders.known().contains(placeholder))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw new LetterFault(name, "knows no placeholder " + unknown + ".");
                    });
            return letter;
        } catch (MustacheException e) {
            throw new LetterFault(name, String.valueOf(e.getMessage()));
        }
    }

    private static Paper.Size paper(String name, String size) {
        try {
            return Paper.Size.valueOf(size.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new LetterFault(name, "paper must be A4 or letter, not " + size + ".");
        }
    }

    /** The items of a part that is a list, such as {@code _tips.md}. */
    static List<String> items(String part) {
        List<String> items = new ArrayList<>();
        Matcher item = LIST_ITEM.matcher(part);
        while (item.find()) {
            items.add(item.group(1).strip());
        }
        return items;
    }

    Replies replies() {
        return replies;
    }

    /** Whether its form may be answered by replying; the front matter names the form, for the check. */
    boolean byReply() {
        return byReply;
    }

    /** Whether nobody needs it to take part. */
    boolean optional() {
        return optional;
    }

    /** On what a certificate is printed. */
    Paper.Size paper() {
        return paper;
    }

    boolean uses(Placeholders placeholder) {
        return names.contains(placeholder.key());
    }

    String subject(Map<String, Object> values) {
        return fill(subject, values).replaceAll("\\s+", " ").strip();
    }

    String body(Map<String, Object> values) {
        return fill(body, values);
    }

    private String fill(Template template, Map<String, Object> values) {
        try {
            return template.execute(values);
        } catch (MustacheException.Context e) {
            throw new LetterFault(name, "needs a value for " + e.key + ", which this step does not give.");
        } catch (MustacheException e) {
            throw new LetterFault(name, String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> names(Template subject, Template body) {
        Set<String> names = new java.util.HashSet<>();
        Mustache.Visitor collector = new Mustache.Visitor() {
            @Override
            public void visitText(String text) {}

            @Override
            public void visitVariable(String variable) {
                add(variable);
            }

            @Override
            public boolean visitInclude(String part) {
                return true;
            }

            @Override
            public boolean visitSection(String section) {
                add(section);
                return true;
            }

            @Override
            public boolean visitInvertedSection(String section) {
                add(section);
                return true;
            }

            private void add(String used) {
                // ".", "-first", "-last" and "-index" are Mustache's own words inside a list.
                if (!used.equals(".") && !used.equals("this") && !used.startsWith("-")) {
                    names.add(used);
                }
            }
        };
        subject.visit(collector);
        body.visit(collector);
        return names;
    }
}
