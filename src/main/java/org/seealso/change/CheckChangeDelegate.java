package org.seealso.change;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.seealso.engine.Facts;
import org.seealso.people.Cohort;
import org.seealso.people.Mentorship;
import org.springframework.stereotype.Component;

@Component
class CheckChangeDelegate implements JavaDelegate {
    private static final String NOTHING = "nothing";

    private final Changes changes;

    CheckChangeDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Facts facts = Facts.of(execution);
        Change wanted = wanted(facts);
        Optional<Mentorship> mentorship = changes.mentorship(wanted);
        Optional<Cohort> cohort = mentorship.map(changes::cohort);
        facts.set("label", mentorship.map(Mentorship::label).orElse("A mentorship"));
        facts.set("cohortId", cohort.map(c -> c.id().toString()).orElse(""));
        facts.set("program", cohort.map(Cohort::program).orElse(""));
        Optional<String> fault = givenUp(facts) ? Optional.of("") : changes.fault(wanted);
        facts.set("changeFine", fault.isEmpty());
        facts.set("changeFault", fault.orElse(""));
        // The task that corrects it shows every one of them again.
        facts.set(
                "change",
                givenUp(facts) ? NOTHING : wanted.kind().map(Change.Kind::word).orElse(""));
        facts.set("mentorshipId", mentorship.map(m -> m.id().toString()).orElse(""));
        facts.set("until", wanted.until().map(Object::toString).orElse(""));
        facts.set("newcomerId", wanted.newcomer().map(Object::toString).orElse(""));
        facts.set("leaverId", wanted.leaver().map(Object::toString).orElse(""));
    }

    private static boolean givenUp(Facts facts) {
        return facts.maybeText("change").filter(NOTHING::equals).isPresent();
    }

    static Change wanted(Facts facts) {
        return Change.of(
                facts.maybeText("change").orElse(""),
                facts.maybeText("mentorshipId").orElse(""),
                facts.maybeText("until").orElse(""),
                facts.maybeText("newcomerId").orElse(""),
                facts.maybeText("leaverId").orElse(""));
    }
}
