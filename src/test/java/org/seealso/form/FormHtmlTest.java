package org.seealso.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.seealso.form.RulesInMemory.form;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormHtmlTest {
    private static Document draw(FormSheet form, Map<String, ?> filled, Map<String, ?> context) {
        return Jsoup.parseBodyFragment(form.html(filled, context));
    }

    @Test
    void aQuestionHasItsLabelHintReadersAndType() {
        Document page = draw(
                form(
                        "{'type':'textfield','id':'e','key':'email','label':'Your email','description':'We write there.',"
                                + "'validate':{'required':true,'validationType':'email'},'properties':{'readers':'coordinators partner'}}"),
                Map.of("email", "ana@example.ca"),
                Map.of());
        Element input = page.expectFirst("input#email");
        assertThat(input.attr("type")).isEqualTo("email");
        assertThat(input.attr("autocomplete")).isEqualTo("email");
        assertThat(input.val()).isEqualTo("ana@example.ca");
        assertThat(page.expectFirst("label[for=email]").text()).isEqualTo("Your email");
        assertThat(input.attr("aria-describedby")).isEqualTo("email-hint email-readers");
        assertThat(page.expectFirst("#email-readers").text())
                .isEqualTo("Who reads this: coordinators and your partner, after the match");
        assertThat(page.expectFirst("#email-hint").text()).isEqualTo("We write there.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | coordinators",
                "coordinators partner | coordinators and your partner, after the match",
                "matching | only the matching",
                "coordinators, matching | coordinators and the matching",
                "coordinators partner matching | coordinators, the matching, and your partner, after the match",
                "conduct | only conduct handlers",
                "report | only counted, without your name"
            })
    void theReadersStandBesideTheQuestionInWords(String readers, String words) {
        Document page = draw(
                form("{'type':'textarea','id':'a','key':'a','label':'A','properties':{'readers':'" + readers + "'}}"),
                Map.of(),
                Map.of());
        assertThat(page.expectFirst("#a-readers").text()).isEqualTo("Who reads this: " + words);
    }

    @Test
    void betweenMatchedPeopleThePartnerNeedsNoExplanation() {
        Document page = draw(
                form(
                        "{'type':'textarea','id':'a','key':'a','label':'A','properties':{'readers':'coordinators partner'}}"),
                Map.of(),
                Map.of("matched", true));
        assertThat(page.expectFirst("#a-readers").text()).isEqualTo("Who reads this: coordinators and your partner");
    }

    @Test
    void errorsStandBesideTheFieldAndKeepWhatWasWritten() {
        FormSheet form = form(
                "{'type':'textfield','id':'e','key':'email','label':'Email','validate':{'validationType':'email'}},"
                        + "{'type':'radio','id':'f','key':'fit','label':'Fit','values':[{'label':'Good','value':'good'},{'label':'Bad','value':'bad'}],'validate':{'required':true}}");
        Map<String, List<String>> posted = Map.of("email", List.of("ana@"));
        Document page = Jsoup.parseBodyFragment(form.html(posted, form.judge(posted, Map.of()), Map.of()));
        Element input = page.expectFirst("#email");
        assertThat(input.val()).isEqualTo("ana@");
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        assertThat(input.attr("aria-describedby")).contains("email-error");
        assertThat(page.expectFirst("#email-error").text()).startsWith("Error:").contains("name@example.ca");
        assertThat(page.expectFirst("#fit").attr("value")).isEqualTo("good");
        assertThat(page.expectFirst("fieldset").attr("aria-describedby")).contains("fit-error");
        assertThat(page.select(".govuk-form-group--error")).hasSize(2);
    }

    @Test
    void choicesAreRealInputsWithWhatWasChosen() {
        Document page = draw(
                form(
                        "{'type':'radio','id':'a','key':'a','label':'A','values':[{'label':'One','value':'1'},{'label':'Two','value':'2'}]},"
                                + "{'type':'checklist','id':'b','key':'b','label':'B','values':['x','y']},"
                                + "{'type':'select','id':'c','key':'c','label':'C','defaultValue':'y','values':['x','y']},"
                                + "{'type':'checkbox','id':'d','key':'d','label':'D'}"),
                Map.of("a", "2", "b", List.of("x", "y"), "d", true),
                Map.of());
        assertThat(page.expectFirst("input[name=a][value=2]").hasAttr("checked"))
                .isTrue();
        assertThat(page.expectFirst("input[name=a][value=1]").hasAttr("checked"))
                .isFalse();
        assertThat(page.select("input[name=b][checked]")).hasSize(2);
        assertThat(page.expectFirst("#c option[selected]").val()).isEqualTo("y");
        assertThat(page.expectFirst("input#d[type=checkbox]").hasAttr("checked"))
                .isTrue();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void whatPeopleWroteNeverBecomesMarkup() {
        String attack = "\"><script>alert(1)</script> [x](javascript:alert(1)) **bold**\n# big";
        Document page = draw(
                form("{'type':'text','id':'t','text':'They ask: {{question}}'},"
                        + "{'type':'text','id':'u','text':'<b>raw</b> [go](javascript:alert(2)) [home](https://example.ca)'},"
                        + "{'type':'textfield','id':'a','key':'a','label':'{{question}}','description':'{{question}}'},"
                        + "{'type':'textarea','id':'b','key':'b','label':'B'},"
                        + "{'type':'table','id':'c','label':'T','dataSource':'=rows','columns':[{'label':'{{question}}','key':'k'}]},"
                        + "{'type':'image','id':'i','source':'=\\\"javascript:alert(3)\\\"','alt':'x'}"),
                Map.of("a", attack, "b", "</textarea>" + attack),
                Map.of("question", attack, "rows", List.of(Map.of("k", attack))));
        assertThat(page.select("script, b, strong, img, h1")).isEmpty();
        assertThat(page.select("[href^=javascript]")).isEmpty();
        assertThat(page.expectFirst("a[href='https://example.ca']").text()).isEqualTo("home");
        assertThat(page.expectFirst("#a").val()).isEqualTo(attack);
        assertThat(page.expectFirst("#b").val()).isEqualTo("</textarea>" + attack);
        assertThat(page.text()).contains("**bold**", "[x](javascript:alert(1))");
    }

    @Test
    void theFirstHeadingIsThePagesTitleAndIsNotRepeated() {
        FormSheet form = form("{'type':'text','id':'t','text':'# Hello {{name}}\\nRead **this**.'}");
        assertThat(form.title(Map.of("name", "Ana"))).isEqualTo("Hello Ana");
        Document page = draw(form, Map.of(), Map.of("name", "Ana"));
        assertThat(page.text()).isEqualTo("Read this.");
        assertThat(page.select("p.govuk-body strong")).hasSize(1);
    }

    @Test
    void linksInTextsMayComeFromTheContext() {
        Document page = draw(
                form(
                        "{'type':'text','id':'t','text':'{{#if url != null}}[Code]({{url}}){{/if}}{{#if other != null}}hidden{{/if}}'}"),
                Map.of(),
                Map.of("url", "https://mla.example/code_of_conduct?v=2&x=(1)"));
        assertThat(page.expectFirst("a").attr("href")).isEqualTo("https://mla.example/code_of_conduct?v=2&x=(1)");
        assertThat(page.text()).isEqualTo("Code");
    }

    @Test
    void aTableOfTheContextIsARealTable() {
        Document page = draw(
                form(
                        "{'type':'table','id':'t','label':'Agreement','dataSource':'=agreement','columns':[{'label':'Question','key':'question'},{'label':'Answer','key':'answer'}]}"),
                Map.of(),
                Map.of(
                        "agreement",
                        List.of(Map.of("question", "How often?", "answer", List.of("Monthly", "by phone")))));
        assertThat(page.select("caption").text()).isEqualTo("Agreement");
        assertThat(page.select("th[scope=col]").eachText()).containsExactly("Question", "Answer");
        assertThat(page.select("th[scope=row]").text()).isEqualTo("How often?");
        assertThat(page.select("td").text()).isEqualTo("Monthly, by phone");
    }

    @Test
    void aFieldHangingOnAnotherAnswerIsThereWithAHintForTheScript() {
        FormSheet form = form("{'type':'checklist','id':'m','key':'modes','label':'Modes','values':['inPerson']},"
                + "{'type':'textfield','id':'p','key':'place','label':'Place','conditional':{'hide':'=not(list contains(modes, \\\"inPerson\\\"))'}},"
                + "{'type':'textfield','id':'q','key':'q','label':'Q','conditional':{'hide':'=place = \\\"a\\\" and count(modes) > 3'}},"
                + "{'type':'textfield','id':'r','key':'r','label':'R','conditional':{'hide':'=first'}}");
        Document page = draw(form, Map.of(), Map.of("first", true));
        assertThat(page.select("[data-shown-if]:has(#place)").attr("data-shown-if"))
                .isEqualTo("modes=inPerson");
        assertThat(page.select("[data-shown-if]:has(#q)")).isEmpty();
        assertThat(page.select("#q")).hasSize(1);
        assertThat(page.select("#r")).isEmpty();
        assertThat(draw(form, Map.of(), Map.of()).select("#r")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "fit != \"good\" ; fit=good",
                "not(fit = \"good\") ; fit=good",
                "modes = null or not(list contains(modes, \"inPerson\")) ; modes=inPerson",
                "contacts = \"0\" ; contacts!=0",
                "notMember ; notMember!=true",
                "notMember = true ; notMember!=true",
                "not(member) ; member=true",
                "member != true ; member=true",
                "link = \"\" ; link=*",
                "link = null ; link=*",
                "link = null or link = \"\" ; link=*"
            })
    void simpleConditionsBecomeHints(String hide, String hint) {
        assertThat(ShownIf.hint(hide)).contains(hint);
    }

    @Test
    void groupsAreFieldsetsAndReadOnlyFieldsAreShownNotAsked() {
        Document page = draw(
                form("{'type':'group','id':'g','label':'About you','components':["
                        + "{'type':'textfield','id':'a','key':'a','label':'A','readonly':true},"
                        + "{'type':'number','id':'n','key':'n','label':'N','decimalDigits':0,'appearance':{'suffixAdorner':'years'}},"
                        + "{'type':'datetime','subtype':'date','id':'d','key':'d','dateLabel':'Day'}]},"
                        + "{'type':'separator','id':'s'},{'type':'spacer','id':'sp'}"),
                Map.of("n", 12),
                Map.of("a", "kept"));
        assertThat(page.expectFirst("fieldset > legend").text()).isEqualTo("About you");
        assertThat(page.select("input[name=a]")).isEmpty();
        assertThat(page.expectFirst("#a").text()).isEqualTo("kept");
        assertThat(page.expectFirst("#n").attr("inputmode")).isEqualTo("numeric");
        assertThat(page.expectFirst("#n").val()).isEqualTo("12");
        assertThat(page.text()).contains("years");
        assertThat(page.expectFirst("#d").attr("type")).isEqualTo("date");
        assertThat(page.expectFirst("label[for=d]").text()).startsWith("Day");
    }
}
