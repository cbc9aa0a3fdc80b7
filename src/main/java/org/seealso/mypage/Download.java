package org.seealso.mypage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** Everything about one person as a ZIP: once for machines, once for people. */
@Component
class Download {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>What SeeAlso knows of you</title>
            <style>body { font-family: sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5 }
            dt { font-weight: bold } dd { margin: 0 0 .5rem; white-space: pre-line; overflow-wrap: anywhere }
            dl { border-top: 1px solid; padding-top: .5rem }</style>
            </head>
            <body>
            <h1>What SeeAlso knows of you</h1>
            <p>The same stands in my-data.json, for machines. Other people's names and words are theirs and not in it.
            If you ever reported behaviour, ask the conduct handlers about it: what they keep is in no file that lies
            about.</p>
            """;

    private final Belongings belongings;
    private final ObjectMapper json;

    Download(Belongings belongings, ObjectMapper json) {
        this.belongings = belongings;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
    }

    @Transactional(readOnly = true)
    public byte[] zip(UUID person) {
        Map<String, List<Map<String, Object>>> all = belongings.everything(person);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "my-data.html", html(all));
            add(zip, "my-data.json", json.writeValueAsString(all));
        } catch (JsonProcessingException e) {
            // Without its cause: Jackson quotes what it could not write.
            throw new IllegalStateException("somebody's data cannot be written as JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String html(Map<String, List<Map<String, Object>>> all) {
        StringBuilder page = new StringBuilder(HEAD);
        all.forEach((title, rows) -> {
            if (rows.isEmpty()) {
                return;
            }
            page.append("<h2>").append(sentence(title)).append("</h2>\n");
            for (Map<String, Object> row : rows) {
                page.append("<dl>\n");
                row.forEach((what, value) -> page.append("<dt>")
                        .append(sentence(what.replace('_', ' ')))
                        .append("</dt><dd>")
                        .append(HtmlUtils.htmlEscape(
                                value instanceof List<?> items
                                        ? String.join(
                                                ", ",
                                                items.stream()
                                                        .map(String::valueOf)
                                                        .toList())
                                        : value.toString()))
                        .append("</dd>\n"));
                page.append("</dl>\n");
            }
        });
        return page.append("</body>\n</html>\n").toString();
    }

    private static String sentence(String words) {
        return HtmlUtils.htmlEscape(Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
