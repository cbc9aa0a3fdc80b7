package org.seealso.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seealso.Markers;
import org.seealso.SeeAlsoTest;
import org.seealso.people.Participant;
import org.seealso.privacy.Erasure;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Mentorships in which everybody signs whatever they write. Then one of them is erased, in the middle or afterwards, and
 * every column of every table is searched: nothing of them is left, and everything of the others.
 */
@SeeAlsoTest
class ErasureTest extends AnyLife {
    private static final String OF_OTHERS = "select count(*) from answer where author = ?";

    @Autowired
    Erasure erasure;

    private Life life(long seed) {
        return new Life(world(), seed, true);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 11, 29})
    void whoeverIsErasedAfterwardsIsNowhere(long seed) {
        try (Markers markers = new Markers(jdbc)) {
            Life life = life(seed);
            life.live(40);
            Participant erased = life.cast().get(1);
            assertThat(markers.columns(Life.mark(erased))).as("before").hasSizeGreaterThan(5);
            erase(life, erased, markers);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 17, 41, 53})
    void whoeverIsErasedInTheMiddleIsNowhereAndTheOthersGoOn(long seed) {
        try (Markers markers = new Markers(jdbc)) {
            Life life = life(seed);
            life.begin();
            life.someEvents(12);
            Participant erased = life.cast().get(1);
            erase(life, erased, markers);
            life.goOn(20);
            assertThat(markers.columns(Life.mark(erased))).as("later").isEmpty();
        }
    }

    private void erase(Life life, Participant erased, Markers markers) {
        List<UUID> others = life.cast().stream()
                .filter(member -> !member.id().equals(erased.id()))
                .map(member -> member.person().id())
                .toList();
        List<Long> before = others.stream().map(this::answers).toList();

        erasure.erase(erased.person().id());
        life.settle();
        erasure.lookAgain(erased.person().id());
        life.settle();

        assertThat(markers.columns(Life.mark(erased))).as(life.story()).isEmpty();
        assertThat(markers.places(Life.mark(erased))).noneMatch(place -> place.startsWith("log"));
        assertThat(others.stream().map(this::answers)).isEqualTo(before);
        life.cast().stream()
                .filter(member -> !member.id().equals(erased.id()))
                .forEach(other -> assertThat(stage.now(other).person()).isEqualTo(other.person()));
        assertThat(about(erased))
                .as("what still runs about somebody who is not there")
                .isEmpty();
    }

    private long answers(UUID person) {
        return jdbc.sql(OF_OTHERS).param(person.toString()).query(Long.class).single();
    }

    /** What was asked and is over leaves its number behind until the others have answered, too; that runs no more. */
    private List<String> about(Participant erased) {
        return jdbc.sql(
                        "select d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                                + " join act_ru_variable v on v.proc_inst_id_ = e.id_ and v.name_ = 'applicationId'"
                                + " where e.id_ = e.proc_inst_id_ and v.text_ = ? and d.key_ <> 'mentorship'"
                                + " and not exists (select 1 from act_ru_execution over where over.id_ = v.execution_id_"
                                + " and over.is_concurrent_ and not over.is_active_ and not exists"
                                + " (select 1 from act_ru_execution live where over.id_ in (live.parent_id_, live.super_exec_)))")
                .param(erased.id().toString())
                .query(String.class)
                .list();
    }
}
