package org.seealso.exchange.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** XLSX: the first sheet of a workbook, read; and a workbook of one or more sheets, written. */
final class Workbooks {
    /** What a workbook may have unzipped: ten times the largest file, for a few kilobytes can hold gigabytes. */
    private static final long LARGEST_UNZIPPED = 50L * 1024 * 1024;

    private static final int MOST_PARTS = 1000;
    private static final int A_BUFFER = 8192;

    /** What Excel calls its own date formats, by number. */
    private static final List<Integer> DATES = List.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47);

    /** Letters of a date outside of quotation marks and colours, as in {@code [Red]yyyy-mm-dd "of"}. */
    private static final Pattern NO_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|General");

    private Workbooks() {}

    static List<Sheet.Line> read(byte[] file) throws Unreadable {
        refuseBombs(file);
        List<Sheet.Line> lines = new ArrayList<>();
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.limit(SheetFile.MOST_LINES * 2L)
                    .forEach(row -> lines.add(new Sheet.Line(row.getRowNum(), cells(row))));
        } catch (IOException | RuntimeException e) {
            // The reader throws what its XML parser throws; whatever it is, the file is at fault.
            throw noWorkbook();
        }
        return lines;
    }

    private static Unreadable noWorkbook() {
        return new Unreadable(
                "This looks like a spreadsheet, but it can't be read.",
                "Open it in your spreadsheet program and save it again as .xlsx or .csv.");
    }

    /** Unzips everything once into nothing, by the same directory the reader uses. */
    private static void refuseBombs(byte[] file) throws Unreadable {
        long unzipped = 0;
        byte[] buffer = new byte[A_BUFFER];
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            boolean many = parts.size() > MOST_PARTS;
            for (ZipArchiveEntry part : many ? List.<ZipArchiveEntry>of() : parts) {
                try (InputStream content = zip.getInputStream(part)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unzipped += read;
                        if (unzipped > LARGEST_UNZIPPED) {
                            break;
                        }
                    }
                }
                if (unzipped > LARGEST_UNZIPPED) {
                    break;
                }
            }
            if (many || unzipped > LARGEST_UNZIPPED) {
                throw new Unreadable(
                        "Unpacked, this file is far larger than a list of people can be, so we did not open it.",
                        "Copy the list alone into a new spreadsheet, save it, and upload that.");
            }
        } catch (IOException | RuntimeException e) {
            throw noWorkbook();
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), SheetFile.MOST_COLUMNS + 1); i++) {
            cells.add(row.getOptionalCell(i).map(Workbooks::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
            case BOOLEAN -> cell.asBoolean() ? "yes" : "no";
            case STRING -> cell.asString();
            case FORMULA -> formula(cell);
            case EMPTY, ERROR -> "";
        };
    }

    /** A formula counts as what it last came to, which the file keeps beside it. */
    private static String formula(Cell cell) {
        String raw = String.valueOf(cell.getRawValue() == null ? "" : cell.getRawValue());
        if (cell.getValue() instanceof BigDecimal number) {
            return isDate(cell) ? raw : number(number);
        }
        return raw;
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.withNano(0).toString();
    }

    private static boolean isDate(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return false;
        }
        Integer id = cell.getDataFormatId();
        if (id != null && DATES.contains(id)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String letters = NO_DATE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.contains("y") || letters.contains("d") || letters.contains("h");
    }

    /** One sheet of a workbook; the first row names its columns. */
    record Page(String name, List<List<String>> rows) {}

    static byte[] written(List<Page> pages) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "SeeAlso", "1.0")) {
            for (Page page : pages) {
                Worksheet sheet = book.newWorksheet(page.name());
                List<List<String>> rows = page.rows();
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        // Text is never a formula in a workbook, so nothing has to be escaped.
                        sheet.value(row, column, rows.get(row).get(column));
                    }
                }
                if (!rows.isEmpty() && !rows.get(0).isEmpty()) {
                    sheet.range(0, 0, 0, rows.get(0).size() - 1).style().bold().set();
                    sheet.freezePane(0, 1);
                }
                sheet.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
