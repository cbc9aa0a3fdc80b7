package org.seealso.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Sets Markdown as one landscape page of PDF, with fonts of its own: no machine and no reader needs to have them. The
 * page fetches nothing, so that a picture's address in a template can reach no other server.
 */
final class Paper {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String SERIF = "DejaVu Serif";
    private static final String SANS = "DejaVu Sans";

    private static final String PAGE = """
            <html lang="%s">
            <head>
            <title>%s</title>
            <meta name="description" content="%s" />
            <style>
            @page { size: %s landscape; margin: 0 }
            %s
            </style>
            </head>
            <body>
            <div class="frame"><table><tr><td>
            %s</td></tr></table></div>
            </body>
            </html>
            """;

    /** Sizes a template may ask for in its front matter. */
    enum Size {
        A4("A4", "181mm"),
        LETTER("letter", "187mm");

        private final String css;
        /** What is left inside the frame; a table cannot ask its page. */
        private final String height;

        Size(String css, String height) {
            this.css = css;
            this.height = height;
        }
    }

    private final Parser parser = Parser.builder()
            .extensions(List.of(YamlFrontMatterExtension.create()))
            .build();
    private final HtmlRenderer html =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private final CmapLookup letters;

    Paper() {
        XRLog.setLoggingEnabled(false);
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes("DejaVuSans.ttf")))) {
            letters = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether every letter of a name can be set: Latin with all its marks, Greek, Cyrillic, Armenian, Georgian and
     * Canadian syllabics can. Chinese, Japanese and Korean are not in the fonts; what is written from right to left
     * would need shaping we don't have.
     */
    boolean canWrite(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .allMatch(letter ->
                        Character.isWhitespace(letter) || letters.getGlyphId(letter) > 0 && !fromRightToLeft(letter));
    }

    private static boolean fromRightToLeft(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    byte[] pdf(String language, String title, Size size, String markdown) {
        String words = Normalizer.normalize(html.render(parser.parse(markdown)), Normalizer.Form.NFC);
        String page = PAGE.formatted(
                escaped(language),
                escaped(title),
                escaped(title),
                size.css,
                new String(resource("/paper/certificate.css"), StandardCharsets.UTF_8)
                        .replace("FRAME-HEIGHT", size.height),
                words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, address) -> null);
        font(builder, "DejaVuSerif.ttf", SERIF, 400, FontStyle.NORMAL);
        font(builder, "DejaVuSerif-Italic.ttf", SERIF, 400, FontStyle.ITALIC);
        font(builder, "DejaVuSerif-Bold.ttf", SERIF, 700, FontStyle.NORMAL);
        font(builder, "DejaVuSans.ttf", SANS, 400, FontStyle.NORMAL);
        font(builder, "DejaVuSans-Bold.ttf", SANS, 700, FontStyle.NORMAL);
        builder.withHtmlContent(page, null);
        builder.withProducer("SeeAlso");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> stream(FONTS + file), family, weight, style, true);
    }

    private static InputStream stream(String name) {
        InputStream found = Paper.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException(name + " is missing in the jar");
        }
        return found;
    }

    private static byte[] bytes(String font) {
        return resource(FONTS + font);
    }

    private static byte[] resource(String name) {
        try (InputStream in = stream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
