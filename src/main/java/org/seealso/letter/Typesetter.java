package org.seealso.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;
import org.commonmark.renderer.text.TextContentWriter;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Language;

/**
 * Sets a letter's Markdown as HTML that reads well on a phone, and as plain text with every address visible. A link
 * alone in its paragraph is the letter's one action and becomes a button.
 */
class Typesetter {
    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            </head>
            <body style="margin:0;background:#ffffff;color:#1b1b1b;font:17px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
            <div style="max-width:36em;margin:0 auto;padding:24px 16px">
            %s%s</div>
            </body>
            </html>
            """;

    private static final String FOOTER = """
            <div style="margin-top:32px;padding-top:8px;border-top:1px solid #b1b4b6;color:#454a4d;font-size:15px">
            %s</div>
            """;

    private final Parser parser = Parser.builder()
            .extensions(List.of(YamlFrontMatterExtension.create()))
            .build();
    private final HtmlRenderer html = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("\n")
            .attributeProviderFactory(context -> new Styles())
            .build();
    private final Map<Language, TextContentRenderer> text =
            Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), Typesetter::text));

    private static TextContentRenderer text(Language language) {
        return TextContentRenderer.builder()
                .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
                .nodeRendererFactory(context -> new VisibleLinks(context, language.say("colon")))
                .build();
    }

    /** A letter's Markdown, read once for both its forms. */
    record Sheet(Node body, @Nullable Node footer) {}

    Sheet read(String body, String footer) {
        return new Sheet(parser.parse(body), footer.isBlank() ? null : parser.parse(footer));
    }

    String html(String language, String subject, Sheet sheet) {
        String below = sheet.footer() == null ? "" : FOOTER.formatted(html.render(sheet.footer()));
        return PAGE.formatted(escaped(language), escaped(subject), html.render(sheet.body()), below);
    }

    String text(String language, Sheet sheet) {
        TextContentRenderer plain = Objects.requireNonNull(text.get(Language.of(language)));
        String below = sheet.footer() == null ? "" : "\n\n--\n" + plain.render(sheet.footer());
        return plain.render(sheet.body()) + below + "\n";
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static boolean isAction(Link link) {
        return link.getParent() instanceof Paragraph paragraph
                && paragraph.getFirstChild() == link
                && paragraph.getLastChild() == link
                && !(paragraph.getParent() instanceof org.commonmark.node.ListItem);
    }

    /** Styles stand on the elements: mail programs drop style sheets. */
    private static final class Styles implements AttributeProvider {
        @Override
        public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
            if (node instanceof Link link && tagName.equals("a")) {
                attributes.put(
                        "style",
                        isAction(link)
                                ? "display:inline-block;padding:12px 20px;background:#1d5b8f;color:#ffffff;"
                                        + "border-radius:4px;font-weight:bold;text-decoration:none"
                                : "color:#1d5b8f");
            } else if (node instanceof Heading && tagName.startsWith("h")) {
                attributes.put("style", "margin:28px 0 8px;font-size:20px;line-height:1.3");
            } else if (node instanceof BlockQuote) {
                attributes.put("style", "margin:16px 0;padding:4px 16px;border-left:4px solid #b1b4b6");
            }
        }
    }

    /** "Answer the check-in: https://…" instead of a word nobody can click in plain text. */
    private static final class VisibleLinks implements NodeRenderer {
        private final String colon;
        private final TextContentNodeRendererContext context;
        private final TextContentWriter writer;

        VisibleLinks(TextContentNodeRendererContext context, String colon) {
            this.colon = colon;
            this.context = context;
            this.writer = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class);
        }

        @Override
        public void render(Node node) {
            Link link = (Link) node;
            String address = link.getDestination().replaceFirst("^mailto:", "");
            boolean same = link.getFirstChild() instanceof org.commonmark.node.Text words
                    && words == link.getLastChild()
                    && words.getLiteral().equals(address);
            if (same) {
                writer.write(address);
                return;
            }
            for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            if (isAction(link)) {
                writer.write(colon);
                writer.line();
                writer.write(address);
            } else {
                writer.write(" <" + address + ">");
            }
        }
    }
}
