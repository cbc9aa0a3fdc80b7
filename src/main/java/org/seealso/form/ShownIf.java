package org.seealso.form;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hide condition turned into a hint the page's small script understands: {@code key=value}, {@code key!=value} or
 * {@code key=*} for any answer. Only the plain shapes are; everything else stays visible and the server decides.
 */
final class ShownIf {
    private static final String KEY = "([A-Za-z]\\w*)";
    private static final String TEXT = "\"([^\"|]*)\"";

    private record Shape(Pattern pattern, String hint) {}

    private static final List<Shape> SHAPES = List.of(
            shape(KEY + " ?= ?\"\"", "$1=*"),
            shape(KEY + " ?!= ?" + TEXT, "$1=$2"),
            shape("not\\( ?" + KEY + " ?= ?" + TEXT + " ?\\)", "$1=$2"),
            shape(
                    "(?:[A-Za-z]\\w* = null or )?not\\( ?list contains\\( ?" + KEY + " ?, ?" + TEXT + " ?\\) ?\\)",
                    "$1=$2"),
            shape(KEY + " ?= ?" + TEXT, "$1!=$2"),
            shape("list contains\\( ?" + KEY + " ?, ?" + TEXT + " ?\\)", "$1!=$2"),
            shape(KEY + "(?: ?= ?true)?", "$1!=true"),
            shape(KEY + " ?!= ?true|" + KEY + " ?= ?false|not\\( ?" + KEY + " ?\\)", "$1$2$3=true"),
            shape(KEY + " ?= ?null(?: or \\1 ?= ?\"\")?", "$1=*"));

    private ShownIf() {}

    static Optional<String> hint(String hide) {
        String tidy = hide.strip().replaceAll("\\s+", " ");
        for (Shape shape : SHAPES) {
            Matcher matcher = shape.pattern().matcher(tidy);
            if (matcher.matches()) {
                return Optional.of(matcher.replaceFirst(shape.hint()));
            }
        }
        return Optional.empty();
    }

    private static Shape shape(String pattern, String hint) {
        return new Shape(Pattern.compile(pattern), hint);
    }
}
