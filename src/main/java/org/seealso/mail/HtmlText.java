package org.seealso.mail;

import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A message's HTML as plain text, with quoted parts marked as mail programs mark them in plain text. */
final class HtmlText {
    private static final int DEEPEST = 100;
    private static final int LONGEST_LIST = 200;
    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "section",
            "article", "header", "footer", "hr");
    private static final Set<String> SILENT = Set.of("style", "script", "head", "title", "template");
    /** What the mail programs wrap the letter in that is answered. */
    private static final String QUOTES = "blockquote, .gmail_quote, .gmail_extra, .yahoo_quoted, .moz-cite-prefix,"
            + " .protonmail_quote, .zmail_extra, #divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container,"
            + " .ms-outlook-mobile-reference-message, [name=quote], .tutanota_quote";

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        if (html.isBlank()) {
            return "";
        }
        Element body = Jsoup.parse(html).body();
        Element outlook = body.selectFirst("#divRplyFwdMsg, #appendonsend");
        if (outlook != null) {
            // Outlook puts what is answered behind this mark, not inside it.
            for (Node after = outlook.nextSibling(); after != null; ) {
                Node next = after.nextSibling();
                after.remove();
                after = next;
            }
        }
        body.select(QUOTES).forEach(quote -> quote.attr("data-quoted", "yes"));
        HtmlText writer = new HtmlText();
        writer.write(body, 0, 0);
        return writer.text
                .toString()
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private void write(Node node, int quoted, int depth) {
        if (node instanceof TextNode words) {
            write(words.text(), quoted);
            return;
        }
        if (!(node instanceof Element element) || SILENT.contains(element.normalName()) || depth > DEEPEST) {
            return;
        }
        int inside = element.hasAttr("data-quoted") ? quoted + 1 : quoted;
        boolean block = BLOCKS.contains(element.normalName()) || inside > quoted;
        if (block) {
            newLine();
        }
        if (element.normalName().equals("br")) {
            text.append('\n');
        } else if (element.normalName().equals("hr")) {
            write("________________________________", inside);
        } else if (element.normalName().equals("li")) {
            Element list = element.parent();
            if (list != null && list.normalName().equals("ol") && list.childNodeSize() <= LONGEST_LIST) {
                write((element.elementSiblingIndex() + 1) + ". ", inside);
            }
        }
        for (Node child : element.childNodes()) {
            write(child, inside, depth + 1);
        }
        if (block) {
            newLine();
        }
    }

    private void write(String words, int quoted) {
        boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        String tidy = begins ? words.stripLeading() : words;
        if (tidy.isEmpty()) {
            return;
        }
        if (begins && quoted > 0) {
            text.append("> ");
        }
        text.append(tidy);
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
