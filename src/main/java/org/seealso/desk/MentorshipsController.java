package org.seealso.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seealso.answer.Answers;
import org.seealso.answer.Subject;
import org.seealso.change.Change;
import org.seealso.change.Changes;
import org.seealso.change.RunningMentorships;
import org.seealso.engine.Ids;
import org.seealso.form.Verdict.FieldAnswer;
import org.seealso.people.Mentorships;
import org.seealso.security.Groups;
import org.seealso.security.Teams;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What change-mentorship.html shows and asks before it is sent; names and notes are no engine variables (house law 3). */
@RestController
@RequestMapping("/desk/api/mentorships")
class MentorshipsController {
    private static final int LONGEST_NOTE = 2000;

    /**
     * A change about to be made.
     *
     * @param note for other coordinators
     * @param key made once by the page, so that a note sent twice is kept once
     */
    record Wanted(
            String change,
            @Nullable String until,
            @Nullable String newcomerId,
            @Nullable String leaverId,
            @Nullable String note,
            @Nullable String key) {}

    private final RunningMentorships running;
    private final Changes changes;
    private final Mentorships mentorships;
    private final Answers answers;
    private final Teams teams;

    MentorshipsController(
            RunningMentorships running, Changes changes, Mentorships mentorships, Answers answers, Teams teams) {
        this.running = running;
        this.changes = changes;
        this.mentorships = mentorships;
        this.answers = answers;
        this.teams = teams;
    }

    /** Whoever is signed in reaches the desk, but only coordinators may read who is with whom. */
    @ModelAttribute
    void coordinatorsOnly(HttpServletRequest request) {
        if (!request.isUserInRole(Groups.COORDINATORS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping
    ResponseEntity<List<RunningMentorships.Line>> all(Principal who) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(running.all(teams.programs(who.getName())));
    }

    @GetMapping("/{id}")
    ResponseEntity<RunningMentorships.Choice> one(@PathVariable UUID id, Principal who) {
        return running.choice(id, teams.programs(who.getName()))
                .map(choice ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(choice))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Says what stands in the way before Tasklist sends anything; if nothing does, keeps the note. */
    @PostMapping("/{id}/change")
    ResponseEntity<Map<String, String>> mayChange(@PathVariable UUID id, @RequestBody Wanted wanted, Principal by) {
        if (running.choice(id, teams.programs(by.getName())).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Change change = Change.of(
                text(wanted.change()),
                id.toString(),
                text(wanted.until()),
                text(wanted.newcomerId()),
                text(wanted.leaverId()));
        String note = text(wanted.note()).strip();
        Optional<String> fault = changes.fault(change)
                .or(() -> note.length() > LONGEST_NOTE
                        ? Optional.of("Your note is longer than " + LONGEST_NOTE + " letters. Shorten it.")
                        : Optional.empty());
        if (fault.isPresent()) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("sentence", fault.get()));
        }
        if (!note.isEmpty()) {
            keep(id, note, by.getName(), text(wanted.key()));
        }
        return ResponseEntity.ok(Map.of());
    }

    /** The submission's id is made here from the page's key, which could name somebody else's submission otherwise. */
    private void keep(UUID mentorship, String note, String by, String key) {
        String name = "change " + by + " " + (key.isEmpty() ? Ids.next() : key);
        answers.store(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                by,
                "change",
                new Subject(
                        null,
                        null,
                        mentorship,
                        mentorships.mentorship(mentorship).cohortId(),
                        null),
                List.of(new FieldAnswer("note", "Note for coordinators", note, note, Set.of("coordinators"))));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
