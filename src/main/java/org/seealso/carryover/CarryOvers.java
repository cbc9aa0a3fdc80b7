package org.seealso.carryover;

import java.time.Instant;
import java.util.UUID;
import org.seealso.answer.Returns;
import org.seealso.emailedform.EmailedForms;
import org.seealso.engine.DueDates;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long an application may wait for the next cohort, and how it gets there. */
@Component
@Transactional
class CarryOvers {
    private final Returns returns;
    private final Participants participants;
    private final EmailedForms forms;
    private final PublishedRules rules;
    private final DueDates dates;

    CarryOvers(Returns returns, Participants participants, EmailedForms forms, PublishedRules rules, DueDates dates) {
        this.returns = returns;
        this.participants = participants;
        this.forms = forms;
        this.rules = rules;
        this.dates = dates;
    }

    Instant keepUntil(String definition, String program) {
        ProgramRow row = rules.row(rules.deploymentOf(definition), program);
        return dates.morningOf(dates.today(row.zone()).plusMonths(row.carryOverMonths()), row.zone());
    }

    /** Whoever has applied to the new cohort by themselves is in it already, and nothing happens. */
    void into(UUID cohortId, UUID earlier) {
        returns.into(cohortId, earlier);
    }

    void takeBack(UUID participantId) {
        participants.move(participantId, Participant.State.WITHDRAWN);
        forms.withdrawAll(participantId);
    }
}
