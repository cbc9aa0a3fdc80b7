package org.seealso.exchange.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** CSV in the encodings and with the separators that spreadsheet programs write. */
final class CsvText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
    private static final char BOM = '\uFEFF';

    /** Looking at the beginning is enough to tell UTF-16 without a mark from a file that is no text. */
    private static final int A_LOOK = 4096;

    private CsvText() {}

    static List<Sheet.Line> read(byte[] file) throws Unreadable {
        String text = decoded(file);
        int skipped = 0;
        char separator = ' ';
        // Excel writes such a first line for itself.
        if (text.toLowerCase(Locale.ROOT).startsWith("sep=") && text.length() > 4) {
            separator = text.charAt(4);
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            skipped = 1;
        }
        Split best = new Split(List.of(), true);
        for (char candidate : separator == ' ' ? SEPARATORS : List.of(separator)) {
            Split split = split(text, candidate, skipped);
            best = split.width() > best.width() ? split : best;
        }
        if (best.broken()) {
            int last = best.lines().isEmpty()
                    ? 1
                    : best.lines().get(best.lines().size() - 1).number();
            throw new Unreadable(
                    "After line " + last + " a quotation mark opens a cell and is never closed, stands in the middle of"
                            + " one, or a cell is far too long.",
                    "Correct that line, or save the file again in your spreadsheet program.");
        }
        return best.lines();
    }

    /** What one separator makes of a text; the right one makes the widest header. */
    private record Split(List<Sheet.Line> lines, boolean broken) {
        int width() {
            return lines.isEmpty() ? 0 : lines.get(0).cells().size();
        }
    }

    private static Split split(String text, char separator, int skipped) {
        List<Sheet.Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                lines.add(new Sheet.Line((int) row.getStartingLineNumber() + skipped, row.getFields()));
                if (lines.size() > SheetFile.MOST_LINES * 2) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            return new Split(lines, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Split(lines, false);
    }

    private static String decoded(byte[] file) throws Unreadable {
        Charset charset = charset(file);
        String text = new String(file, charset);
        if (!text.isEmpty() && text.charAt(0) == BOM) {
            text = text.substring(1);
        }
        if (text.indexOf('\0') >= 0 || text.startsWith("%PDF")) {
            throw new Unreadable(
                    "This is neither a CSV file nor an XLSX file.",
                    "Save your list as .xlsx or .csv in your spreadsheet program, and upload that.");
        }
        return text;
    }

    private static Charset charset(byte[] file) {
        if (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (file.length > 1 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        int look = Math.min(file.length, A_LOOK);
        int[] zeros = new int[2];
        for (int i = 0; i < look; i++) {
            if (file[i] == 0) {
                zeros[i % 2]++;
            }
        }
        // Letters of our alphabet have a zero in every second byte of UTF-16.
        if (zeros[1] > look / 4 && zeros[0] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (zeros[0] > look / 4 && zeros[1] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    /** With a byte order mark, without which Excel takes UTF-8 for something older. */
    static byte[] written(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write(BOM);
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            for (List<String> row : rows) {
                writer.writeRecord(row.stream().map(Formulas::armed).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
