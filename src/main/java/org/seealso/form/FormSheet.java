package org.seealso.form;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One form of the rules: what it asks, how it judges what was sent, and how it looks. */
public interface FormSheet {
    String key();

    /** The language the form and the words around it speak, such as {@code fr}. */
    String language();

    /** The first heading of the form, for the page's title. {@link #html} leaves that heading out. */
    String title();

    /** The first heading with its placeholders filled. */
    String title(Map<String, ?> context);

    /** Whether the form's words, conditions or lists speak of a value; true in doubt. */
    boolean mentions(String value);

    /** The fields a person may answer, in the form's order; read-only ones and expressions are not among them. */
    List<Field> fields();

    /** The questions as a letter can ask them, numbered from 1. */
    List<Question> questions(Map<String, ?> context);

    /** What a field of choices offers by its own list, value → label, in the form's order; empty if it has none. */
    Map<String, String> choices(String field);

    /**
     * Judges a posted page (name → values as a browser sends them). Unknown keys are dropped, hidden and read-only
     * fields ignored, expressions recomputed. {@code context} holds values the form may read but not change.
     */
    Verdict judge(Map<String, List<String>> posted, Map<String, ?> context);

    /** Judges typed values as Tasklist's form sends them (text, Number, Boolean, List of text). */
    Verdict judgeValues(Map<String, ?> values, Map<String, ?> context);

    /**
     * Judges what somebody else knows of a person, as a coordinator's list does: what is there must be right, what is
     * missing is no fault.
     */
    Verdict judgeKnown(Map<String, List<String>> known, Map<String, ?> context);

    /** The fields as HTML, filled with what was posted or known before, with errors beside the fields. */
    String html(Map<String, ?> filled, Verdict judged, Map<String, ?> context);

    /** The fields as HTML for a first look. */
    String html(Map<String, ?> filled, Map<String, ?> context);

    /** What is asked and what is hidden, as the form stands with these answers. */
    Look look(Map<String, ?> filled, Map<String, ?> context);

    /**
     * @param asked the questions that are there to be answered, by key
     * @param hidden the parts of the page that are not shown, by the names that {@link #html} gives them
     */
    record Look(Set<String> asked, Set<String> hidden) {}

    /**
     * Whether an answer cannot wait for second thoughts: a choice whose question names it as its {@code goesOn}, such as
     * “I do not feel safe” (A13).
     */
    boolean cannotWait(Map<String, ?> values);

    /**
     * What the page says after sending, from the form's texts marked {@code when=sent}; these are not shown before. A
     * text's condition may ask what was answered. Empty if the form has none.
     */
    String afterwards(Map<String, ?> answered, Map<String, ?> context);

    /**
     * One question of the form as its author wrote it, with who may read the answer (house law 4).
     *
     * @param options what may be chosen, value → words, in the form's order; empty where people write
     * @param properties what the author set beside the question, such as {@code baseline}, by name
     */
    record Field(
            String key,
            String type,
            String question,
            Readers readers,
            boolean routing,
            Map<String, String> options,
            Map<String, String> properties) {

        /** The application's question this one repeats, for the change from one to the other (A9, A10); or empty. */
        public String baseline() {
            return properties.getOrDefault("baseline", "");
        }

        /** Whether the answers are counted in a cohort's results. */
        public boolean counted() {
            return readers.names().contains("report") && !"no".equals(properties.get("counted"));
        }

        /** Whether the results are also shown by role and beside other program types (D16). */
        public boolean compared() {
            return "yes".equals(properties.get("compared"));
        }
    }
}
