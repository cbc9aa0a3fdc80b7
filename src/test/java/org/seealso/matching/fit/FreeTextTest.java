package org.seealso.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seealso.matching.optimum.Shape;

class FreeTextTest {
    private static final Frame PEERS = FitTest.frame(Shape.PEER, 0, "avoid", "similar");
    private static final Frame MENTORS = FitTest.frame(Shape.MENTOR, 0, "avoid", "any");
    private static final Criteria GOALS = FitTest.only(Criterion.GOALS);

    @Test
    void findsWhoWroteAboutTheSame() {
        Fit fit = fit(
                PEERS,
                Someone.named("Ana")
                        .wrote("goalsShort", "I would like to learn about data visualization for our annual report."),
                Someone.named("Ben").wrote("goalsLong", "Visualizing data so that the council reads it."),
                Someone.named("Cara").wrote("goalsShort", "Running a story time in two languages."));
        assertThat(fit.of(0, 1)).isPositive();
        assertThat(fit.of(0, 2)).isZero();
        assertThat(fit.explain(List.of(0, 1)).reasons())
                .containsExactly("Ana and Ben both wrote about “visualizing data”.");
        assertThat(fit.explain(List.of(1, 0)).told())
                .as("in the words of one of them")
                .containsExactly(
                        List.of("You both wrote about “data visualization”."),
                        List.of("You both wrote about “data visualization”."));
    }

    @Test
    void readsFrenchToo() {
        Fit fit = fit(
                PEERS,
                Someone.named("Luc")
                        .wrote(
                                "shortGoal",
                                "Je voudrais mieux connaître les archives numériques et le droit d'auteur."),
                Someone.named("Zoé").wrote("shortGoal", "Numériser les archives de la ville et des paroisses."),
                Someone.named("Anne").wrote("shortGoal", "Animer un club de lecture pour les aînés."));
        assertThat(fit.of(0, 1)).isGreaterThan(fit.of(0, 2));
        assertThat(fit.explain(List.of(0, 1)).reasons()).containsExactly("Luc and Zoé both wrote about “archives”.");
    }

    @Test
    void holdsWhatAMenteeSeeksAgainstWhatAMentorOffers() {
        Someone mentee =
                Someone.mentee("Cara").wrote("needs", "Write my first grant application, and defend the budget.");
        Someone offers = Someone.mentor("Ana", 1).wrote("canOffer", "I have written dozens of grant applications.");
        Someone other = Someone.mentor("Ben", 1).wrote("whyMentor", "Somebody helped me to repair old bindings.");
        Fit fit = fit(MENTORS, mentee, offers, other);
        assertThat(fit.of(0, 1)).isGreaterThan(fit.of(0, 2));
        assertThat(fit.explain(List.of(1, 0)).reasons())
                .containsExactly("Ana and Cara both wrote about “grant application”.");
    }

    @Test
    void countsARareWordMoreThanOneEverybodyUses() {
        Fit fit = fit(
                PEERS,
                Someone.named("Ana").wrote("goalsShort", "Community outreach and braille."),
                Someone.named("Ben").wrote("goalsShort", "Community outreach and budgets."),
                Someone.named("Cara").wrote("goalsShort", "Braille and seed exchanges."),
                Someone.named("Dev").wrote("goalsShort", "Community gardens."),
                Someone.named("Eve").wrote("goalsShort", "Community radio."));
        assertThat(fit.explain(List.of(0, 2)).reasons()).containsExactly("Ana and Cara both wrote about “braille”.");
        assertThat(fit.of(0, 2)).isGreaterThan(fit.of(0, 3));
    }

    @Test
    void connectsNobodyByWordsThatEverybodyWritesInAnApplication() {
        Fit fit = fit(
                PEERS,
                Someone.named("Ana").wrote("goalsShort", "I want to learn more and become a better librarian."),
                Someone.named("Ben").wrote("goalsShort", "I would like to learn more about libraries."));
        assertThat(fit.of(0, 1)).isZero();
    }

    @Test
    void saysNothingOfTextsTheReaderMayNotRead() {
        Fit fit = fit(
                PEERS,
                Someone.named("Ana")
                        .wrote("challenges", "Burnout, and a new manager.")
                        .hides("challenges"),
                Someone.named("Ben").wrote("canOffer", "I came back from a burnout."));
        assertThat(fit.of(0, 1)).isPositive();
        Explained explained = fit.explain(List.of(0, 1));
        assertThat(explained.reasons()).isEmpty();
        assertThat(explained.bars()).isEmpty();
        assertThat(explained.told()).containsExactly(List.of(), List.of());
    }

    private static Fit fit(Frame frame, Someone... people) {
        return new Fit(GOALS, frame, Someone.pool(people), Set.of());
    }
}
