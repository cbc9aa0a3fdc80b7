package org.seealso.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.seealso.Visitor;
import org.seealso.season.Cast.Actor;
import org.seealso.season.Mailbox.Arrived;

/** Somebody without a sign-in: a public page, a mailbox, and the links in the letters. */
final class Participant {
    private final int port;
    private final Actor actor;
    private final Mailbox mailbox;
    private final Map<String, Integer> promised = new TreeMap<>();

    Participant(int port, int imap, Actor actor) {
        this.port = port;
        this.actor = actor;
        this.mailbox = new Mailbox(imap, actor.address());
    }

    String name() {
        return actor.name();
    }

    String address() {
        return actor.address();
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** The letters the diagrams promise this person, by name. */
    Map<String, Integer> promised() {
        return promised;
    }

    void expect(String letter) {
        promised.merge(letter, 1, Integer::sum);
    }

    String apply() {
        Visitor visitor = new Visitor(port);
        String page = visitor.get("/apply/mla-peer").body();
        HttpResponse<String> answer = visitor.formOfLists("/apply/mla-peer", page, actor.application());
        assertThat(answer.statusCode()).as(said(answer)).isEqualTo(200);
        return said(answer);
    }

    /** Applies by the public page of any program, as they would fill it in. */
    String apply(String path) {
        Visitor visitor = new Visitor(port);
        String page = visitor.get(path).body();
        HttpResponse<String> answer = visitor.formOfLists(path, page, Answered.page(page, actor.application()));
        assertThat(answer.statusCode()).as(name() + ": " + said(answer)).isEqualTo(200);
        return said(answer);
    }

    /** Answers the form of one letter, with these words and else with the first choice. */
    String answer(Arrived letter, Map<String, List<String>> own) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> swap =
                visitor.get(URI.create(letter.asks().orElseThrow()).getPath());
        assertThat(swap.statusCode()).as(letter.subject()).isEqualTo(303);
        String clean = swap.headers().firstValue("Location").orElseThrow();
        String page = visitor.get(clean).body();
        if (!page.contains("name=\"_csrf\"")) {
            return said(page);
        }
        HttpResponse<String> answer = visitor.formOfLists(clean, page, Answered.page(page, own));
        assertThat(answer.statusCode())
                .as(name() + ", " + letter.subject() + ": " + said(answer))
                .isEqualTo(200);
        return said(answer);
    }

    /** Opens the newest letter about this and answers its form. */
    String answer(String subject, Map<String, String> fields) {
        return send(mailbox.newest(subject).form(), fields);
    }

    /** Uses one of the links that stand in every letter. */
    String use(String words, Map<String, String> fields) {
        return send(standing(words), fields);
    }

    /** Only opens such a link. */
    String look(String words) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> swap = visitor.get(URI.create(standing(words)).getPath());
        return said(visitor.get(swap.headers().firstValue("Location").orElseThrow()));
    }

    private String standing(String words) {
        List<Arrived> letters = mailbox.read();
        for (int i = letters.size() - 1; i >= 0; i--) {
            if (letters.get(i).says(words)) {
                return letters.get(i).link(words);
            }
        }
        throw new AssertionError("no letter to " + name() + " has a link saying “" + words + "”");
    }

    private String send(String link, Map<String, String> fields) {
        Visitor visitor = new Visitor(port);
        URI address = URI.create(link);
        HttpResponse<String> swap = visitor.get(address.getPath());
        assertThat(swap.statusCode()).as(said(swap)).isEqualTo(303);
        String clean = swap.headers().firstValue("Location").orElseThrow();
        String page = visitor.get(clean).body();
        if (!page.contains("name=\"_csrf\"")) {
            // It is over already, and the page says so.
            return said(page);
        }
        HttpResponse<String> answer = visitor.form(clean, page, new LinkedHashMap<>(fields));
        assertThat(answer.statusCode()).as(name() + ": " + said(answer)).isEqualTo(200);
        return said(answer);
    }

    private static String said(HttpResponse<String> page) {
        return said(page.body());
    }

    private static String said(String page) {
        return Jsoup.parse(page).select("main").text();
    }
}
