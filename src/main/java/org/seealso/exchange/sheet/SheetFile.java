package org.seealso.exchange.sheet;

import java.util.ArrayList;
import java.util.List;

/** Tells by its first bytes, not by its name, what a file is. */
public final class SheetFile {
    /** A list of 5,000 people with long answers has about 3 MB. */
    public static final int LARGEST = 5 * 1024 * 1024;

    static final int MOST_LINES = 5000;
    static final int MOST_COLUMNS = 300;

    private static final int OLE_FIRST = 0xD0;
    private static final int OLE_SECOND = 0xCF;

    private SheetFile() {}

    public static Sheet read(byte[] file) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable("The file is empty.", "Choose the file with your list and upload it again.");
        }
        if (file.length > LARGEST) {
            throw new Unreadable(
                    "The file is larger than 5 MB.",
                    "Keep the list alone, without pictures and other sheets, or cut it into several files.");
        }
        if (startsWith(file, 'P', 'K')) {
            return sheet(Workbooks.read(file));
        }
        if (startsWith(file, OLE_FIRST, OLE_SECOND)) {
            throw new Unreadable(
                    "This is a spreadsheet of an old kind (.xls), or one with a password.",
                    "Open it in your spreadsheet program and save it as .xlsx or .csv, without a password.");
        }
        return sheet(CsvText.read(file));
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    private static Sheet sheet(List<Sheet.Line> all) throws Unreadable {
        List<Sheet.Line> lines = new ArrayList<>();
        for (Sheet.Line line : all) {
            List<String> cells = line.cells().stream()
                    .map(SheetFile::clean)
                    .map(Formulas::disarmed)
                    .toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                lines.add(new Sheet.Line(line.number(), cells));
            }
        }
        if (lines.isEmpty()) {
            throw new Unreadable("The file holds no line.", "Choose the file with your list and upload it again.");
        }
        if (lines.size() > MOST_LINES + 1) {
            throw new Unreadable("The file has more than 5,000 lines.", "Cut it into several files.");
        }
        if (lines.stream().anyMatch(line -> line.cells().size() > MOST_COLUMNS)) {
            throw new Unreadable(
                    "The file has more than " + MOST_COLUMNS + " columns.",
                    "Keep only the columns of the template, and upload it again.");
        }
        return new Sheet(lines.get(0).cells(), List.copyOf(lines.subList(1, lines.size())));
    }

    /** A no-break space is white space to everybody but {@link String#strip}. */
    private static String clean(String cell) {
        return cell.replace('\u00A0', ' ').strip();
    }
}
