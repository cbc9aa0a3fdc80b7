package org.seealso.rules;

import java.util.Set;

/** What the check of one file may look up elsewhere: the other files, and the program that will run them. */
record Surroundings(RuleFiles files, RulesIndex index, Set<String> delegates, Contracts contracts, Memory memory) {}
