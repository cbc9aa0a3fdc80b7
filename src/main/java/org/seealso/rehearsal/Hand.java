package org.seealso.rehearsal;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.seealso.rehearsal.Result.Kind;

/** Opens a page, fills it in and sends it, as often as it takes; whoever can't gives up, and that is a finding. */
final class Hand {
    private static final int TRIES = 4;
    private static final int MOST_WORDS = 6;

    private final int port;
    private final Ledger ledger;

    Hand(int port, Ledger ledger) {
        this.port = port;
        this.ledger = ledger;
    }

    /**
     * Answers the form behind a private link, or at a public page.
     *
     * @param form its name, for the story
     * @param own what they have decided to say, before anything the cast says
     * @return whether it was taken; a page that is over already takes nothing
     */
    boolean answer(
            Actor actor, LocalDate today, String path, String form, String occasion, Map<String, List<String>> own) {
        Visitor visitor = new Visitor(port);
        String clean = path.startsWith("/f/")
                ? visitor.get(path).headers().firstValue("Location").orElse(path)
                : path;
        HttpResponse<String> shown = visitor.get(clean);
        Document page = Jsoup.parse(shown.body());
        if (shown.statusCode() >= 500) {
            refused(actor, today, form, "The page fails (" + shown.statusCode() + ").");
            return false;
        }
        if (page.select("main form input[name=_csrf]").isEmpty()) {
            // It is over already, and the page says so.
            return false;
        }
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < TRIES; i++) {
            Map<String, List<String>> answers = Pen.fillIn(page, actor, occasion, today, own, asked);
            HttpResponse<String> answer = visitor.form(clean, page, answers);
            Document next = Jsoup.parse(answer.body());
            if (answer.statusCode() == 200) {
                ledger.answer(actor, today, form, words(page, answers));
                return true;
            }
            if (answer.statusCode() != 422) {
                refused(actor, today, form, "The page fails (" + answer.statusCode() + ").");
                return false;
            }
            asked.addAll(Pen.complained(next));
            page = next;
        }
        refused(actor, today, form, Pen.complaint(page));
        return false;
    }

    private void refused(Actor actor, LocalDate today, String form, String why) {
        ledger.finding(
                Kind.CANNOT_ANSWER,
                form + ".form",
                "Somebody could not answer: " + why,
                "Open the form as its reader sees it (/desk/forms) and try it.",
                actor);
        ledger.deed(actor, today, "Gives up on a form: " + why);
    }

    /** What they chose, in the words of the page. */
    private static String words(Document page, Map<String, List<String>> answers) {
        List<String> words = new ArrayList<>();
        Map<String, String> labels = new HashMap<>();
        page.select("main label[for]").forEach(label -> labels.put(label.attr("for"), label.text()));
        for (Element field : page.select("main input[type=radio], main input[type=checkbox]")) {
            String label = labels.getOrDefault(field.attr("id"), "");
            if (words.size() < MOST_WORDS
                    && !label.isEmpty()
                    && answers.getOrDefault(field.attr("name"), List.of()).contains(field.attr("value"))) {
                words.add(label);
            }
        }
        return words.isEmpty() ? "Answers" : "Answers: " + String.join("; ", words);
    }
}
