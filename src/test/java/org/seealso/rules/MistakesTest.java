package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seealso.command.HouseCheck;
import org.seealso.rules.Mistakes.Catcher;
import org.seealso.rules.Mistakes.Mistake;

/**
 * Mistakes seeded into the real rules, and who catches each: the check before publishing, or a rehearsal. The table is
 * printed, and kept in target/mistakes.md.
 */
class MistakesTest {
    private static final int FEWEST = 45;
    private static final RulesCheck CHECK = HouseCheck.create();
    private static final Map<String, String> TABLE = new TreeMap<>();

    @ParameterizedTest(name = "{0}")
    @MethodSource("forTheCheck")
    void theCheckCatches(Mistake mistake) {
        RuleFiles rules = mistake.rules();
        List<Fault> found = mistake.catcher() == Catcher.CHECK ? CHECK.check(rules) : CHECK.warnings(rules);

        assertThat(found).as(mistake.name()).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(mistake.file());
            assertThat(fault.why() + " " + fault.whatToDo()).contains(mistake.says());
        });
        assertThat(found).as("every fault says why and what to do").allSatisfy(fault -> {
            assertThat(fault.why()).endsWith(".");
            assertThat(fault.whatToDo()).matches("(?s).*[.?]");
        });
        String said = found.stream()
                .filter(fault -> fault.file().equals(mistake.file()))
                .filter(fault -> (fault.why() + " " + fault.whatToDo()).contains(mistake.says()))
                .findFirst()
                .map(Fault::toString)
                .orElse("");
        TABLE.put(mistake.name(), "check" + (mistake.catcher() == Catcher.WARNING ? " (warning)" : "") + " | " + said);
    }

    static Stream<Mistake> forTheCheck() {
        return Mistakes.all().stream().filter(mistake -> mistake.catcher() != Catcher.REHEARSAL);
    }

    /** What the check already finds needs no rehearsal. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("forARehearsal")
    void onlyARehearsalCatches(Mistake mistake) {
        assertThat(CHECK.check(mistake.rules())).as(mistake.name()).isEmpty();
        TABLE.put(mistake.name(), "rehearsal | " + mistake.says());
    }

    static Stream<Mistake> forARehearsal() {
        return Mistakes.all().stream().filter(mistake -> mistake.catcher() == Catcher.REHEARSAL);
    }

    @Test
    void thereAreEnoughOfThemAndEachHasItsName() {
        assertThat(Mistakes.all()).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(Mistakes.all()).extracting(Mistake::name).doesNotHaveDuplicates();
        assertThat(forARehearsal()).hasSizeGreaterThanOrEqualTo(10);
    }

    @AfterAll
    static void printTheTable() throws IOException {
        StringBuilder table = new StringBuilder("| mistake | caught by | what it says |\n|---|---|---|\n");
        TABLE.forEach((name, caught) ->
                table.append("| ").append(name).append(" | ").append(caught).append(" |\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/mistakes.md"), table);
        System.out.println(table);
    }
}
