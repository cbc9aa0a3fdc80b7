package org.seealso.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.exchange.Imports.Preview;
import org.seealso.exchange.sheet.SheetFile;
import org.seealso.exchange.sheet.Table;
import org.seealso.exchange.sheet.Unreadable;
import org.seealso.people.Cohort;
import org.seealso.people.Cohorts;
import org.seealso.rules.ProgramRow;
import org.seealso.security.Groups;
import org.seealso.security.Teams;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where a coordinator brings people along and takes tables away. A list is looked at first and taken in second. */
@Controller
@RequestMapping("/desk/exchange")
class ExchangePages {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Enough to see what is wrong; whoever has more mends these first. */
    private static final int TROUBLES_SHOWN = 200;

    private final Imports imports;
    private final Exports exports;
    private final Cohorts cohorts;
    private final Teams teams;

    ExchangePages(Imports imports, Exports exports, Cohorts cohorts, Teams teams) {
        this.imports = imports;
        this.exports = exports;
        this.cohorts = cohorts;
        this.teams = teams;
    }

    /** Whoever is signed in reaches the desk, but only coordinators may read and write who takes part. */
    @ModelAttribute
    void coordinatorsOnly(@PathVariable Optional<UUID> id, HttpServletRequest request) {
        boolean elsewhere = id.map(this::cohort)
                .filter(cohort -> !teams.programs(request.getRemoteUser()).contains(cohort.program()))
                .isPresent();
        if (elsewhere || !request.isUserInRole(Groups.COORDINATORS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping
    ModelAndView cohorts(Principal who) {
        Set<String> theirs = teams.programs(who.getName());
        List<Map<String, String>> lines = cohorts.all().stream()
                .filter(cohort -> theirs.contains(cohort.program()))
                .map(cohort -> Map.of(
                        "name",
                        cohort.name(),
                        "program",
                        imports.row(cohort).name(),
                        "href",
                        address(cohort),
                        "over",
                        cohort.state() == Cohort.State.ENDED ? " (over)" : ""))
                .toList();
        return new ModelAndView(
                "exchange/cohorts", Map.of("title", "Bring your people along, and take tables away", "cohorts", lines));
    }

    @GetMapping("/{id}")
    ModelAndView look(@PathVariable UUID id, @RequestParam Optional<String> done) {
        Map<String, Object> model = new HashMap<>();
        done.filter(count -> count.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .ifPresent(count -> model.put(
                        "done",
                        count == 0
                                ? "Nothing was taken in."
                                : count + (count == 1 ? " line was" : " lines were") + " taken in."));
        return page(cohort(id), model);
    }

    private ModelAndView page(Cohort cohort, Map<String, Object> model) {
        ProgramRow row = imports.row(cohort);
        model.put("title", cohort.name() + ": bring people along, take tables away");
        model.put("cohort", cohort.id().toString());
        model.put("program", row.name());
        model.put("open", cohort.state() != Cohort.State.ENDED);
        model.put("largest", SheetFile.LARGEST);
        List<Map<String, String>> kinds = new ArrayList<>();
        What.of(row).forEach(what -> kinds.add(Map.of("word", what.word(), "shown", what.shown())));
        model.put("kinds", kinds);
        model.put("templates", templates(row));
        model.put("offers", Exports.offers(row));
        return new ModelAndView("exchange/cohort", model);
    }

    private static List<Map<String, String>> templates(ProgramRow row) {
        return What.of(row).stream()
                .filter(what -> !what.waiting())
                .map(what -> Map.of("word", what.word(), "shown", what.people() ? what.plural() : "Pairs and groups"))
                .toList();
    }

    @PostMapping("/{id}")
    ModelAndView upload(
            @PathVariable UUID id,
            @RequestParam Optional<String> what,
            @RequestParam Optional<MultipartFile> file,
            Principal by)
            throws IOException {
        Cohort cohort = open(id);
        Optional<What> kind = what.flatMap(word -> What.named(imports.row(cohort), word));
        if (kind.isEmpty() || file.isEmpty() || file.get().isEmpty()) {
            return refused(
                    cohort,
                    new Unreadable(
                            kind.isEmpty() ? "Nobody said what the list holds." : "No file was chosen, or it is empty.",
                            "Choose what it holds, then the file, then “Look at it first”."));
        }
        try {
            String name = Optional.ofNullable(file.get().getOriginalFilename()).orElse("list");
            UUID kept = imports.keep(cohort, kind.get(), name, file.get().getBytes(), by.getName());
            return new ModelAndView("redirect:" + address(cohort) + "/lists/" + kept);
        } catch (Unreadable e) {
            return refused(cohort, e);
        }
    }

    private ModelAndView refused(Cohort cohort, Unreadable why) {
        Map<String, Object> model = new HashMap<>();
        model.put("errors", List.of(Map.of("message", why.why() + " " + why.whatToDo())));
        ModelAndView page = page(cohort, model);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    @GetMapping("/{id}/lists/{list}")
    ModelAndView preview(@PathVariable UUID id, @PathVariable UUID list, Principal by) throws Unreadable {
        Cohort cohort = open(id);
        Optional<Preview> found = imports.preview(cohort, list, by.getName());
        if (found.isEmpty()) {
            return new ModelAndView("redirect:" + address(cohort));
        }
        Preview preview = found.get();
        Map<String, Object> model = new HashMap<>();
        model.put("title", "What the list would do");
        model.put("cohort", cohort.id().toString());
        model.put("cohortName", cohort.name());
        model.put("list", list.toString());
        model.put("fileName", preview.fileName());
        model.put("kind", preview.what().shown());
        model.put("fresh", lines(preview.fresh()));
        model.put("some", preview.fresh() > 0);
        model.put(
                "unchanged",
                preview.unchanged() > 0
                        ? lines(preview.unchanged()) + (preview.unchanged() == 1 ? " says" : " say")
                        : "");
        model.put("bad", preview.bad() > 0 ? lines(preview.bad()) : "");
        model.put("people", preview.what().people());
        model.put("notes", preview.notes());
        model.put("troubles", preview.troubles().stream().limit(TROUBLES_SHOWN).toList());
        model.put(
                "more",
                preview.troubles().size() > TROUBLES_SHOWN
                        ? String.valueOf(preview.troubles().size() - TROUBLES_SHOWN)
                        : "");
        return new ModelAndView("exchange/preview", model);
    }

    private static String lines(int count) {
        return count + (count == 1 ? " line" : " lines");
    }

    @PostMapping("/{id}/lists/{list}")
    ModelAndView decide(
            @PathVariable UUID id, @PathVariable UUID list, @RequestParam Optional<String> take, Principal by)
            throws Unreadable {
        Cohort cohort = open(id);
        if (take.equals(Optional.of("rest"))) {
            Optional<Integer> taken = imports.takeIn(cohort, list, by.getName());
            return new ModelAndView("redirect:" + address(cohort)
                    + taken.map(count -> "?done=" + count).orElse(""));
        }
        imports.forget(list, cohort, by.getName());
        return new ModelAndView("redirect:" + address(cohort) + "?done=0");
    }

    @GetMapping("/{id}/template/{word}.{kind:csv|xlsx}")
    ResponseEntity<byte[]> template(@PathVariable UUID id, @PathVariable String word, @PathVariable String kind) {
        ProgramRow row = imports.row(cohort(id));
        What what = What.named(row, word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return file(exports.template(row, what), row.program() + "-" + word, kind);
    }

    @GetMapping("/{id}/table/{word}.{kind:csv|xlsx}")
    ResponseEntity<byte[]> table(
            @PathVariable UUID id, @PathVariable String word, @PathVariable String kind, Principal reader) {
        Cohort cohort = cohort(id);
        Table table = exports.table(cohort, imports.row(cohort), word, reader.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String name = cohort.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return file(table, name + "-" + word, kind);
    }

    private static ResponseEntity<byte[]> file(Table table, String name, String kind) {
        boolean csv = kind.equals("csv");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + kind)
                                .build()
                                .toString())
                .contentType(csv ? CSV : XLSX)
                .body(csv ? table.asCsv() : table.asXlsx());
    }

    private Cohort cohort(UUID id) {
        return cohorts.all().stream()
                .filter(cohort -> cohort.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A cohort that is over takes nobody in. */
    private Cohort open(UUID id) {
        Cohort cohort = cohort(id);
        if (cohort.state() == Cohort.State.ENDED) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return cohort;
    }

    private static String address(Cohort cohort) {
        return "/desk/exchange/" + cohort.id();
    }
}
