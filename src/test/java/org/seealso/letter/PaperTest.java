package org.seealso.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate as somebody opens it. */
class PaperTest {
    private static final int POINTS_PER_INCH = 72;

    private final Paper paper = new Paper();

    private PDDocument certificate(Paper.Size size, String name) throws IOException {
        String words = "Manitoba Library Association\n\n# Certificate of participation\n\nThis is to say, with thanks,"
                + " that\n\n## " + name + "\n\ntook part in **MLA Peer Mentorship**\\\nfrom January 12 to July 10, 2026"
                + "\n\nMaking time for one another, listening, asking, and sharing what one knows is how library"
                + " people grow.\n\n---\n\nNadia Coordinator\\\nCoordinator of MLA Peer Mentorship\n";
        return Loader.loadPDF(paper.pdf("en", "Certificate of participation, " + name, size, words));
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    @Test
    void itIsOneLandscapePageWithATitleAndALanguage() throws IOException {
        try (PDDocument pdf = certificate(Paper.Size.LETTER, "Ana Silva")) {
            assertThat(pdf.getNumberOfPages()).isOne();
            PDRectangle page = pdf.getPage(0).getMediaBox();
            assertThat(page.getWidth() / POINTS_PER_INCH).isEqualTo(11f);
            assertThat(page.getHeight() / POINTS_PER_INCH).isEqualTo(8.5f);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Certificate of participation, Ana Silva");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked())
                    .as("a screen reader finds its headings")
                    .isTrue();
        }
        try (PDDocument pdf = certificate(Paper.Size.A4, "Ana Silva")) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isGreaterThan(841f);
            assertThat(pdf.getNumberOfPages()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë Lévesque-Nuñez",
                "Nguyễn Thị Hương",
                "Łukasz Żółć",
                "Ελένη Παπαδοπούλου",
                "Олександра Шевченко",
                "ᐊᓂᔑᓈᐯ ᒪᓂᑐ",
                "Anahit Գրիգորյան"
            })
    void aNameStandsInItAsItsOwnerWritesIt(String name) throws IOException {
        assertThat(paper.canWrite(name)).isTrue();
        try (PDDocument pdf = certificate(Paper.Size.LETTER, name)) {
            assertThat(text(pdf)).contains(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田花子", "김민지", "ليلى حداد", "נועה לוי"})
    void aNameWithLettersTheFontsHaveNotIsLeftToAPerson(String name) {
        assertThat(paper.canWrite(name)).isFalse();
    }

    @Test
    void aLongNameAndALongProgramStillFitOnThePage() throws IOException {
        try (PDDocument pdf = certificate(
                Paper.Size.LETTER, "Wilhelmina-Alexandrina Konstantinopoulou-Featherstonehaugh de la Vérendrye")) {
            assertThat(pdf.getNumberOfPages()).isOne();
        }
    }

    @Test
    void nothingInATemplateReachesAnotherServerOrBreaksThePage() throws IOException {
        byte[] pdf =
                paper.pdf("en", "\"<&>\"", Paper.Size.LETTER, "# <script>x</script>\n\n![x](http://127.0.0.1:1/x.png)");
        try (PDDocument page = Loader.loadPDF(pdf)) {
            assertThat(page.getDocumentInformation().getTitle()).isEqualTo("\"<&>\"");
            assertThat(text(page)).contains("<script>x</script>");
        }
    }
}
