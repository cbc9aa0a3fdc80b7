package org.seealso.exchange.sheet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheet programs really write them, and files as nobody should. */
class SheetFileTest {
    private static final String LIST = "Name;Place\r\nZoë Nguyễn-Łukasik;Winnipeg\r\n";
    private static final String WESTERN = "Name;Place\r\nZoë Müller;Trois-Rivières\r\n";

    private static Sheet read(String text) throws Unreadable {
        return SheetFile.read(text.getBytes(UTF_8));
    }

    private static String refusal(byte[] file) {
        Unreadable refused = catchThrowableOfType(Unreadable.class, () -> SheetFile.read(file));
        assertThat(refused.whatToDo()).isNotBlank();
        return refused.why();
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8", LIST.getBytes(UTF_8)),
                Arguments.of("UTF-8 with a mark", ("\uFEFF" + LIST).getBytes(UTF_8)),
                Arguments.of("UTF-16 of Excel", ("\uFEFF" + LIST).getBytes(UTF_16LE)),
                Arguments.of("UTF-16 the other way round", ("\uFEFF" + LIST).getBytes(UTF_16BE)),
                Arguments.of("UTF-16 without a mark", LIST.replace("ễ", "e").getBytes(UTF_16LE)),
                Arguments.of(
                        "UTF-16 without a mark, turned", LIST.replace("ễ", "e").getBytes(UTF_16BE)),
                Arguments.of("Windows", WESTERN.getBytes(Charset.forName("windows-1252"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void namesAreReadAsTheirOwnersWriteThem(String name, byte[] file) throws Unreadable {
        Sheet sheet = SheetFile.read(file);
        assertThat(sheet.header()).containsExactly("Name", "Place");
        assertThat(sheet.lines().get(0).cell(0)).startsWith("Zoë ").doesNotContain("?", "\uFFFD");
        assertThat(sheet.lines().get(0).cell(1)).matches("Winnipeg|Trois-Rivières");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void everySeparatorOfASpreadsheetIsUnderstood(String separator) throws Unreadable {
        Sheet sheet = read("Name" + separator + "Goal" + separator + "Years\n\"Silva; Ana, Dr.\"" + separator
                + "\"Two\nlines, and a \"\"quote\"\"\"" + separator + "4\n\n" + separator + separator
                + "\nBen" + separator + "x" + separator + "5\n");
        assertThat(sheet.header()).containsExactly("Name", "Goal", "Years");
        assertThat(sheet.lines().get(0).cells()).containsExactly("Silva; Ana, Dr.", "Two\nlines, and a \"quote\"", "4");
        assertThat(sheet.lines()).as("empty lines are left out").hasSize(2);
        assertThat(sheet.lines().get(1).number())
                .as("as an editor counts the lines")
                .isEqualTo(6);
    }

    @Test
    void theSeparatorExcelNamesForItselfIsUsed() throws Unreadable {
        Sheet sheet = read("sep=;\nName;Goal, short\nAna;this, that\n");
        assertThat(sheet.header()).containsExactly("Name", "Goal, short");
        assertThat(sheet.lines().get(0).number()).isEqualTo(3);
    }

    @Test
    void aShortLineHasEmptyCellsAndSpacesDoNotCount() throws Unreadable {
        Sheet sheet = read("Name,Email,Years\n Ana\u00A0,ana@library.example\n");
        assertThat(sheet.lines().get(0).cell(0)).isEqualTo("Ana");
        assertThat(sheet.lines().get(0).cell(2)).isEmpty();
    }

    @Test
    void aWorkbookGivesDatesNumbersAndTruthsAsPeopleWriteThem() throws IOException, Unreadable {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("People");
            List<String> header = List.of("Name", "First day", "Meeting", "Years", "Half", "Solo", "Sum");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(2, 0, "Олександра");
            sheet.value(2, 1, LocalDate.parse("2026-01-31"));
            sheet.style(2, 1).format("dd/mm/yyyy").set();
            sheet.value(2, 2, LocalDateTime.parse("2026-01-31T14:30:00"));
            sheet.style(2, 2).format("yyyy-MM-dd H:mm:ss").set();
            sheet.value(2, 3, 12);
            sheet.value(2, 4, 2.5);
            sheet.value(2, 5, true);
            sheet.formula(2, 6, "1+1");
            sheet.finish();
            book.newWorksheet("Notes").value(0, 0, "not read");
        }
        Sheet sheet = SheetFile.read(file.toByteArray());
        assertThat(sheet.lines()).hasSize(1);
        assertThat(sheet.lines().get(0).number())
                .as("as Excel counts the lines")
                .isEqualTo(3);
        assertThat(sheet.lines().get(0).cells().subList(0, 6))
                .containsExactly("Олександра", "2026-01-31", "2026-01-31T14:30", "12", "2.5", "yes");
    }

    @Test
    void whatWeWriteWeReadTheSame() throws Unreadable {
        List<String> nasty = List.of(
                "=HYPERLINK(\"http://evil.example\")",
                "+1 204 555 0199",
                "-2",
                "@cmd",
                "a;b,c\td",
                "two\nlines",
                "'quoted'",
                "ᐊᓂᔑᓈᐯ \uD83D\uDCDA");
        Table table = new Table("People", List.of("a", "b", "c", "d", "e", "f", "g", "h"), List.of(nasty));
        assertThat(SheetFile.read(table.asCsv()).lines().get(0).cells()).isEqualTo(nasty);
        assertThat(SheetFile.read(table.asXlsx()).lines().get(0).cells()).isEqualTo(nasty);
        assertThat(new String(table.asCsv(), UTF_8))
                .startsWith("\uFEFF")
                .contains("'=HYPERLINK", "'+1 204", "'@cmd", ",-2,");
    }

    @Test
    void aFileThatUnpacksToFarTooMuchIsNotOpened() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                zip.write(nothing);
            }
        }
        assertThat(bomb.size()).isLessThan(SheetFile.LARGEST);
        assertThat(refusal(bomb.toByteArray())).contains("Unpacked");
    }

    @Test
    void entitiesThatMultiplyAreNotFollowed() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a").append(i).append(" \"");
            entities.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        entities.append("<!ENTITY file SYSTEM \"file:///etc/passwd\">]>");
        byte[] file = zip(
                Map.of(
                        "[Content_Types].xml",
                                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                        "xl/_rels/workbook.xml.rels",
                                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                        "xl/workbook.xml",
                                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                        "xl/worksheets/sheet1.xml",
                                entities
                                        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x&a29;&file;</t></is></c></row></sheetData></worksheet>"));
        try {
            assertThat(SheetFile.read(file).header().toString().length()).isLessThan(100);
        } catch (Unreadable refused) {
            assertThat(refused.why()).isNotBlank();
        }
    }

    @Test
    void whateverIsNoTableIsRefusedInASentence() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("The file is empty.");
        assertThat(refusal("\n\n ; \n".getBytes(UTF_8))).isEqualTo("The file holds no line.");
        assertThat(refusal(new byte[SheetFile.LARGEST + 1])).contains("5 MB");
        assertThat(refusal("a\n".repeat(SheetFile.MOST_LINES + 2).getBytes(UTF_8)))
                .contains("5,000 lines");
        assertThat(refusal(("a" + ",b".repeat(400)).getBytes(UTF_8))).contains("columns");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .contains(".xls");
        assertThat(refusal("%PDF-1.7\n".getBytes(UTF_8))).contains("neither a CSV file nor an XLSX file");
        assertThat(refusal(new byte[] {1, 2, 0, 0, 3, 4, 0})).contains("neither");
        assertThat(refusal("Name,Goal\nAna,\"never closed\nBen,x\n".getBytes(UTF_8)))
                .contains("never closed");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 5})).contains("can't be read");
        assertThat(refusal(zip(Map.of("hello.txt", "no workbook")))).contains("can't be read");
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return file.toByteArray();
    }
}
