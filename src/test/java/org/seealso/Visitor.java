package org.seealso;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Somebody at a browser: keeps cookies, sends forms with their hidden field, follows nothing by itself. */
public class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One for all visitors: a client of one's own is three threads, and a season has thousands of visits. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI home;

    public Visitor(int port) {
        this.home = URI.create("http://localhost:" + port);
    }

    /** A visitor who has signed in on our page. */
    public static Visitor signedIn(int port, String name, String password) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(name, password);
        return visitor;
    }

    public HttpResponse<String> signIn(String name, String password) {
        String page = get("/login").body();
        return form("/login", page, Map.of("username", name, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    /** Sends a page's form: the values given, and the hidden CSRF field of the page they were typed into. */
    public HttpResponse<String> form(String path, String page, Map<String, String> values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return formOfLists(path, page, lists);
    }

    /** The same for a form in which a question may have several answers. */
    public HttpResponse<String> formOfLists(String path, String page, Map<String, List<String>> values) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        Jsoup.parse(page)
                .select("input[type=hidden]")
                .forEach(i -> all.putIfAbsent(i.attr("name"), List.of(i.attr("value"))));
        // As the page's script does: whatever is asked has been seen.
        all.computeIfPresent("_seen", (name, keys) -> values.containsKey(name) ? keys : List.of("*"));
        String body = all.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(value -> encode(e.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a page's form with a file, as a browser does. */
    public HttpResponse<String> upload(
            String path, String page, Map<String, String> values, String fileName, byte[] file) {
        Map<String, String> all = new LinkedHashMap<>(values);
        Jsoup.parse(page).select("input[type=hidden]").forEach(i -> all.putIfAbsent(i.attr("name"), i.attr("value")));
        String boundary = "----here-and-no-further";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A file behind a link. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Calls the engine as Tasklist does, with the token from the cookie. */
    public HttpResponse<String> engine(String method, String path, String json) {
        if (!cookies.containsKey("XSRF-TOKEN")) {
            get("/camunda/app/tasklist/default/");
        }
        return json(method, "/camunda/api/engine/engine/default/" + path, json, cookie("XSRF-TOKEN"));
    }

    public JsonNode engineJson(String path) {
        return read(get("/camunda/api/engine/engine/default/" + path).body());
    }

    public HttpResponse<String> json(String method, String path, String json, Optional<String> token) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
        token.ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        return send(request);
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String pair = header.split(";")[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
