package org.seealso.exchange.sheet;

import java.util.List;

/** A table as somebody wrote it: its first line names the columns. Empty lines are left out; all cells are stripped. */
public record Sheet(List<String> header, List<Line> lines) {

    /** @param number as the spreadsheet or an editor counts lines, beginning with 1 */
    public record Line(int number, List<String> cells) {
        /** Empty where a line is shorter than the header. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
