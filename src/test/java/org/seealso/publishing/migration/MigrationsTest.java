package org.seealso.publishing.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seealso.SeeAlsoTest;
import org.seealso.Stage;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.seealso.people.Participant;
import org.seealso.rules.Publication;
import org.seealso.rules.Publications;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Running mentorships after a change of the rules: moved, left alone, sent elsewhere, refused, and brought back. */
@SeeAlsoTest
// A context of its own: its rules change.
@TestPropertySource(properties = "seealso.publish=approved")
class MigrationsTest {
    private static final RuleFiles HOUSE = new RulesFolder(Path.of(".")).read();
    private static final Map<String, Object> ALL_WELL = Map.of("contacts", "2", "fit", "good", "help", "none");

    @Autowired
    Stage stage;

    @Autowired
    Publications publications;

    @Autowired
    Migrations migrations;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private Participant ana;
    private Participant ben;
    private Mentorship pair;
    private ProcessInstance mentorship;

    @BeforeEach
    void aPairUnderTheFirstRules() {
        stage.opensOn("2026-01-12");
        if (!publications.liveFiles().orElseThrow().fingerprint().equals(HOUSE.fingerprint())) {
            publish(HOUSE);
        }
        Cohort cohort = stage.cohort(Cohort.State.RUNNING);
        ana = stage.participant(cohort, "Ana Silva", Participant.State.MATCHED);
        ben = stage.participant(cohort, "Ben Okoro", Participant.State.MATCHED);
        pair = stage.mentorship(cohort, ana, ben);
        mentorship = stage.start(pair);
        stage.answer(mentorship, ana, "agreement", Map.of("agreed", "yes"));
        stage.answer(mentorship, ben, "accept-agreement", Map.of("accepted", "yes"));
        stage.time.travelTo(LocalDate.parse("2026-02-12"));
        assertThat(stage.asked(mentorship, ana)).containsExactly("check-in");
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void aMovedMentorshipReadsTheNewLettersAndAnUnmovedOneItsOwn() {
        Cohort other = stage.cohort(Cohort.State.RUNNING);
        Participant cara = stage.participant(other, "Cara Lee", Participant.State.MATCHED);
        Participant dan = stage.participant(other, "Dan Roy", Participant.State.MATCHED);
        Mentorship unmoved = stage.mentorship(other, cara, dan);
        ProcessInstance theirs = stage.start(unmoved);
        stage.time.travelTo(LocalDate.parse("2026-02-13"));
        publish(edited("letters/check-in.md", "\n---\n", "\n---\nFresh words for everybody.\n"));

        assertThat(migrate())
                .singleElement()
                .satisfies(
                        outcome -> assertThat(outcome.done()).as(outcome.said()).isTrue());
        stage.answer(mentorship, ana, ALL_WELL);
        stage.answer(mentorship, ben, ALL_WELL);
        stage.time.travelTo(LocalDate.parse("2026-03-14"));

        assertThat(newestCheckIn(ana)).contains("Fresh words for everybody.");
        assertThat(stage.letters(cara)).contains("check-in");
        assertThat(newestCheckIn(cara)).doesNotContain("Fresh words");
        assertThat(theirs.isEnded()).isFalse();
    }

    @Test
    void aNewMentorshipStartsUnderTheNewestRules() {
        publish(edited("letters/kickoff.md", "\n---\n", "\n---\nFresh words for everybody.\n"));
        Cohort other = stage.cohort(Cohort.State.RUNNING);
        Participant cara = stage.participant(other, "Cara Lee", Participant.State.MATCHED);
        Participant dan = stage.participant(other, "Dan Roy", Participant.State.MATCHED);

        stage.start(stage.mentorship(other, cara, dan));

        assertThat(stage.letterText(cara, "kickoff")).contains("Fresh words for everybody.");
    }

    @Test
    void aMovedMentorshipGoesItsWholeWay() {
        publish(edited("mentorship.bpmn", "name=\"What happens first?\"", "name=\"What comes first?\""));
        migrate();

        for (Participant member : List.of(ana, ben)) {
            stage.answer(mentorship, member, ALL_WELL);
        }
        stage.time.travelTo(LocalDate.parse("2026-07-11"));

        assertThat(stage.running("mentorship", pair.id())).isEmpty();
        assertThat(stage.now(pair).state()).isEqualTo(Mentorship.State.CLOSED);
    }

    @Test
    void thePreviewSaysWhoMovesAndMovesNobody() {
        publish(edited("letters/check-in.md", "\n---\n", "\n---\nFresh words.\n"));

        Preview.Line line = line(migrations.preview(List.of()));

        assertThat(line.moves()).isTrue();
        assertThat(line.waitsAt()).contains("What happens first?", "Answer form");
        assertThat(line.name()).contains("Pilot 2026, mentorship").doesNotContain("Ana", "Ben");
        assertThat(line(migrations.preview(List.of()))).isEqualTo(line);
    }

    @Test
    void whoWaitsAtARenamedPlaceStaysUntilAnAdminChoosesWhereToGoOn() {
        publish(edited("emailed-form.bpmn", "UserTask_AnswerForm", "UserTask_AnswerTheForm"));

        Preview preview = migrations.preview(List.of());
        assertThat(line(preview).moves()).isFalse();
        assertThat(line(preview).said()).contains("It waits at “Answer form” (Emailed form)", "do not have");
        Preview.Place place = preview.places().stream()
                .filter(one -> one.id().equals("UserTask_AnswerForm"))
                .findFirst()
                .orElseThrow();
        assertThat(place.candidates()).extracting(Preview.Candidate::id).containsExactly("UserTask_AnswerTheForm");
        assertThat(migrate()).singleElement().satisfies(outcome -> {
            assertThat(outcome.done()).isFalse();
            assertThat(outcome.said()).contains("Answer form");
        });
        assertThat(migrations.refused())
                .filteredOn(past -> past.mentorship().equals(pair.id()))
                .singleElement()
                .satisfies(past -> {
                    assertThat(past.who()).isEqualTo("admin");
                    assertThat(past.said()).contains("Answer form");
                });

        Choice choice = new Choice("emailed-form", "UserTask_AnswerForm", "UserTask_AnswerTheForm");
        assertThat(line(migrations.preview(List.of(choice))).moves()).isTrue();
        assertThat(migrations.migrate(Set.of(pair.id()), List.of(choice), "admin"))
                .singleElement()
                .satisfies(
                        outcome -> assertThat(outcome.done()).as(outcome.said()).isTrue());
        assertThat(migrations.refused()).noneMatch(past -> past.mentorship().equals(pair.id()));
    }

    @Test
    void aReminderThatWentOutUnderItsOldNameIsNotSentAgain() {
        stage.time.travelTo(LocalDate.parse("2026-02-20"));
        int before = stage.letters(ana).size();
        publish(edited("emailed-form.bpmn", "\"Event_TimeToRemind\"", "\"Event_TimeForAReminder\""));

        Migrations.Outcome outcome = migrate().get(0);
        stage.time.settle();

        assertThat(outcome.done()).as(outcome.said()).isTrue();
        assertThat(outcome.said()).contains("“Time to remind” does not happen");
        assertThat(stage.letters(ana)).hasSize(before);
    }

    @Test
    void aMoveIsUndoneWhileNobodyActed() {
        publish(edited("letters/check-in.md", "\n---\n", "\n---\nFresh words.\n"));
        Map<Integer, Integer> before = migrations.perNumber();
        migrate();
        assertThat(migrations.perNumber()).isNotEqualTo(before);
        assertThat(migrations.undoable())
                .extracting(Migrations.Past::mentorship)
                .contains(pair.id());

        assertThat(migrations.undo(Set.of(pair.id()), "admin"))
                .singleElement()
                .satisfies(
                        outcome -> assertThat(outcome.done()).as(outcome.said()).isTrue());

        assertThat(migrations.perNumber()).isEqualTo(before);
        assertThat(migrations.undoable()).isEmpty();
        stage.answer(mentorship, ana, ALL_WELL);
        stage.answer(mentorship, ben, ALL_WELL);
        stage.time.travelTo(LocalDate.parse("2026-03-12"));
        assertThat(newestCheckIn(ana)).doesNotContain("Fresh words");
    }

    @Test
    void aMoveToAChosenPlaceIsUndoneToo() {
        publish(edited("emailed-form.bpmn", "UserTask_AnswerForm", "UserTask_AnswerTheForm"));
        migrations.migrate(
                Set.of(pair.id()),
                List.of(new Choice("emailed-form", "UserTask_AnswerForm", "UserTask_AnswerTheForm")),
                "admin");

        assertThat(migrations.undo(Set.of(pair.id()), "admin"))
                .singleElement()
                .satisfies(
                        outcome -> assertThat(outcome.done()).as(outcome.said()).isTrue());
        stage.answer(mentorship, ana, ALL_WELL);
    }

    @Test
    void aMoveIsNotUndoneOnceSomebodyActed() {
        publish(edited("letters/check-in.md", "\n---\n", "\n---\nFresh words.\n"));
        migrate();
        stage.answer(mentorship, ana, ALL_WELL);

        assertThat(migrations.undo(Set.of(pair.id()), "admin")).singleElement().satisfies(outcome -> {
            assertThat(outcome.done()).isFalse();
            assertThat(outcome.said()).contains("Somebody acted in it since");
        });
        assertThat(migrations.undoable()).isEmpty();
    }

    @Test
    void oneThatFailsKeepsNobodyElseFromMoving() {
        Cohort other = stage.cohort(Cohort.State.RUNNING);
        Participant cara = stage.participant(other, "Cara Lee", Participant.State.MATCHED);
        Participant dan = stage.participant(other, "Dan Roy", Participant.State.MATCHED);
        Mentorship fresh = stage.mentorship(other, cara, dan);
        stage.start(fresh);
        publish(edited("check-in.bpmn", "\"CallActivity_AskHowItGoes\"", "\"CallActivity_AskThem\""));

        Map<UUID, Boolean> done = new TreeMap<>();
        migrations
                .migrate(Set.of(pair.id(), fresh.id()), List.of(), "admin")
                .forEach(outcome -> done.put(outcome.mentorship(), outcome.done()));

        assertThat(done).containsEntry(fresh.id(), true).containsEntry(pair.id(), false);
    }

    /** The words the newest check-in of this reader is written from. */
    private String newestCheckIn(Participant reader) {
        String deployment = jdbc.sql("select deployment from letter where participant_id = ? and name = 'check-in'"
                        + " order by created_at desc, id desc limit 1")
                .param(reader.id())
                .query(String.class)
                .single();
        return publications
                .files(deployment)
                .file("letters/check-in.md")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private Preview.Line line(Preview preview) {
        return preview.lines().stream()
                .filter(line -> line.mentorship().equals(pair.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Migrations.Outcome> migrate() {
        return migrations.migrate(Set.of(pair.id()), List.of(), "admin");
    }

    private void publish(RuleFiles files) {
        publications.publish(files, new Publication.Wish("admin", "A test", null, "It is a test"));
    }

    private static RuleFiles edited(String file, String from, String to) {
        Map<String, byte[]> files = new TreeMap<>();
        HOUSE.names().forEach(name -> files.put(name, HOUSE.file(name).orElseThrow()));
        String text = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        String changed = text.replace(from, to);
        assertThat(changed).isNotEqualTo(text);
        files.put(file, changed.getBytes(StandardCharsets.UTF_8));
        return RuleFiles.of(files);
    }
}
