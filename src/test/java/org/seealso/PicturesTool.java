package org.seealso;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Draws docs/pictures from processes: one SVG per BPMN file, drawn by bpmn-js in a browser, so that a picture shows what
 * the Modeler shows. Each picture carries the SHA-256 of its model; PicturesTest finds those left behind.
 */
public final class PicturesTool {
    static final Path MODELS = Path.of("processes");
    static final Path PICTURES = Path.of("docs/pictures");
    /** The README's picture: a program is one long line, which a page can show only in rows. */
    static final Path LIFECYCLE = PICTURES.resolve("lifecycle.svg");

    static final Path LIFECYCLE_MODEL = MODELS.resolve("program.bpmn");
    private static final double WIDEST_ROW = 1200;
    private static final double BETWEEN_ROWS = 30;
    private static final double CLEARANCE = 8;

    private static final String VIEWER = "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";
    private static final String DRAW = """
            const [xml, done] = arguments;
            const container = document.createElement('div');
            document.body.append(container);
            const viewer = new BpmnJS({ container });
            viewer.importXML(xml)
              .then(() => viewer.saveSVG())
              .then(({ svg }) => done({ svg }))
              .catch(fault => done({ fault: String(fault) }))
              .finally(() => container.remove());
            """;
    /** The viewer makes up a new id for its arrow heads at each run; a picture should change with its model only. */
    private static final Pattern ARROW_HEAD = Pattern.compile("id=\"([a-z-]+-(?:white|black|[a-z]+)-[0-9a-z]{20,})\"");

    private static final Pattern SVG =
            Pattern.compile("<svg [^>]*viewBox=\"([-\\d.]+) ([-\\d.]+) ([\\d.]+) ([\\d.]+)\"[^>]*>");

    private static final Pattern BOUNDS =
            Pattern.compile("<dc:Bounds x=\"([-\\d.]+)\" y=\"[-\\d.]+\" width=\"([\\d.]+)\"");

    private PicturesTool() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(PICTURES);
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        ChromeDriver browser = new ChromeDriver(options);
        try {
            browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
            browser.get("data:text/html;charset=utf-8,<!doctype html><title>Pictures</title><body></body>");
            browser.executeScript(viewer());
            for (Path model : models()) {
                Object drawn = browser.executeAsyncScript(DRAW, Files.readString(model));
                if (!(drawn instanceof Map<?, ?> result) || !(result.get("svg") instanceof String svg)) {
                    throw new IllegalStateException(model + " cannot be drawn: " + drawn);
                }
                String stable = stableIds(svg);
                Files.writeString(pictureOf(model), inOneRow(stable, hash(model)));
                System.out.println(pictureOf(model));
                if (model.equals(LIFECYCLE_MODEL)) {
                    Files.writeString(LIFECYCLE, inRows(stable, hash(model), Files.readString(model)));
                    System.out.println(LIFECYCLE);
                }
            }
        } finally {
            browser.quit();
        }
    }

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    static Path pictureOf(Path model) {
        return PICTURES.resolve(model.getFileName().toString().replace(".bpmn", ".svg"));
    }

    /** Of the text with plain line ends, since Git may hand out others. */
    static String hash(Path model) throws IOException {
        try {
            byte[] text = Files.readString(model).replace("\r", "").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inOneRow(String svg, String hash) {
        Matcher opening = opening(svg);
        String[] size = {opening.group(1), opening.group(2), opening.group(3), opening.group(4)};
        return svg.substring(0, opening.end()) + ground(hash, size) + svg.substring(opening.end()) + "\n";
    }

    /** The same picture cut into rows, never through a symbol or a word. */
    private static String inRows(String svg, String hash, String model) {
        Matcher opening = opening(svg);
        double left = Double.parseDouble(opening.group(1));
        double top = Double.parseDouble(opening.group(2));
        double width = Double.parseDouble(opening.group(3));
        double height = Double.parseDouble(opening.group(4));
        int rows = (int) Math.ceil(width / WIDEST_ROW);
        StringBuilder shown = new StringBuilder();
        double widest = 0;
        double from = left;
        for (int row = 0; row < rows; row++) {
            double to = row == rows - 1 ? left + width : cutNear(left + (row + 1) * width / rows, model);
            shown.append(
                    "<svg x=\"0\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\"><use xlink:href=\"#whole\"/></svg>"
                            .formatted(row * (height + BETWEEN_ROWS), to - from, height, from, top, to - from, height));
            widest = Math.max(widest, to - from);
            from = to;
        }
        double tallest = rows * (height + BETWEEN_ROWS) - BETWEEN_ROWS;
        String inside = svg.substring(opening.end(), svg.lastIndexOf("</svg>"));
        return svg.substring(0, opening.start())
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" version=\"1.1\">"
                        .formatted(widest, tallest, widest, tallest)
                + ground(hash, "0", "0", Double.toString(widest), Double.toString(tallest))
                + "<defs><g id=\"whole\">" + inside + "</g></defs>" + shown + "</svg>\n";
    }

    private static double cutNear(double wanted, String model) {
        List<double[]> taken = BOUNDS.matcher(model)
                .results()
                .map(bounds -> {
                    double x = Double.parseDouble(bounds.group(1));
                    return new double[] {x - CLEARANCE, x + Double.parseDouble(bounds.group(2)) + CLEARANCE};
                })
                .toList();
        return DoubleStream.iterate(0, step -> step + 1)
                .flatMap(step -> DoubleStream.of(wanted - step, wanted + step))
                .filter(x -> taken.stream().noneMatch(span -> span[0] < x && x < span[1]))
                .findFirst()
                .orElseThrow();
    }

    private static Matcher opening(String svg) {
        Matcher opening = SVG.matcher(svg);
        if (!opening.find()) {
            throw new IllegalStateException("The viewer's picture has no size");
        }
        return opening;
    }

    /** The hash, and white: the lines are black, and a reader's page may be dark. */
    private static String ground(String hash, String... size) {
        return "<!-- model sha256 " + hash
                + " --><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"white\"/>".formatted((Object[]) size);
    }

    private static String stableIds(String svg) {
        String text = svg;
        Matcher heads = ARROW_HEAD.matcher(svg);
        int number = 0;
        while (heads.find()) {
            text = text.replace(heads.group(1), "head-" + number++);
        }
        return text;
    }

    private static String viewer() throws IOException {
        try (InputStream script = Objects.requireNonNull(
                PicturesTool.class.getResourceAsStream(VIEWER), "bpmn-js is not on the test class path")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
