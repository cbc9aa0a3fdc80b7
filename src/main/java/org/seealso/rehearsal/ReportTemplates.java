package org.seealso.rehearsal;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Draws a report as one file that needs nothing else: style and scripts stand inside. Every value is escaped, and the
 * page's own policy lets no script run but these two, should a letter ever bring one along.
 */
final class ReportTemplates {
    private static final String FOLDER = "/templates/rehearsal/";
    private static final String VIEWER = "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .defaultValue("")
            .emptyStringIsFalse(true)
            .zeroIsFalse(true)
            .withLoader(name -> new StringReader(text(FOLDER + name + ".mustache")));

    private ReportTemplates() {}

    static String draw(String template, Map<String, ?> view) {
        String viewer = text(VIEWER);
        String script = text(FOLDER + "report.js");
        Map<String, Object> all = new HashMap<>(view);
        all.put("style", text(FOLDER + "report.css"));
        all.put("viewer", viewer);
        all.put("script", script);
        all.put(
                "policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src '" + sha256(viewer) + "' '"
                        + sha256(script) + "'; base-uri 'none'; form-action 'none'");
        return COMPILER.loadTemplate(template).execute(all);
    }

    private static String sha256(String text) {
        try {
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String path) {
        try (InputStream in = ReportTemplates.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The jar does not hold " + path);
            }
            // A browser reads every line end as \n, and the policy's checksums are of what it reads.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
