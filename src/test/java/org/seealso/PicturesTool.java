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
                Files.writeString(pictureOf(model), finished(svg, hash(model)));
                System.out.println(pictureOf(model));
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

    /** Adds the hash and a white ground: the lines are black, and readers' pages may be dark. */
    private static String finished(String svg, String hash) {
        String text = stableIds(svg);
        Matcher opening = SVG.matcher(text);
        if (!opening.find()) {
            throw new IllegalStateException("The viewer's picture has no size: " + text.substring(0, 300));
        }
        String ground = "<!-- model sha256 " + hash
                + " --><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"white\"/>"
                        .formatted(opening.group(1), opening.group(2), opening.group(3), opening.group(4));
        return text.substring(0, opening.end()) + ground + text.substring(opening.end()) + "\n";
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
