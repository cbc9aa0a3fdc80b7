package org.seealso.season;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** How somebody fills in a page: their own answers where they have one, else the first choice that is offered. */
final class Answered {
    private Answered() {}

    static Map<String, List<String>> page(String html, Map<String, List<String>> own) {
        Document page = Jsoup.parse(html);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Element field : page.select("main input[name], main select[name], main textarea[name]")) {
            String name = field.attr("name");
            if (name.equals("_csrf") || field.attr("type").equals("hidden")) {
                continue;
            }
            List<String> answer = own.getOrDefault(name, List.of());
            if (!answer.isEmpty()) {
                List<String> possible = possible(page, name, field, answer);
                if (!possible.isEmpty()) {
                    fields.put(name, possible);
                    continue;
                }
            }
            first(field).ifPresent(value -> fields.putIfAbsent(name, List.of(value)));
        }
        return fields;
    }

    /** Of what somebody would say, what the page lets them say. */
    private static List<String> possible(Document page, String name, Element field, List<String> answer) {
        if (field.tagName().equals("textarea")
                || field.tagName().equals("input")
                        && !List.of("radio", "checkbox").contains(field.attr("type"))) {
            return answer;
        }
        List<String> offered =
                new ArrayList<>(page.select("[name=" + name + "]").eachAttr("value"));
        offered.addAll(page.select("select[name=" + name + "] option").eachAttr("value"));
        return answer.stream().filter(offered::contains).toList();
    }

    private static java.util.Optional<String> first(Element field) {
        String type = field.attr("type");
        if (field.tagName().equals("select")) {
            return field.select("option").eachAttr("value").stream()
                    .filter(value -> !value.isEmpty())
                    .findFirst();
        }
        if (type.equals("radio") || type.equals("checkbox")) {
            return java.util.Optional.of(field.attr("value"));
        }
        return java.util.Optional.empty();
    }
}
