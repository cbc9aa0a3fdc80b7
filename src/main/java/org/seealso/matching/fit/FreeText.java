package org.seealso.matching.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * What people wrote in their own words, English or French, as weighted stems: a word that few of the pool use says more
 * about somebody than one that all use. Lucene reads the words here, on this machine (docs/adr/0009).
 */
final class FreeText {
    private static final List<String> GOALS = List.of("goalsShort", "goalsLong", "shortGoal", "longGoal");
    private static final List<String> NEEDS = List.of("needs", "challenges");
    private static final List<String> OFFERS = List.of("canOffer", "whyMentor");

    static final List<String> SEEKING = join(GOALS, NEEDS);
    /** What somebody works towards themselves, they can speak about too. */
    static final List<String> OFFERING = join(OFFERS, GOALS);

    /** All that is read. */
    static final List<String> FIELDS = join(SEEKING, OFFERS);

    private static final int TERMS_KEPT = 12;
    /** Two people's own words hardly ever have more in common; so much of it fills the criterion. */
    private static final double COMMON_THAT_FILLS = 0.5;

    private static final int PHRASES = 2;
    private static final int WORDS_OF_A_PHRASE = 3;
    private static final int LETTERS_OF_A_WORD = 3;
    /** Words everybody uses in an application: they connect nobody. */
    private static final String SAYS_NOTHING =
            "library libraries librarian work working learn learning want wanted like"
                    + " would could should more most become better improve help get gain know able new other people person year"
                    + " years career program mentor mentee mentoring mentorship goal goals skill skills feel think some about"
                    + " something someone many much also very well when what how who my me am have has had can need needs share"
                    + " run build start begin find try make take use give keep bring come go see look"
                    + " bibliothèque bibliothèques bibliothécaire travail travailler apprendre voudrais aimerais souhaite plus"
                    + " mieux devenir aider autres personne personnes année années carrière programme mentorat but objectif"
                    + " compétences faire comme aussi très bien tout tous toute toutes"
                    + " commencer trouver essayer prendre donner mettre venir aller voir";

    private static final Analyzer ENGLISH = new EnglishAnalyzer();
    private static final Analyzer FRENCH = new FrenchAnalyzer();
    private static final CharArraySet ENGLISH_WORDS = words(
            EnglishAnalyzer.getDefaultStopSet(), "i", "my", "we", "our", "would", "am", "have", "how", "more", "can");
    private static final CharArraySet FRENCH_WORDS = words(FrenchAnalyzer.getDefaultStopSet(), "plus", "mes", "comme");
    private static final Set<String> COMMON = common();

    /** One word of a text: its stem, and where it stands. */
    record Word(String stem, int start, int end) {}

    /**
     * The stems that say most of one text, each with a bit of its own in {@code bits} and in the order of these bits;
     * the squares of a whole text's weights add up to 1.
     */
    record Terms(long bits, int[] ids, float[] weights) {
        static final Terms NONE = new Terms(0, new int[0], new float[0]);
    }

    /** What one person wrote, as counts of stems. */
    private record Counts(Map<String, Integer> seeking, Map<String, Integer> offering) {
        static Counts of(Profile profile) {
            Map<String, Integer> goals = counts(profile, GOALS);
            return new Counts(sum(goals, counts(profile, NEEDS)), sum(goals, counts(profile, OFFERS)));
        }

        private static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
            Map<String, Integer> sum = new HashMap<>(one);
            other.forEach((stem, count) -> sum.merge(stem, count, Integer::sum));
            return sum;
        }
    }

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> people = new HashMap<>();
    private final int size;
    final List<Terms> seeking;
    final List<Terms> offering;

    FreeText(List<Profile> pool) {
        this.size = pool.size();
        List<Counts> counts = pool.parallelStream().map(Counts::of).toList();
        for (Counts one : counts) {
            Set<String> stems = new HashSet<>(one.seeking().keySet());
            stems.addAll(one.offering().keySet());
            stems.forEach(stem -> people.merge(stem, 1, Integer::sum));
        }
        // The most used stems come first, so that those who meet most often have different bits.
        people.keySet().stream()
                .sorted(Comparator.<String>comparingInt(stem -> people.getOrDefault(stem, 0))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(stem -> ids.put(stem, ids.size()));
        this.seeking = counts.stream().map(c -> terms(c.seeking())).toList();
        this.offering = counts.stream().map(c -> terms(c.offering())).toList();
    }

    /** How much of what two texts say is the same, from 0 to 1. */
    static double common(Terms one, Terms other) {
        double cosine = 0;
        for (long bits = one.bits & other.bits; bits != 0; bits &= bits - 1) {
            long before = Long.lowestOneBit(bits) - 1;
            int i = Long.bitCount(one.bits & before);
            int j = Long.bitCount(other.bits & before);
            if (one.ids[i] == other.ids[j]) {
                cosine += (double) one.weights[i] * other.weights[j];
            }
        }
        return Math.min(1, cosine / COMMON_THAT_FILLS);
    }

    private Terms terms(Map<String, Integer> counts) {
        Map<String, Double> weights = new HashMap<>();
        counts.forEach((stem, count) -> weights.put(stem, (1 + Math.log(count)) * rarity(stem)));
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(w -> w * w).sorted().sum());
        Map<Integer, String> byBit = new TreeMap<>();
        weights.keySet().stream()
                .filter(stem -> people.getOrDefault(stem, 0) > 1)
                .sorted(Comparator.<String>comparingDouble(stem -> weights.getOrDefault(stem, 0.0))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TERMS_KEPT)
                .forEach(stem -> byBit.putIfAbsent(id(stem) % Long.SIZE, stem));
        if (byBit.isEmpty() || length == 0) {
            return Terms.NONE;
        }
        int[] numbers = byBit.values().stream().mapToInt(this::id).toArray();
        float[] shares = new float[numbers.length];
        int i = 0;
        for (String stem : byBit.values()) {
            shares[i++] = (float) (weights.getOrDefault(stem, 0.0) / length);
        }
        long bits = byBit.keySet().stream().mapToLong(bit -> 1L << bit).reduce(0, (one, more) -> one | more);
        return new Terms(bits, numbers, shares);
    }

    private int id(String stem) {
        return ids.getOrDefault(stem, 0);
    }

    private double rarity(String stem) {
        return Math.log((size + 1) / (people.getOrDefault(stem, size) + 0.5));
    }

    /**
     * What two people both wrote about, in the words of the first, the most telling first: neighbouring words stay
     * together ("data visualization").
     */
    List<String> shared(Map<String, String> texts, Collection<String> others) {
        Set<String> theirs = others.stream()
                .flatMap(text -> read(text).stream())
                .map(Word::stem)
                .collect(Collectors.toSet());
        Map<String, Double> phrases = new LinkedHashMap<>();
        Set<Set<String>> said = new HashSet<>();
        for (String text : texts.values()) {
            for (List<Word> run : runs(text, theirs)) {
                Set<String> stems = run.stream().map(Word::stem).collect(Collectors.toCollection(LinkedHashSet::new));
                if (said.stream().noneMatch(known -> known.containsAll(stems)) && said.add(stems)) {
                    phrases.put(
                            spelled(text, run),
                            stems.stream().mapToDouble(this::rarity).sum());
                }
            }
        }
        return phrases.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .limit(PHRASES)
                .toList();
    }

    /** Words of the text that the other uses too; next to one another they are one run. */
    private static List<List<Word>> runs(String text, Set<String> stems) {
        List<List<Word>> runs = new ArrayList<>();
        int end = -2;
        for (Word word : read(text)) {
            if (stems.contains(word.stem())) {
                boolean next = end >= 0 && text.substring(end, word.start()).isBlank();
                if (!next || runs.get(runs.size() - 1).size() == WORDS_OF_A_PHRASE) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).add(word);
                end = word.end();
            }
        }
        return runs;
    }

    /** As it was written, without the capital of a first word. */
    private static String spelled(String text, List<Word> run) {
        int start = run.get(0).start();
        String words = text.substring(start, run.get(run.size() - 1).end()).replaceAll("\\s+", " ");
        boolean first = text.substring(0, start).isBlank()
                || text.substring(0, start).strip().matches("(?s).*[.!?:;\\n-]");
        boolean acronym = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return first && !acronym ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) : words;
    }

    private static Map<String, Integer> counts(Profile profile, List<String> fields) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        fields.forEach(field -> read(profile.text(field)).forEach(word -> counts.merge(word.stem(), 1, Integer::sum)));
        return counts;
    }

    static List<Word> read(String text) {
        return stems(text, isFrench(text) ? FRENCH : ENGLISH).stream()
                .filter(word -> word.stem().length() >= LETTERS_OF_A_WORD && !COMMON.contains(word.stem()))
                .toList();
    }

    private static boolean isFrench(String text) {
        int english = 0;
        int french = 0;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            english += ENGLISH_WORDS.contains(word) ? 1 : 0;
            french += FRENCH_WORDS.contains(word) ? 1 : 0;
        }
        return french > english;
    }

    private static List<Word> stems(String text, Analyzer analyzer) {
        List<Word> words = new ArrayList<>();
        if (text.isBlank()) {
            return words;
        }
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Word(stem.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return words;
    }

    private static CharArraySet words(CharArraySet words, String... more) {
        CharArraySet all = new CharArraySet(words, true);
        all.addAll(List.of(more));
        return all;
    }

    private static Set<String> common() {
        Set<String> common = new HashSet<>();
        stems(SAYS_NOTHING, ENGLISH).forEach(word -> common.add(word.stem()));
        stems(SAYS_NOTHING, FRENCH).forEach(word -> common.add(word.stem()));
        return common;
    }

    private static List<String> join(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
