package org.seealso.form;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;

/** The templates a form is drawn with; every value is escaped, and Markdown can bring neither tags nor scripts. */
final class FormPage {
    private static final Map<Class<? extends Node>, String> CLASSES = Map.of(
            Paragraph.class, "govuk-body",
            BulletList.class, "govuk-list govuk-list--bullet",
            OrderedList.class, "govuk-list govuk-list--number",
            Link.class, "govuk-link",
            Heading.class, "govuk-heading-m");

    private final Parser markdown = Parser.builder().build();
    private final HtmlRenderer html = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                String names = CLASSES.get(node.getClass());
                if (names != null) {
                    attributes.put("class", names);
                }
            })
            .build();
    private final Mustache.Compiler compiler =
            Mustache.compiler().defaultValue("").emptyStringIsFalse(true).withLoader(FormPage::open);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    String draw(String template, Map<String, ?> view) {
        return templates
                .computeIfAbsent(template, name -> compiler.loadTemplate("form/" + name))
                .execute(view);
    }

    String markdown(String text) {
        return html.render(markdown.parse(text));
    }

    private static Reader open(String name) {
        try {
            return new InputStreamReader(
                    new ClassPathResource("templates/" + name + ".mustache").getInputStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
