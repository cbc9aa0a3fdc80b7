package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seealso.rules.Publication.Wish;

/** Who may make rules live and on what grounds, and what the history says about it. */
class PublicationsTest {
    private static final OwnEngine OWN = new OwnEngine("publications");
    private static final UUID REHEARSED = UUID.randomUUID();

    private final Publications publications = OWN.publications();

    @TempDir
    Path folder = Path.of(".");

    @AfterAll
    static void stopEngine() {
        OWN.engine().close();
    }

    @BeforeEach
    void theFirstRulesAreLive() {
        OWN.copyTinyRules(folder);
        start("approved");
    }

    @AfterEach
    void forgetEverything() {
        OWN.forgetEverything();
    }

    @Test
    void theFirstStartPublishesAndSaysSo() {
        assertThat(publications.history()).singleElement().satisfies(first -> {
            assertThat(first.number()).isOne();
            assertThat(first.author()).isEqualTo("start");
            assertThat(first.reason()).contains("first rules");
        });
    }

    @Test
    void aStartDoesNotPublishWhatNobodyApproved() {
        change("how have you been?");

        start("approved");

        assertThat(letter()).contains("how are you?");
        assertThat(publications.history()).hasSize(1);
    }

    @Test
    void aStartOfTheQuickStartPublishesAtOnce() {
        change("how have you been?");

        start("at-once");

        assertThat(letter()).contains("how have you been?");
        assertThat(publications.history().get(0).author()).isEqualTo("start");
    }

    @Test
    void anAdminPublishesWithReasonAndRehearsal() {
        change("how have you been?");

        Publication done = publications.publish(files(), wish(REHEARSED, null));

        assertThat(letter()).contains("how have you been?");
        assertThat(done.number()).isEqualTo(2);
        assertThat(publications.live()).contains(done);
        assertThat(done.author()).isEqualTo("ada");
        assertThat(done.approvedBy()).isEqualTo("ada");
        assertThat(done.reason()).isEqualTo("Warmer words");
        assertThat(done.rehearsal()).isEqualTo(REHEARSED);
    }

    @Test
    void nothingIsPublishedWithoutRehearsalUnlessForcedAndThatIsKept() {
        change("how have you been?");

        assertThatThrownBy(() -> publications.publish(files(), wish(null, " ")))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("Rehearse them first");
        assertThat(publications.history()).hasSize(1);

        publications.publish(files(), wish(null, "Only a typo"));

        assertThat(publications.history().get(0).forcedWhy()).isEqualTo("Only a typo");
    }

    @Test
    void nothingIsPublishedWithoutAReason() {
        change("how have you been?");

        assertThatThrownBy(() -> publications.publish(files(), new Wish("ada", "  ", REHEARSED, null)))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("Say in a sentence why");
    }

    @Test
    void faultyRulesAreRefusedWithEveryFault() {
        OwnEngine.edit(folder, "forms/letters/hello.md", "{{firstName}}", "{{fristName}}");

        assertThatThrownBy(() -> publications.publish(files(), wish(REHEARSED, null)))
                .isInstanceOfSatisfying(
                        PublicationRefused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .extracting(Fault::element)
                                .isEqualTo("fristName"));
        assertThat(publications.history()).hasSize(1);
    }

    @Test
    void theSameRulesAreNotPublishedTwice() {
        assertThatThrownBy(() -> publications.publish(files(), wish(REHEARSED, null)))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("live already");
    }

    @Test
    void oneAdminAsksAndAnotherApproves() {
        change("how have you been?");
        publications.ask(files(), wish(REHEARSED, null));
        assertThat(letter()).contains("how are you?");

        Publication done = publications.approveAndPublish(files(), "grace");

        assertThat(letter()).contains("how have you been?");
        assertThat(done.author()).isEqualTo("ada");
        assertThat(done.approvedBy()).isEqualTo("grace");
        assertThat(publications.waiting(files())).isEmpty();
    }

    @Test
    void whatWasAskedForIsNotApprovedForOtherFiles() {
        change("how have you been?");
        publications.ask(files(), wish(REHEARSED, null));
        OwnEngine.edit(folder, "forms/letters/hello.md", "how have you been?", "pay us.");

        assertThatThrownBy(() -> publications.approveAndPublish(files(), "grace"))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("changed since");
    }

    @Test
    void aStartPublishesWhatWasApproved() {
        change("how have you been?");
        publications.ask(files(), wish(REHEARSED, null));
        start("approved");
        assertThat(letter()).contains("how are you?");
        publications.approve(files(), "grace");

        start("approved");

        assertThat(letter()).contains("how have you been?");
        assertThat(publications.history().get(0).author()).isEqualTo("ada");
    }

    @Test
    void takingBackPublishesTheFormerRulesAgain() {
        change("how have you been?");
        publications.publish(files(), wish(REHEARSED, null));

        Publication back = publications.takeBack(2, "grace", "It read strangely");

        assertThat(letter()).contains("how are you?");
        assertThat(back.number()).isEqualTo(3);
        assertThat(back.takenBackOf()).isEqualTo(2);
        assertThat(publications.history()).extracting(Publication::number).containsExactly(3, 2, 1);
    }

    @Test
    void aStartDoesNotBringBackWhatWasTakenBack() {
        change("how have you been?");
        start("at-once");
        publications.takeBack(2, "grace", "It read strangely");

        start("at-once");

        assertThat(letter()).contains("how are you?");
        assertThat(publications.history()).hasSize(3);
    }

    @Test
    void nobodyTakesBackWhatIsNotLive() {
        change("how have you been?");
        publications.publish(files(), wish(REHEARSED, null));

        assertThatThrownBy(() -> publications.takeBack(1, "grace", "Oh no"))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("Number 1 is not live any more");
    }

    @Test
    void theFirstRulesCannotBeTakenBack() {
        assertThatThrownBy(() -> publications.takeBack(1, "grace", "Oh no"))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageContaining("nothing to go back to");
    }

    @Test
    void eightNodesThatStartTogetherPublishOnce() throws Exception {
        change("how have you been?");
        RuleFiles files = files();
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            Callable<Publications.AtStart> node = () -> OWN.publications().start(files, true);
            List<Future<Publications.AtStart>> done =
                    nodes.invokeAll(IntStream.range(0, 8).mapToObj(n -> node).toList());
            for (Future<Publications.AtStart> one : done) {
                one.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(publications.history()).hasSize(2);
        assertThat(OWN.engine().getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(2);
    }

    private static Wish wish(@Nullable UUID rehearsal, @Nullable String forcedWhy) {
        return new Wish("ada", "Warmer words", rehearsal, forcedWhy);
    }

    private void start(String mode) {
        OWN.publisher(folder, mode).publish();
    }

    private RuleFiles files() {
        return new RulesFolder(folder).read();
    }

    private void change(String words) {
        OwnEngine.edit(folder, "forms/letters/hello.md", "how are you?", words);
    }

    private static String letter() {
        OWN.published().forgetCurrent();
        return OWN.published()
                .file(OWN.published().current(), "letters/hello.md")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
