package org.seealso.rules.difference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A letter (or another text) line by line; within a line that was reworded, word by word. */
public record TextDifference(String file, Kind kind, List<Line> lines) {
    private static final int AROUND = 1;

    /** @param kind absent for a line around a change, shown only to find one's way */
    public record Line(@Nullable Kind kind, List<Piece> pieces) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(kind == null ? " " : kind.sign()).append(' ');
            pieces.forEach(piece -> text.append(piece.text()));
            return text.toString();
        }
    }

    public record Piece(String text, boolean changed) {}

    static TextDifference of(String file, Kind kind, Optional<byte[]> before, Optional<byte[]> after) {
        List<String> was = lines(before);
        List<String> is = lines(after);
        return new TextDifference(file, kind, around(compare(was, is)));
    }

    private static List<String> lines(Optional<byte[]> bytes) {
        return bytes.map(
                        text -> new String(text, StandardCharsets.UTF_8).lines().toList())
                .orElse(List.of());
    }

    private static List<Line> compare(List<String> was, List<String> is) {
        List<Line> lines = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        for (Step step : steps(was, is)) {
            if (step.kind() == Kind.REMOVED) {
                gone.add(step.text());
            } else if (step.kind() == Kind.ADDED) {
                come.add(step.text());
            } else {
                flush(gone, come, lines);
                lines.add(new Line(null, List.of(new Piece(step.text(), false))));
            }
        }
        flush(gone, come, lines);
        return lines;
    }

    /** Lines that take each other's place are shown one under the other with the words that differ. */
    private static void flush(List<String> gone, List<String> come, List<Line> lines) {
        int pairs = Math.min(gone.size(), come.size());
        for (int i = 0; i < pairs; i++) {
            List<Step> words = steps(words(gone.get(i)), words(come.get(i)));
            lines.add(new Line(Kind.REMOVED, pieces(words, Kind.ADDED)));
            lines.add(new Line(Kind.ADDED, pieces(words, Kind.REMOVED)));
        }
        gone.subList(pairs, gone.size())
                .forEach(line -> lines.add(new Line(Kind.REMOVED, List.of(new Piece(line, true)))));
        come.subList(pairs, come.size())
                .forEach(line -> lines.add(new Line(Kind.ADDED, List.of(new Piece(line, true)))));
        gone.clear();
        come.clear();
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split("(?<=\\s)|(?=\\s)"));
    }

    private static List<Piece> pieces(List<Step> words, Kind without) {
        List<Piece> pieces = new ArrayList<>();
        for (Step word : words) {
            if (word.kind() == without) {
                continue;
            }
            boolean changed = word.kind() != null;
            int last = pieces.size() - 1;
            if (last >= 0 && pieces.get(last).changed() == changed) {
                pieces.set(last, new Piece(pieces.get(last).text() + word.text(), changed));
            } else {
                pieces.add(new Piece(word.text(), changed));
            }
        }
        return pieces;
    }

    /** Only changes, and a line around each. */
    private static List<Line> around(List<Line> all) {
        List<Line> shown = new ArrayList<>();
        boolean skipped = false;
        for (int i = 0; i < all.size(); i++) {
            boolean near = false;
            for (int j = Math.max(0, i - AROUND); j <= Math.min(all.size() - 1, i + AROUND); j++) {
                near |= all.get(j).kind() != null;
            }
            if (near) {
                if (skipped) {
                    shown.add(new Line(null, List.of(new Piece("…", false))));
                }
                shown.add(all.get(i));
            }
            skipped = !near;
        }
        return shown;
    }

    private record Step(@Nullable Kind kind, String text) {}

    /** The longest common sequence, by the plain table: a text of ours has some hundred lines at most. */
    private static List<Step> steps(List<String> was, List<String> is) {
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Step> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                steps.add(new Step(null, was.get(i)));
                i++;
                j++;
            } else if (j == is.size() || (i < was.size() && common[i + 1][j] >= common[i][j + 1])) {
                steps.add(new Step(Kind.REMOVED, was.get(i)));
                i++;
            } else {
                steps.add(new Step(Kind.ADDED, is.get(j)));
                j++;
            }
        }
        return steps;
    }
}
