package org.seealso.rules.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * A decision table and what changes in it, cell by cell.
 *
 * @param marks where in the drawn table something changes
 */
public record TableDifference(String file, String name, Kind kind, List<Row> rows, List<Mark> marks) {
    /**
     * @param key what stands in its first cells, as people call it
     * @param cells the title of the column, before and after
     */
    public record Row(String id, String key, Kind kind, List<Detail> cells) {}

    /**
     * A place in the drawing.
     *
     * @param id of a cell, a row or a column
     * @param before what stood in the cell; empty if nothing did
     */
    public record Mark(String id, Kind kind, String before) {}

    /**
     * A table as it stands in the file.
     *
     * @param columns by id with their titles
     * @param rows by id with their cells by column
     * @param cells by row with the ids of their cells by column
     */
    private record Read(
            String name,
            Map<String, String> columns,
            Map<String, Map<String, String>> rows,
            Map<String, Map<String, String>> cells,
            String hits) {
        List<String> ids(String row) {
            List<String> ids = new ArrayList<>(List.of(row));
            ids.addAll(cells.getOrDefault(row, Map.of()).values());
            return ids;
        }
    }

    static TableDifference of(String file, Kind kind, Optional<byte[]> before, Optional<byte[]> after) {
        Read none = new Read(file, Map.of(), Map.of(), Map.of(), "");
        Read was = before.map(TableDifference::read).orElse(none);
        Read is = after.map(TableDifference::read).orElse(none);
        List<Row> rows = new ArrayList<>();
        if (kind == Kind.CHANGED) {
            List<Detail> heads = new ArrayList<>(Detail.between(titled(was), titled(is)));
            if (!was.hits().equals(is.hits())) {
                heads.add(new Detail("which rows count", was.hits(), is.hits()));
            }
            if (!heads.isEmpty()) {
                rows.add(new Row("", "the columns", Kind.CHANGED, heads));
            }
        }
        Set<String> ids = new LinkedHashSet<>(is.rows().keySet());
        ids.addAll(was.rows().keySet());
        for (String id : ids) {
            row(id, was, is).ifPresent(rows::add);
        }
        order(was, is).ifPresent(rows::add);
        return new TableDifference(file, is.name().equals(file) ? was.name() : is.name(), kind, rows, marks(was, is));
    }

    private static List<Mark> marks(Read was, Read is) {
        List<Mark> marks = new ArrayList<>();
        is.columns().keySet().stream()
                .filter(column -> !was.columns().containsKey(column))
                .forEach(column -> marks.add(new Mark(column, Kind.ADDED, "")));
        was.columns().keySet().stream()
                .filter(column -> !is.columns().containsKey(column))
                .forEach(column -> marks.add(new Mark(column, Kind.REMOVED, "")));
        is.rows().forEach((id, fresh) -> {
            Map<String, String> old = was.rows().get(id);
            if (old == null) {
                is.ids(id).forEach(cell -> marks.add(new Mark(cell, Kind.ADDED, "")));
                return;
            }
            is.cells().getOrDefault(id, Map.of()).forEach((column, cell) -> {
                String before = old.getOrDefault(column, "");
                if (!before.equals(fresh.getOrDefault(column, ""))) {
                    marks.add(new Mark(cell, Kind.CHANGED, before));
                }
            });
        });
        was.rows().keySet().stream()
                .filter(id -> !is.rows().containsKey(id))
                .forEach(id -> was.ids(id).forEach(cell -> marks.add(new Mark(cell, Kind.REMOVED, ""))));
        return marks;
    }

    private static Optional<Row> row(String id, Read was, Read is) {
        Map<String, String> old = was.rows().get(id);
        Map<String, String> fresh = is.rows().get(id);
        if (old == null && fresh != null) {
            return Optional.of(new Row(id, key(fresh), Kind.ADDED, cells(Map.of(), fresh, was, is)));
        }
        if (old != null && fresh == null) {
            return Optional.of(new Row(id, key(old), Kind.REMOVED, cells(old, Map.of(), was, is)));
        }
        if (old == null || fresh == null) {
            return Optional.empty();
        }
        List<Detail> cells = cells(old, fresh, was, is);
        return cells.isEmpty() ? Optional.empty() : Optional.of(new Row(id, key(old), Kind.CHANGED, cells));
    }

    private static List<Detail> cells(Map<String, String> old, Map<String, String> fresh, Read was, Read is) {
        List<Detail> cells = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>(is.columns().keySet());
        columns.addAll(was.columns().keySet());
        for (String column : columns) {
            String before = old.getOrDefault(column, "");
            String after = fresh.getOrDefault(column, "");
            if (!before.equals(after)) {
                String title = is.columns().getOrDefault(column, was.columns().getOrDefault(column, ""));
                cells.add(new Detail(title, before, after));
            }
        }
        return cells;
    }

    /** Where the first row that fits decides, the order of the rows is a rule, too. */
    private static Optional<Row> order(Read was, Read is) {
        List<String> old =
                was.rows().keySet().stream().filter(is.rows()::containsKey).toList();
        List<String> fresh =
                is.rows().keySet().stream().filter(was.rows()::containsKey).toList();
        if (old.equals(fresh)) {
            return Optional.empty();
        }
        return Optional.of(new Row(
                "",
                "the order of the rows",
                Kind.CHANGED,
                List.of(new Detail("from top to bottom", keys(old, was), keys(fresh, is)))));
    }

    private static String keys(List<String> ids, Read read) {
        return ids.stream()
                .map(id -> key(read.rows().getOrDefault(id, Map.of())))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static Map<String, String> titled(Read read) {
        Map<String, String> titles = new LinkedHashMap<>();
        read.columns().forEach((id, title) -> titles.put("column " + title, "there"));
        return titles;
    }

    private static String key(Map<String, String> cells) {
        return cells.values().stream()
                .filter(text -> !text.isEmpty() && !text.equals("-"))
                .limit(2)
                .map(text -> text.replace("\"", ""))
                .reduce((a, b) -> a + " / " + b)
                .orElse("for everything");
    }

    private static Read read(byte[] bytes) {
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Map<String, Map<String, String>> ids = new LinkedHashMap<>();
        Element root = Xml.read(bytes);
        StringBuilder name = new StringBuilder();
        StringBuilder hits = new StringBuilder();
        for (Element decision : Xml.children(root, "decision")) {
            if (name.isEmpty()) {
                name.append(decision.getAttribute("name"));
            }
            Xml.child(decision, "decisionTable").ifPresent(table -> {
                hits.append(table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy"));
                read(table, columns, rows, ids);
            });
        }
        return new Read(name.toString(), columns, rows, ids, hits.toString());
    }

    private static void read(
            Element table,
            Map<String, String> columns,
            Map<String, Map<String, String>> rows,
            Map<String, Map<String, String>> ids) {
        List<Element> heads = new ArrayList<>(Xml.children(table, "input"));
        heads.addAll(Xml.children(table, "output"));
        heads.forEach(head -> columns.put(head.getAttribute("id"), title(head)));
        for (Element rule : Xml.children(table, "rule")) {
            List<Element> entries = new ArrayList<>(Xml.children(rule, "inputEntry"));
            entries.addAll(Xml.children(rule, "outputEntry"));
            Map<String, String> cells = new LinkedHashMap<>();
            Map<String, String> cellIds = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(entries.size(), heads.size()); i++) {
                cells.put(
                        heads.get(i).getAttribute("id"),
                        Xml.child(entries.get(i), "text").map(Xml::text).orElse(""));
                cellIds.put(heads.get(i).getAttribute("id"), entries.get(i).getAttribute("id"));
            }
            rows.put(rule.getAttribute("id"), cells);
            ids.put(rule.getAttribute("id"), cellIds);
        }
    }

    private static String title(Element head) {
        if (!head.getAttribute("label").isBlank()) {
            return head.getAttribute("label").strip();
        }
        if (!head.getAttribute("name").isBlank()) {
            return head.getAttribute("name").strip();
        }
        return Xml.child(head, "inputExpression")
                .flatMap(expression -> Xml.child(expression, "text"))
                .map(Xml::text)
                .orElse(head.getAttribute("id"));
    }
}
