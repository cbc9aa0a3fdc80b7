package org.seealso.desk;

import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Readings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Reads the briefing from what people wrote, as far as the task's group is among each answer's readers. */
@Component
class AnswerBriefing implements Briefing {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.CANADA);

    /** The participants' form a coordinators' form is about, where no submission is named. */
    private static final Map<String, String> ABOUT = Map.of(
            "review-application", "application%",
            "mediate", "fit-problem",
            "look-at-check-in", "check-in",
            "introduce", "check-in",
            "answer-question", "help");

    /** What members wrote about one another: whoever looks back at it later need not know which of them it was (D18). */
    private static final Set<String> UNNAMED = Set.of("fit-problem", "first-talk", "is-it-better", "in-touch");

    private final BriefingRepository facts;
    private final Confidences confidences;
    private final Readings readings;

    AnswerBriefing(BriefingRepository facts, Confidences confidences, Readings readings) {
        this.facts = facts;
        this.readings = readings;
        this.confidences = confidences;
    }

    @Override
    public Map<String, Object> of(TaskSubject task) {
        Map<String, Object> briefing = new LinkedHashMap<>();
        if (!TaskSubject.READERS.contains(task.reader())) {
            return briefing;
        }
        Optional<UUID> report = confidences.report(task);
        if (report.isPresent()) {
            // The report itself is read on a page of its own, after a code; Tasklist never gets it.
            briefing.put("reportLink", "/conduct/" + report.get());
            return briefing;
        }
        Optional<BriefingRepository.Source> source = task.id("submissionId").flatMap(facts::source);
        @Nullable
        UUID participant = task.id("applicationId")
                .or(() -> source.map(BriefingRepository.Source::participantId))
                .orElse(null);
        @Nullable
        UUID mentorship = task.id("mentorshipId")
                .or(() -> source.map(BriefingRepository.Source::mentorshipId))
                .orElse(null);
        @Nullable UUID cohort = task.id("cohortId").orElse(null);

        boolean ofOneMember = task.form().equals("silent-consent");
        List<Map<String, String>> people = people(participant, ofOneMember ? null : mentorship, task.id("personId"));
        briefing.put("people", people);
        briefing.put("who", people.stream().map(p -> p.get("name")).collect(Collectors.joining(" & ")));
        briefing.put("about", about(task, participant, people));
        briefing.put("history", history(task, participant, mentorship));
        if (cohort != null && task.reader().equals("coordinators")) {
            cohort(task, cohort, briefing);
        }
        if (task.form().equals("reach-person")) {
            task.id("letterId").ifPresent(letter -> briefing.put("about", letter(letter)));
        }
        return briefing;
    }

    private List<Map<String, String>> people(
            @Nullable UUID participant, @Nullable UUID mentorship, Optional<UUID> person) {
        if (mentorship != null) {
            return facts.members(mentorship);
        }
        if (participant != null) {
            return facts.participant(participant);
        }
        return person.map(facts::person).orElse(List.of());
    }

    private List<Map<String, String>> about(
            TaskSubject task, @Nullable UUID participant, List<Map<String, String>> people) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (task.form().equals("review-application")) {
            for (Map<String, String> person : people) {
                rows.add(row("Name", person.getOrDefault("name", "")));
                rows.add(row("Email", person.getOrDefault("email", "")));
            }
        } else if (participant != null) {
            facts.participant(participant).forEach(p -> rows.add(row("From", p.getOrDefault("name", ""))));
        }
        Optional<UUID> submission = task.id("submissionId");
        // A question before saying yes to a match is part of that form, not of the help form.
        String form = "question".equals(task.variables().get("consent")) ? "consent" : ABOUT.get(task.form());
        List<BriefingRepository.Written> written = List.of();
        if (submission.isPresent()) {
            written = facts.ofSubmission(submission.get(), task.reader());
        } else if (participant != null && form != null) {
            written = facts.ofParticipant(participant, form, task.reader());
            if (!form.endsWith("%")) {
                written = newest(written);
            }
        }
        written.forEach(w -> rows.add(row(w.question(), w.shown())));
        noteReading(written);
        return rows;
    }

    /** One row per earlier form: "Check-in, 2 February 2026 — Ana Silva" and what was answered. */
    private List<Map<String, String>> history(TaskSubject task, @Nullable UUID participant, @Nullable UUID mentorship) {
        List<BriefingRepository.Written> written = new ArrayList<>();
        if (mentorship != null) {
            written.addAll(facts.ofMentorship(mentorship, task.reader()));
        } else if (participant != null) {
            written.addAll(facts.ofDesk(participant, task.reader()));
        }
        Map<UUID, List<BriefingRepository.Written>> bySubmission = written.stream()
                .collect(Collectors.groupingBy(
                        BriefingRepository.Written::submission, LinkedHashMap::new, Collectors.toList()));
        // What this task is about stands above it already.
        task.id("submissionId").ifPresent(bySubmission::remove);
        noteReading(bySubmission.values().stream().flatMap(List::stream).toList());
        List<Map<String, String>> rows = new ArrayList<>();
        bySubmission.forEach((id, answers) -> rows.add(row(
                title(answers.get(0)),
                answers.stream().map(w -> w.question() + ": " + w.shown()).collect(Collectors.joining("; ")))));
        return rows;
    }

    /** Whoever looks at a task reads what stands beside it; the person whose words they are can see when. */
    private void noteReading(List<BriefingRepository.Written> written) {
        Authentication account = SecurityContextHolder.getContext().getAuthentication();
        if (account != null) {
            readings.note(
                    account.getName(),
                    written.stream().map(BriefingRepository.Written::id).toList());
        }
    }

    private void cohort(TaskSubject task, UUID cohort, Map<String, Object> briefing) {
        switch (task.form()) {
            case "finish-reviews" -> briefing.put("about", facts.waiting(cohort, "IN_REVIEW"));
            case "too-few-people" -> {
                briefing.put("about", facts.leftOver(cohort));
                briefing.put("results", facts.wouldHelp(cohort));
            }
            case "starved-pool" -> {
                briefing.put("about", facts.waitingSince(cohort));
                briefing.put("results", facts.wouldHelp(cohort));
            }
            case "evaluate-program" -> briefing.put("results", facts.results(cohort));
            default -> {}
        }
    }

    private List<Map<String, String>> letter(UUID letter) {
        return facts.letter(letter)
                .map(l -> List.of(
                        row("Person", l.name()),
                        row("Address", l.address()),
                        row("Letter", l.subject()),
                        row("What the mail server said", l.error())))
                .orElse(List.of());
    }

    private static List<BriefingRepository.Written> newest(List<BriefingRepository.Written> written) {
        return written.isEmpty()
                ? written
                : written.stream()
                        .filter(w -> w.submission()
                                .equals(written.get(written.size() - 1).submission()))
                        .toList();
    }

    private static String title(BriefingRepository.Written first) {
        String form = first.form().replace('-', ' ');
        String by = UNNAMED.contains(first.form()) ? "a member" : first.by();
        return Character.toUpperCase(form.charAt(0)) + form.substring(1) + ", " + day(first.at()) + " — " + by;
    }

    static String day(Timestamp at) {
        return DAY.format(at.toInstant().atZone(ZoneOffset.UTC));
    }

    private static Map<String, String> row(String question, String answer) {
        return Map.of("question", question, "answer", answer);
    }
}
