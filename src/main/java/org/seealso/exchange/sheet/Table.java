package org.seealso.exchange.sheet;

import java.util.ArrayList;
import java.util.List;

/** A table to be written; with notes, a workbook gets a second sheet for them. */
public record Table(String name, List<String> header, List<List<String>> rows, List<List<String>> notes) {
    public Table(String name, List<String> header, List<List<String>> rows) {
        this(name, header, rows, List.of());
    }

    public byte[] asCsv() {
        return CsvText.written(all());
    }

    public byte[] asXlsx() {
        List<Workbooks.Page> pages = new ArrayList<>(List.of(new Workbooks.Page(name, all())));
        if (!notes.isEmpty()) {
            pages.add(new Workbooks.Page("How to fill it in", notes));
        }
        return Workbooks.written(pages);
    }

    private List<List<String>> all() {
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(rows);
        return all;
    }
}
