package org.seealso.exchange.sheet;

import java.util.regex.Pattern;

/**
 * A spreadsheet runs a CSV cell that begins like a formula, whoever wrote it into an application. Such a cell gets an
 * apostrophe in front, which every spreadsheet reads as "this is text", and which we take away again.
 */
final class Formulas {
    private static final String DANGEROUS = "=+-@\t\r\n|";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");

    private Formulas() {}

    static String armed(String cell) {
        boolean runs = !cell.isEmpty()
                && DANGEROUS.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        return runs ? "'" + cell : cell;
    }

    static String disarmed(String cell) {
        boolean escaped = cell.length() > 1 && cell.charAt(0) == '\'' && DANGEROUS.indexOf(cell.charAt(1)) >= 0;
        return escaped ? cell.substring(1) : cell;
    }
}
