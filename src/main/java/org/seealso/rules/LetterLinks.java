package org.seealso.rules;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** A letter that asks for a form carries the link to it, in every language and for every program. */
final class LetterLinks {
    private static final String LINK = "link";

    private LetterLinks() {}

    /** The placeholders a letter writes out, those of the parts it uses included. */
    static Set<String> in(String letter, RuleFiles files) {
        Set<String> names = new TreeSet<>();
        collect(letter, files, names, 0);
        return names;
    }

    private static void collect(String letter, RuleFiles files, Set<String> names, int depth) {
        if (!files.has(letter) || depth > 2) {
            return;
        }
        try {
            Mustache.compiler().compile(files.text(letter)).visit(new Mustache.Visitor() {
                @Override
                public void visitText(String content) {}

                @Override
                public void visitVariable(String name) {
                    names.add(name);
                }

                @Override
                public boolean visitInclude(String part) {
                    collect("letters/" + part + ".md", files, names, depth + 1);
                    return false;
                }

                @Override
                public boolean visitSection(String name) {
                    return true;
                }

                @Override
                public boolean visitInvertedSection(String name) {
                    return true;
                }
            });
        } catch (MustacheException e) {
            // The check of this letter says what cannot be read.
            names.add(LINK);
        }
    }

    /** The letters that ask for a form, and the form each asks for. */
    static Map<String, String> asking(RulesIndex index) {
        Map<String, String> forms = new TreeMap<>();
        for (BpmnModelInstance model : index.processFiles().values()) {
            for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
                Optional<String> letter = CallCheck.literal(call, "letter");
                letter.ifPresent(
                        name -> forms.put(name, CallCheck.literal(call, "form").orElse("")));
            }
        }
        return forms;
    }

    static void check(String letter, Surroundings around, FaultList faults) {
        String stem = RuleFiles.stem(letter);
        String base = stem.contains(".") ? stem.substring(0, stem.indexOf('.')) : stem;
        String form = around.index().formsOfLetters().get(base);
        if (form != null && !in(letter, around.files()).contains(LINK)) {
            faults.add(
                    LINK,
                    "The letter asks for a form" + (form.isEmpty() ? "" : " (" + form + ")")
                            + ", and has no link to it: nobody could answer.",
                    "Write a link such as [Answer]({{link}}).");
        }
    }
}
