package org.seealso.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seealso.publishing.migration.Migrations;
import org.seealso.rehearsal.Rehearsals;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.Publication;
import org.seealso.rules.Publications;
import org.seealso.rules.PublishedRules;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesPublisher;
import org.seealso.rules.difference.RulesDifference;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws the admin's page, also for those pages that have to say no and show it again. */
@Component
class RulesOverview {
    private static final int REHEARSALS_SHOWN = 10;

    private final RulesPublisher folders;
    private final Publications publications;
    private final PublishedRules rules;
    private final Rehearsals rehearsals;
    private final Migrations migrations;

    RulesOverview(
            RulesPublisher folders,
            Publications publications,
            PublishedRules rules,
            Rehearsals rehearsals,
            Migrations migrations) {
        this.folders = folders;
        this.publications = publications;
        this.rules = rules;
        this.rehearsals = rehearsals;
        this.migrations = migrations;
    }

    /** So many mentorships run under one publication. */
    record PerNumber(int number, String mentorships, boolean live) {}

    ModelAndView page(Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", "Rules");
        Optional<Publication> live = publications.live();
        int number = live.map(Publication::number).orElse(0);
        live.ifPresent(published -> model.put("live", Shown.Line.of(published, true)));
        folders(model);
        history(model, number);
        List<PerNumber> running = new ArrayList<>();
        migrations
                .perNumber()
                .forEach((under, count) -> running.add(new PerNumber(
                        under, Shown.count(count, "running mentorship", "running mentorships"), under == number)));
        model.put("running", running);
        model.put("someWait", running.stream().anyMatch(line -> !line.live()));
        model.putAll(more);
        return new ModelAndView("publishing/rules", model);
    }

    private void folders(Map<String, Object> model) {
        RulesPublisher.Looked looked = folders.look();
        RuleFiles files = looked.files();
        String fingerprint = files.fingerprint();
        RulesDifference difference =
                RulesDifference.between(publications.liveFiles().orElse(RuleFiles.of(Map.of())), files);
        model.put("where", folders.where());
        model.put("atOnce", folders.publishesAtOnce());
        model.put("fingerprint", fingerprint);
        boolean faulty = !looked.faults().isEmpty();
        model.put("faulty", faulty);
        model.put("faults", Shown.FaultLine.of(looked.faults()));
        model.put("faultsInWords", Shown.count(looked.faults().size(), "fault", "faults"));
        model.put("same", difference.isEmpty());
        model.put("filesChanged", difference.files() == 1 ? "One file" : difference.files() + " files");
        model.put("publishable", !faulty && !difference.isEmpty());
        model.put("wasTakenBack", publications.wasTakenBack(files));
        publications.waiting(files).ifPresent(asked -> {
            model.put("asked", Shown.Line.of(asked, false));
            model.put("approved", asked.isApproved());
        });
        rehearsals
                .newestDone(fingerprint)
                .ifPresent(kept -> model.put("rehearsed", Shown.Rehearsal.of(kept, fingerprint)));
        List<Shown.Rehearsal> shown = rehearsals.recent(REHEARSALS_SHOWN).stream()
                .map(kept -> Shown.Rehearsal.of(kept, fingerprint))
                .toList();
        model.put("rehearsals", shown);
        model.put("nextFirst", rehearsals.nextFirst());
        model.put("rehearsing", shown.stream().anyMatch(Shown.Rehearsal::running));
        model.put(
                "programs",
                rules.programs(rules.current()).stream()
                        .map(row -> Map.of("key", row.program(), "name", name(row)))
                        .toList());
    }

    private static String name(ProgramRow row) {
        return row.name() + ", " + row.association();
    }

    private void history(Map<String, Object> model, int live) {
        model.put(
                "history",
                publications.history().stream()
                        .map(published -> Shown.Line.of(
                                published,
                                Optional.ofNullable(published.number()).orElse(0) == live))
                        .toList());
        publications.former().map(Publication::number).ifPresent(former -> {
            model.put("former", former);
            model.put("takeBack", live);
        });
    }
}
