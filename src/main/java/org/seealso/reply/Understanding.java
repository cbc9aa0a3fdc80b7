package org.seealso.reply;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seealso.form.Question;
import org.seealso.form.Question.Choice;

/**
 * What a reply answers. Strict on purpose: an answer is a number, the words of an option, or nothing we understand. A
 * sentence that goes on ("good, but …") is for a person to read.
 *
 * @param posted what a page would have sent: field → values
 * @param unclear the numbers of questions whose answer we could not read
 * @param rest lines that answer no question
 */
record Understanding(Map<String, List<String>> posted, List<Integer> unclear, List<String> rest) {
    /** "1) 2", "1. two", "Q1: good", "1 = 2"; a time such as 14:30 or a number such as 1.5 is none. */
    private static final Pattern MARK = Pattern.compile(
            "(?i)(?<![\\w.,:/-])(?:q|question\\s+|no?[.°º]\\s?|#)?(\\d{1,2})\\s?(\\)|\\.(?!\\d)|:(?!\\d\\d)|=|[-–—](?=\\s))\\s*");

    private static final Pattern LOOSE = Pattern.compile("^(\\d{1,2})\\s+(\\S.*)$");

    /** Longer texts are nobody's choice, and are not searched for polite words. */
    private static final int LONGEST_CHOICE = 200;

    private static final int MOST_WORDS = 3;

    /** "Not" begins "Not yet", and means anything. */
    private static final int SHORTEST_BEGINNING = 4;

    private static final Map<String, Integer> NUMBERS = numbers();

    private static final Pattern POLITE = Pattern.compile(
            "[\\s,;.!:)(*_-]*(please|thanks|thank you|thx|merci( beaucoup)?|svp|s il vous plait|:-?\\)|so far)?[\\s,;.!:)(*_-]*$");

    private static final Pattern YES =
            Pattern.compile("yes|yep|yeah|y|oui|ok|okay|sure|agree|agreed|i agree|d accord|x|✓|✔");
    private static final Pattern SKIPPED =
            Pattern.compile("|-+|–|—|n/?a|skip|none|nothing|no answer|rien|aucun|aucune|\\?");

    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d{1,9}(?:[.,]\\d{1,6})?)(?:\\s+[a-zé]{1,12})?");

    /** What was answered, in the words of the questions the letter asked. */
    static Understanding of(List<Question> questions, List<String> lines, LocalDate today) {
        Map<Integer, String> said = new TreeMap<>();
        List<String> rest = new ArrayList<>();
        List<Integer> unclear = new ArrayList<>();
        boolean marked = marked(questions, lines, said, rest, unclear);
        if (!marked && loose(questions, lines, said)) {
            rest.clear();
        } else if (!marked) {
            // Without a number it can only be the answer to the first question, and only if it is nothing else.
            if (lines.size() != 1 || !answersTheFirst(questions, lines.get(0))) {
                return new Understanding(Map.of(), List.of(), List.copyOf(lines));
            }
            said.put(questions.get(0).number(), lines.get(0));
            rest.clear();
        }
        Map<String, List<String>> posted = new LinkedHashMap<>();
        for (Question question : questions) {
            String answer = said.get(question.number());
            if (answer == null || unclear.contains(question.number())) {
                continue;
            }
            read(question, answer, today, rest)
                    .ifPresentOrElse(
                            values -> {
                                if (!values.isEmpty()) {
                                    posted.put(question.field(), values);
                                }
                            },
                            () -> {
                                // Whoever writes a sentence where a number was wanted wants to be read.
                                if (answer.split("\\s+").length > MOST_WORDS) {
                                    rest.add(answer);
                                } else {
                                    unclear.add(question.number());
                                }
                            });
        }
        return new Understanding(posted, List.copyOf(unclear), List.copyOf(rest));
    }

    private static boolean answersTheFirst(List<Question> questions, String line) {
        if (questions.isEmpty()
                || questions.get(0).options().isEmpty()
                || chosen(questions.get(0), line).isEmpty()) {
            return false;
        }
        long others = questions.stream()
                .skip(1)
                .filter(question ->
                        !question.options().isEmpty() && question.onlyIf().isEmpty())
                .count();
        return others == 0 || !line.strip().matches("\\W*\\d+\\W*");
    }

    boolean nothing() {
        return posted.isEmpty();
    }

    private static boolean marked(
            List<Question> questions,
            List<String> lines,
            Map<Integer, String> said,
            List<String> rest,
            List<Integer> unclear) {
        int current = 0;
        for (String line : lines) {
            List<int[]> marks = new ArrayList<>();
            Matcher mark = MARK.matcher(line);
            int last = 0;
            String style = "";
            while (mark.find()) {
                int number = Integer.parseInt(mark.group(1));
                boolean begins = line.substring(0, mark.start()).isBlank();
                // In the middle of a line only a later question can begin, marked like the one before it.
                if (isAsked(questions, number) && (begins || number > last && style.equals(mark.group(2)))) {
                    style = mark.group(2);
                    marks.add(new int[] {number, mark.start(), mark.end()});
                    last = number;
                }
            }
            if (marks.isEmpty()) {
                if (current == 0) {
                    rest.add(line);
                } else {
                    said.merge(current, line, (before, more) -> before.isEmpty() ? more : before + "\n" + more);
                }
                continue;
            }
            for (int i = 0; i < marks.size(); i++) {
                int number = marks.get(i)[0];
                int end = i + 1 < marks.size() ? marks.get(i + 1)[1] : line.length();
                String answer = line.substring(marks.get(i)[2], end).strip();
                String before = said.put(number, answer);
                if (before != null && !before.equals(answer)) {
                    unclear.add(number);
                }
                current = number;
            }
        }
        return !said.isEmpty();
    }

    /** "1 2" on one line, "2 good" on the next: only if every line is so and the numbers rise. */
    private static boolean loose(List<Question> questions, List<String> lines, Map<Integer, String> said) {
        Map<Integer, String> found = new TreeMap<>();
        int last = 0;
        for (String line : lines) {
            Matcher loose = LOOSE.matcher(line.strip());
            if (!loose.matches()) {
                return false;
            }
            int number = Integer.parseInt(loose.group(1));
            if (number <= last || !isAsked(questions, number)) {
                return false;
            }
            found.put(number, loose.group(2));
            last = number;
        }
        if (found.size() < 2) {
            return false;
        }
        said.putAll(found);
        return true;
    }

    private static boolean isAsked(List<Question> questions, int number) {
        return number >= 1 && number <= questions.size();
    }

    /** The values, none if it was left out on purpose, empty if we can't read it. */
    private static Optional<List<String>> read(Question question, String said, LocalDate today, List<String> rest) {
        String answer = withoutQuestion(question, said);
        if (question.type().equals("textarea") || question.type().equals("textfield")) {
            return Optional.of(SKIPPED.matcher(plain(answer)).matches() ? List.of() : List.of(answer));
        }
        String[] lines = answer.split("\n", 2);
        if (lines.length > 1) {
            rest.add(lines[1]);
        }
        String one = lines[0];
        if (question.many()) {
            return several(question, one);
        }
        if (!question.options().isEmpty()) {
            Optional<List<String>> choice = chosen(question, one).map(List::of);
            return choice.isPresent() || !SKIPPED.matcher(plain(one)).matches() ? choice : Optional.of(List.of());
        }
        if (SKIPPED.matcher(plain(one)).matches()) {
            return Optional.of(List.of());
        }
        return switch (question.type()) {
            case "checkbox" -> checked(plain(one));
            case "number" -> number(plain(one));
            case "datetime" -> Days.read(one, today).map(day -> List.of(day.toString()));
            default -> Optional.empty();
        };
    }

    /** Some copy the question and write their answer behind it. */
    private static String withoutQuestion(Question question, String said) {
        String asked = question.question().strip();
        if (said.length() > asked.length() && said.regionMatches(true, 0, asked, 0, asked.length())) {
            return said.substring(asked.length()).strip().replaceFirst("^[:=–—>-]+\\s*", "");
        }
        return said;
    }

    private static Optional<List<String>> checked(String answer) {
        if (YES.matcher(answer).matches()) {
            return Optional.of(List.of("true"));
        }
        return answer.matches("no|non|not?") ? Optional.of(List.of()) : Optional.empty();
    }

    private static Optional<List<String>> number(String answer) {
        Integer word = NUMBERS.get(answer);
        if (word != null) {
            return Optional.of(List.of(word.toString()));
        }
        Matcher digits = NUMBER.matcher(answer);
        return digits.matches() ? Optional.of(List.of(digits.group(1).replace(',', '.'))) : Optional.empty();
    }

    private static Optional<List<String>> several(Question question, String answer) {
        String left = plain(answer);
        if (SKIPPED.matcher(left).matches() || left.equals("0")) {
            return Optional.of(List.of());
        }
        List<String> values = new ArrayList<>();
        // Words with a comma or an "and" of their own come out first, the longest before those it contains.
        List<Choice> longest = question.options().stream()
                .sorted((a, b) -> b.label().length() - a.label().length())
                .toList();
        for (Choice choice : longest) {
            String label = plain(choice.label());
            Matcher found = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(label) + "(?![\\p{L}\\p{N}])")
                    .matcher(left);
            if (label.length() > 2 && found.find()) {
                values.add(choice.value());
                left = left.substring(0, found.start()) + "," + left.substring(found.end());
            }
        }
        for (String part : left.split("[,;/&+\\s]+|\\b(and|et)\\b")) {
            if (part.isBlank() || part.equals("and") || part.equals("et")) {
                continue;
            }
            Optional<String> choice = chosen(question, part);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            choice.filter(value -> !values.contains(value)).ifPresent(values::add);
        }
        List<String> inOrder = question.options().stream()
                .map(Choice::value)
                .filter(values::contains)
                .toList();
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder);
    }

    /** The words themselves, the number the letter gave them, or a beginning only one of them has. */
    private static Optional<String> chosen(Question question, String said) {
        String answer = plain(said);
        List<Choice> options = question.options();
        for (Choice option : options) {
            if (plain(option.label()).equals(answer)) {
                return Optional.of(option.value());
            }
        }
        Matcher numbered =
                Pattern.compile("(\\d{1,3})(?:\\s*[)=.:-]\\s*|\\s+)(\\p{L}.*)").matcher(answer);
        if (numbered.matches()) {
            // "2 = Once", copied from our letter: both must say the same.
            Optional<String> byNumber = byNumber(options, numbered.group(1));
            return byNumber.filter(value -> options.stream()
                    .anyMatch(o -> o.value().equals(value) && plain(o.label()).equals(numbered.group(2))));
        }
        Optional<String> byNumber = byNumber(options, answer);
        if (byNumber.isPresent()) {
            return byNumber;
        }
        if (answer.length() >= SHORTEST_BEGINNING) {
            List<Choice> beginning = options.stream()
                    .filter(o -> plain(o.label()).startsWith(answer) && isWord(plain(o.label()), answer))
                    .toList();
            if (beginning.size() == 1) {
                return Optional.of(beginning.get(0).value());
            }
        }
        return yesOrNo(options, answer);
    }

    private static boolean isWord(String label, String beginning) {
        return label.length() == beginning.length() || !Character.isLetterOrDigit(label.charAt(beginning.length()));
    }

    private static Optional<String> byNumber(List<Choice> options, String answer) {
        Integer word = NUMBERS.get(answer);
        String digits = word == null ? answer : word.toString();
        return options.stream()
                .filter(option -> String.valueOf(option.number()).equals(digits))
                .map(Choice::value)
                .findFirst();
    }

    /** "oui" for "Yes", only where one of the options is a plain yes or no. */
    private static Optional<String> yesOrNo(List<Choice> options, String answer) {
        String word = YES.matcher(answer).matches() ? "(yes|oui)" : answer.matches("no|non|nope|n") ? "(no|non)" : "";
        if (word.isEmpty()) {
            return Optional.empty();
        }
        List<Choice> same = options.stream()
                .filter(option -> plain(option.label()).matches(word + "(\\W.*)?"))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0).value()) : Optional.empty();
    }

    /** Small letters without accents, typographic quotes or polite words at the end. */
    static String plain(String text) {
        String tidy = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[’‘'`“”\"«»*_]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (tidy.length() > LONGEST_CHOICE) {
            return tidy;
        }
        String shorter = POLITE.matcher(tidy).replaceFirst("").strip();
        return shorter.isEmpty() && tidy.matches("[-–—]+") ? tidy : shorter;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<String> english = Arrays.asList(
                "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                "twelve");
        List<String> french = Arrays.asList(
                "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze");
        for (int i = 0; i < english.size(); i++) {
            numbers.put(english.get(i), i);
            numbers.put(french.get(i), i);
        }
        numbers.put("une", 1);
        return Map.copyOf(numbers);
    }
}
