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
    private final Contracts contracts;
    private final Memory memory = new Memory();
    private final String trusted;

    /**
     * @param delegates bean names an expression may call
     * @param placeholders what a letter may name
     * @param contracts what the program relies on
     */
    public RulesCheck(Set<String> delegates, Set<String> placeholders, Contracts contracts) {
        this(delegates, placeholders, contracts, "");
    }

    /** For rules that are looked at by themselves. */
    RulesCheck(Set<String> delegates, Set<String> placeholders) {
        this(delegates, placeholders, Contracts.NONE);
    }

    private RulesCheck(Set<String> delegates, Set<String> placeholders, Contracts contracts, String trusted) {
        this.delegates = Set.copyOf(delegates);
        this.placeholders = Set.copyOf(placeholders);
        this.contracts = contracts;
        this.trusted = trusted;
    }

    /** The same, but rules with this fingerprint were checked a moment ago: a check takes seconds on a cold start. */
    public RulesCheck trusting(String fingerprint) {
        return new RulesCheck(delegates, placeholders, contracts, fingerprint);
    }

    /** Every fault of the set, in the order of the files. Empty means it may be published. */
    public synchronized List<Fault> check(RuleFiles files) {
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
        Surroundings around = new Surroundings(files, new RulesIndex(files, memory), delegates, contracts, memory);
        for (String name : files.names()) {
            FaultList found = new FaultList(name);
            if (MergeConflict.in(files.text(name), found) || PlatformCheck.isForAnother(files.text(name), found)) {
                // Everything else that is wrong with the file follows from this.
                faults.addAll(found.list());
                continue;
            }
            around.index()
                    .whyUnreadable(name)
                    .ifPresentOrElse(
                            why -> found.addWhole(
                                    "The file cannot be read: " + why + ".",
                                    "Open it in the Camunda Modeler, repair it there and save it again."),
                            () -> check(name, around, found));
            faults.addAll(found.list());
        }
        faults.addAll(ContractCheck.faults(around));
        return new ArrayList<>(faults);
    }

    /** What may be published, and would then stop somebody who has to mend it. */
    public synchronized List<Fault> warnings(RuleFiles files) {
        return WeightsCheck.warnings(files, new RulesIndex(files, memory), memory);
    }

    /** What may be published, and should still be known: files that are no rules, letters and forms in English only. */
    public synchronized List<Fault> notices(RuleFiles files) {
        List<Fault> notices = new ArrayList<>(files.readingNotices());
        notices.addAll(LanguageVariants.missing(files, new RulesIndex(files, memory)));
        return notices;
    }

    private void check(String name, Surroundings around, FaultList found) {
        RuleFiles files = around.files();
        RulesIndex index = around.index();
        if (name.endsWith(".bpmn")) {
            new ProcessCheck(name, around, found).run();
        } else if (name.endsWith(".dmn")) {
            new DecisionCheck(name, around, found).run();
        } else if (name.endsWith(".form")) {
            new FormCheck(name, index, found).run();
            new AnswerCheck(index.form(name), !index.isOfTasklist(name), contracts.facts(), found).run();
            if (LanguageVariants.isVariant(name)) {
                LanguageVariants.checkForm(name, index, found);
            }
        } else if (name.endsWith(".html")) {
            FormCheck.checkHtml(files.text(name), found);
        } else {
            new LetterCheck(name, files, index, placeholders, found).run();
            LanguageVariants.checkLetterName(name, index, found);
            LetterLinks.check(name, around, found);
        }
    }
}
