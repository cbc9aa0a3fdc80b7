package org.seealso.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seealso.SeeAlsoTest;
import org.seealso.Visitor;
import org.seealso.form.FormBook;
import org.seealso.form.FormSheet;
import org.seealso.form.Words;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page says of every question people of a program are asked who reads the answer. */
@SeeAlsoTest
class PrivacyPagesTest {
    @Autowired
    PublishedRules rules;

    @Autowired
    FormBook forms;

    @LocalServerPort
    int port;

    private Document page(String program) {
        return Jsoup.parse(new Visitor(port).get("/privacy/" + program).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mla-peer", "vimloc", "wla", "university", "peer-group", "flash", "informal"})
    void everyQuestionStandsThereWithItsReaders(String program) {
        ProgramRow row = rules.row(rules.current(), program);
        Document page = page(program);
        List<String> asked = row.selfSelected()
                ? List.of("register", row.closingForm(), "check-in", "leave")
                : List.of(row.applicationForms().get(0), row.closingForm(), "check-in", "conduct-report", "leave");
        for (String form : asked) {
            for (FormSheet.Field field : forms.open(rules.current(), form).fields()) {
                if (field.question().contains("{{")) {
                    continue;
                }
                assertThat(page.select("tr:has(th:containsOwn("
                                        + field.question().split("[()“”\"'?]")[0] + "))")
                                .text())
                        .as(form + " " + field.key())
                        .contains(field.readers().inWords(false, Words.of(Words.ENGLISH)));
            }
        }
        assertThat(page.text()).contains(row.retentionMonths() + " months");
    }

    @Test
    void whatCoordinatorsFillInAndWhatOtherProgramsAskStandsNotThere() {
        assertThat(page("mla-peer").select("caption").eachText())
                .noneMatch(title -> title.contains("{{"))
                .doesNotContain(
                        forms.open(rules.current(), "review-application").title())
                .doesNotContain(forms.open(rules.current(), "application-flash")
                        .title(Map.of("programName", "MLA Peer Mentorship")));
        assertThat(new Visitor(port).get("/privacy/nothing-of-the-kind").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoWishesForFrenchReadsNothingElse() {
        for (String program : List.of("mla-peer", "vimloc", "informal")) {
            ProgramRow row = rules.row(rules.current(), program);
            Document french = page(program + "?lang=fr");
            assertThat(french.select("html").attr("lang")).isEqualTo("fr");
            assertThat(french.select("h1").text()).isEqualTo("Votre vie privée : " + row.name());
            assertThat(french.text()).contains("supprimé " + row.retentionMonths() + " mois après", "la coordination");
            assertThat(org.seealso.Words.english(
                            french.text() + " " + french.title(), row.name(), row.association(), row.coordinatorName()))
                    .as(program)
                    .isEmpty();
            assertThat(page(program).select("a[hreflang=fr]").attr("href")).isEqualTo("?lang=fr");
        }
        assertThat(page("nothing-of-the-kind?lang=fr").text()).contains("Ce programme n’existe pas");
    }

    @Test
    void everyFormLeadsThere() {
        assertThat(Jsoup.parse(new Visitor(port).get("/apply/mla-peer").body())
                        .select("footer a[href]")
                        .eachAttr("href"))
                .contains("/me");
    }
}
