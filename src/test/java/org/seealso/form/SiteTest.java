package org.seealso.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages as a browser gets them: only the web layer and the site's templates, over real HTTP. */
@SpringBootTest(
        classes = SiteTest.Pages.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "management.endpoints.web.exposure.include=")
class SiteTest {
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        MustacheAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class
    })
    @Import({SiteConfiguration.class, Door.class})
    static class Pages {}

    record Token(String parameterName, String token) {}

    record Program(String name, String association, String deadline, String href) {}

    @Controller
    static class Door {
        @GetMapping("/apply")
        String apply(Model model) throws IOException {
            FormSheet form = new RulesInMemory()
                    .with("application-peer.form", Files.readAllBytes(Path.of("forms/application-peer.form")))
                    .book()
                    .open("d1", "application-peer");
            model.addAttribute("title", form.title());
            model.addAttribute("association", "Manitoba Library Association");
            model.addAttribute("fields", form.html(Map.of(), Map.of()));
            model.addAttribute("submit", "Send my application");
            model.addAttribute("_csrf", new Token("_csrf", "secret"));
            return "page/form";
        }

        @GetMapping("/wrong")
        String wrong(Model model) {
            model.addAttribute("title", "Apply");
            model.addAttribute("fields", "");
            model.addAttribute("errors", List.of(new Verdict.FieldError("name", "Please write your name.")));
            return "page/form";
        }

        @GetMapping("/thanks")
        String thanks(Model model) {
            model.addAttribute("title", "Thank you");
            model.addAttribute("paragraphs", List.of("Your answers <have> arrived."));
            model.addAttribute("next", "A coordinator reads them.");
            return "page/message";
        }

        @GetMapping("/home")
        String home(Model model) {
            model.addAttribute("title", "Learn with a colleague");
            model.addAttribute(
                    "programs",
                    List.of(new Program("Peer mentorship", "Manitoba Library Association", "", "/apply/mla-peer")));
            return "page/home";
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("a secret");
        }
    }

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", "text/html,text/css,*/*")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) throws IOException {
        if (response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return new String(
                    new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(text(get(path)), "http://localhost:" + port);
    }

    @Test
    void aFirstVisitIsSmallAndTheStyleIsKeptForAYear() throws Exception {
        HttpResponse<byte[]> first = get("/apply");
        Document page = Jsoup.parse(text(first), "http://localhost:" + port);
        int bytes = first.body().length;
        List<String> parts = page.select("link[href], script[src]").stream()
                .map(e -> e.hasAttr("href") ? e.attr("href") : e.attr("src"))
                .toList();
        assertThat(parts).hasSize(4).allMatch(part -> part.startsWith("/assets/"));
        for (String part : parts) {
            HttpResponse<byte[]> response = get(part);
            assertThat(response.statusCode()).as(part).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "immutable"));
            bytes += response.body().length;
        }
        assertThat(bytes).isLessThan(60_000);
    }

    @Test
    void theFormPageIsWholeAndCarriesItsToken() throws Exception {
        Document page = page("/apply");
        assertThat(page.title()).isEqualTo("Apply to be matched with a peer – SeeAlso");
        assertThat(page.select("h1").eachText()).containsExactly("Apply to be matched with a peer");
        assertThat(page.expectFirst(".govuk-skip-link").attr("href")).isEqualTo("#main-content");
        assertThat(page.select("main#main-content")).hasSize(1);
        assertThat(page.expectFirst("form[method=post] input[name=_csrf]").val())
                .isEqualTo("secret");
        assertThat(page.expectFirst("button").text()).isEqualTo("Send my application");
        assertThat(page.select(".govuk-error-summary, [style], script:not([src])"))
                .isEmpty();
        assertThat(page.text()).contains("Manitoba Library Association");
    }

    @Test
    void errorsAreSummedUpWithLinksToTheirFields() throws Exception {
        Document page = page("/wrong");
        assertThat(page.title()).startsWith("Error: Apply");
        assertThat(page.expectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#name");
        assertThat(page.select(".govuk-error-summary")).hasSize(1);
        assertThat(page.select("input[name=_csrf]")).isEmpty();
    }

    @Test
    void messagesAndTheFirstPageReadWell() throws Exception {
        assertThat(page("/thanks").expectFirst("main").text())
                .isEqualTo("Thank you Your answers <have> arrived. What happens next A coordinator reads them.");
        Document home = page("/home");
        assertThat(home.expectFirst("a[href=/apply/mla-peer]").text()).isEqualTo("Apply to Peer mentorship");
        assertThat(home.text()).doesNotContain("apply by");
    }

    @Test
    void aWrongAddressAndAFailureAreExplainedKindly() throws Exception {
        HttpResponse<byte[]> missing = get("/nowhere");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(text(missing)).contains("We cannot find that page");
        HttpResponse<byte[]> broken = get("/broken");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(text(broken)).contains("not your fault").doesNotContain("a secret");
    }
}
