package org.seealso.conduct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.confidence.Handlers;
import org.seealso.confidence.Report;
import org.seealso.engine.Language;
import org.seealso.engine.Worded;
import org.seealso.letter.Letters;
import org.seealso.letter.ParticipantLetters;
import org.seealso.letter.Under;
import org.seealso.people.Participant;
import org.seealso.people.Participants;
import org.seealso.rules.PublishedRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters around a conduct report; none says what the report says (A13). */
@Component
@Transactional
class ConductLetters {
    /** What the handler chose to have the reporter told: nothing at all. */
    private static final String NOTHING = "nothing";

    private final ParticipantLetters letters;
    private final Letters outbox;
    private final Participants participants;
    private final PublishedRules rules;

    ConductLetters(ParticipantLetters letters, Letters outbox, Participants participants, PublishedRules rules) {
        this.letters = letters;
        this.outbox = outbox;
        this.participants = participants;
        this.rules = rules;
    }

    void acknowledge(Report report, Under under, boolean stopped) {
        reporter(report)
                .ifPresent(reporter -> letters.write("conduct-received", under, reporter, Map.of("stopped", stopped)));
    }

    /** Tells the reporter what the handler chose to say, and nothing if they chose that. */
    void outcome(Report report, Under under) {
        Optional<Report.Part> chosen = report.answer("handle-report", "tell");
        if (chosen.isEmpty() || NOTHING.equals(chosen.get().value())) {
            return;
        }
        String words =
                report.answer("handle-report", "words").map(Report.Part::shown).orElse("");
        String kept = chosen.get().shown();
        String said = String.valueOf(chosen.get().value());
        // The choices of the handlers' form are sentences to the reporter, so they are words of letters, too.
        Worded outcome = language -> language == Language.ENGLISH || !language.knows("outcome." + said)
                ? kept
                : language.say("outcome." + said);
        Map<String, Object> values = Map.of("outcome", outcome, "note", words);
        reporter(report).ifPresent(reporter -> letters.write("conduct-outcome", under, reporter, values));
    }

    /** Empty if we forgot them, or if our letters are not safe for them: then only this page knows how to reach them. */
    private Optional<UUID> reporter(Report report) {
        boolean noLetters = report.answer("conduct-report", "noLetters")
                .filter(part -> Boolean.TRUE.equals(part.value()))
                .isPresent();
        if (noLetters) {
            return Optional.empty();
        }
        return Optional.ofNullable(report.subject().participantId())
                .map(participants::participant)
                .filter(participant -> participant.state() != Participant.State.FORGOTTEN)
                .map(Participant::id);
    }

    void tell(List<Handlers.Handler> handlers, Under under, boolean reminder) {
        for (Handlers.Handler handler : handlers) {
            outbox.writeTo(
                    "conduct-reminder",
                    under.deployment(),
                    under.program(),
                    handler.address(),
                    Map.of("reminder", reminder));
        }
    }

    /** Says that a handler must be named, and nothing about the report. */
    void nobodyIsFree(Under under) {
        String office = rules.row(under.deployment(), under.program()).officeEmail();
        outbox.writeTo("conduct-nobody-free", under.deployment(), under.program(), office, Map.of());
    }

    void code(Report report, String address, String code) {
        outbox.writeTo("conduct-code", rules.current(), report.program(), address, Map.of("code", code));
    }
}
