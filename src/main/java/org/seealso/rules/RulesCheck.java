package org.seealso.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds in the rules what the engine would accept at publishing and fail at in front of people. ModelTest, the check
 * command and every start use this one code.
 */
public final class RulesCheck {
    private final Set<String> delegates;
    private final Set<String> placeholders;
    private final String trusted;

    /**
     * @param delegates bean names an expression may call
     * @param placeholders what a letter may name
     */
    public RulesCheck(Set<String> delegates, Set<String> placeholders) {
        this(delegates, placeholders, "");
    }

    private RulesCheck(Set<String> delegates, Set<String> placeholders, String trusted) {
        this.delegates = Set.copyOf(delegates);
        this.placeholders = Set.copyOf(placeholders);
        this.trusted = trusted;
    }

    /** The same, but rules with this fingerprint were checked a moment ago: a check takes seconds on a cold start. */
    public RulesCheck trusting(String fingerprint) {
        return new RulesCheck(delegates, placeholders, fingerprint);
    }

    /** Every fault of the set, in the order of the files. Empty means it may be published. */
    public List<Fault> check(RuleFiles files) {
        if (files.isEmpty()) {
            return List.of(new Fault(
                    "processes",
                    Fault.WHOLE_FILE,
                    "There are no rules at all.",
                    "Point SEEALSO_RULES or --rules at the directory that holds the folders processes and forms."));
        }
        if (files.fingerprint().equals(trusted)) {
            return List.of();
        }
        Set<Fault> faults = new TreeSet<>(files.readingFaults());
        RulesIndex index = new RulesIndex(files);
        for (String name : files.names()) {
            FaultList found = new FaultList(name);
            if (MergeConflict.in(files.text(name), found)) {
                // Everything else that is wrong with half-merged text follows from this.
                faults.addAll(found.list());
                continue;
            }
            index.whyUnreadable(name)
                    .ifPresentOrElse(
                            why -> found.addWhole(
                                    "The file cannot be read: " + why + ".",
                                    "Open it in the Camunda Modeler, repair it there and save it again."),
                            () -> check(name, files, index, found));
            faults.addAll(found.list());
        }
        return new ArrayList<>(faults);
    }

    /** What may be published, and should still be known: letters and forms that are there in English only. */
    public List<Fault> notices(RuleFiles files) {
        return LanguageVariants.missing(files, new RulesIndex(files));
    }

    private void check(String name, RuleFiles files, RulesIndex index, FaultList found) {
        if (name.endsWith(".bpmn")) {
            new ProcessCheck(name, files, index, delegates, found).run();
        } else if (name.endsWith(".dmn")) {
            new DecisionCheck(name, files, index, found).run();
        } else if (name.endsWith(".form")) {
            new FormCheck(name, index, found).run();
            if (LanguageVariants.isVariant(name)) {
                LanguageVariants.checkForm(name, index, found);
            }
        } else if (name.endsWith(".html")) {
            FormCheck.checkHtml(files.text(name), found);
        } else {
            new LetterCheck(name, files, index, placeholders, found).run();
            LanguageVariants.checkLetterName(name, index, found);
        }
    }
}
