package org.seealso.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.seealso.rules.Publications;
import org.seealso.rules.RuleFiles;
import org.seealso.rules.RulesPublisher;
import org.seealso.rules.difference.Detail;
import org.seealso.rules.difference.DiagramDifference;
import org.seealso.rules.difference.FormDifference;
import org.seealso.rules.difference.Kind;
import org.seealso.rules.difference.RulesDifference;
import org.seealso.rules.difference.TableDifference;
import org.seealso.rules.difference.TextDifference;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What would change, and the diagrams and tables as they are drawn in the Modeler. */
@Controller
@RequestMapping("/desk/rules")
class ChangesPages {
    private static final String LIVE = "live";

    private final RulesPublisher folders;
    private final Publications publications;
    private final ObjectMapper json;

    ChangesPages(RulesPublisher folders, Publications publications, ObjectMapper json) {
        this.folders = folders;
        this.publications = publications;
        this.json = json;
    }

    /**
     * A diagram and how it is drawn.
     *
     * @param marks ids and kinds of the changed elements, as JSON
     * @param gone whether the old drawing is shown, too, because something in it is gone
     */
    record Drawing(
            String file,
            String name,
            String sign,
            String word,
            boolean moved,
            List<Entry> entries,
            String marks,
            boolean before,
            boolean after) {}

    /** An element, a row or a question with what is different about it. */
    record Entry(String sign, String word, String css, String name, String help, List<Detail> details) {}

    /**
     * A table and how it is drawn.
     *
     * @param marks places, kinds and former words of what changes, as JSON
     * @param before whether the old drawing is shown, too, because something in it is gone
     */
    record Table(
            String file,
            String name,
            String sign,
            String word,
            List<Entry> entries,
            String marks,
            boolean before,
            boolean after) {}

    /** As the script reads it. */
    record Marked(String id, String kind, String before) {}

    record Form(String file, String sign, String word, List<Entry> entries) {}

    record Text(String file, String sign, String word, boolean changed, List<Line> lines) {}

    record Line(String sign, String css, String spoken, List<TextDifference.Piece> pieces) {}

    @GetMapping("/changes")
    ModelAndView changes() {
        RulesDifference difference =
                RulesDifference.between(live(), folders.look().files());
        Map<String, Object> model = new HashMap<>();
        model.put("title", "What would change");
        model.put("where", folders.where());
        model.put("nothing", difference.isEmpty());
        model.put("diagrams", difference.diagrams().stream().map(this::drawing).toList());
        model.put("tables", difference.tables().stream().map(this::table).toList());
        model.put("forms", difference.forms().stream().map(ChangesPages::form).toList());
        model.put("texts", difference.texts().stream().map(ChangesPages::text).toList());
        model.put(
                "drawn",
                !difference.diagrams().isEmpty() || !difference.tables().isEmpty());
        return new ModelAndView("publishing/changes", model);
    }

    private Drawing drawing(DiagramDifference diagram) {
        return new Drawing(
                diagram.file(),
                diagram.name(),
                diagram.kind().sign(),
                diagram.kind().word(),
                diagram.elements().isEmpty(),
                diagram.elements().stream()
                        .map(element -> entry(element.kind(), element.name(), element.help(), element.details()))
                        .toList(),
                marks(diagram),
                diagram.kind() == Kind.REMOVED
                        || diagram.elements().stream().anyMatch(element -> element.kind() == Kind.REMOVED),
                diagram.kind() != Kind.REMOVED);
    }

    private String marks(DiagramDifference diagram) {
        return inJson(diagram.elements().stream()
                .map(element -> new Marked(element.id(), css(element.kind()), ""))
                .toList());
    }

    private String marks(TableDifference table) {
        return inJson(
                table.kind() == Kind.CHANGED
                        ? table.marks().stream()
                                .map(mark -> new Marked(mark.id(), css(mark.kind()), mark.before()))
                                .toList()
                        : List.of());
    }

    private String inJson(List<Marked> marks) {
        try {
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Table table(TableDifference table) {
        return new Table(
                table.file(),
                table.name(),
                table.kind().sign(),
                table.kind().word(),
                table.rows().stream()
                        .map(row -> entry(row.kind(), row.key(), "", row.cells()))
                        .toList(),
                marks(table),
                table.kind() == Kind.REMOVED || table.marks().stream().anyMatch(mark -> mark.kind() == Kind.REMOVED),
                table.kind() != Kind.REMOVED);
    }

    private static Form form(FormDifference form) {
        return new Form(
                form.file(),
                form.kind().sign(),
                form.kind().word(),
                form.questions().stream()
                        .map(question -> entry(question.kind(), question.label(), "", question.details()))
                        .toList());
    }

    private static Text text(TextDifference text) {
        return new Text(
                text.file(),
                text.kind().sign(),
                text.kind().word(),
                text.kind() == Kind.CHANGED,
                text.lines().stream().map(ChangesPages::line).toList());
    }

    private static Line line(TextDifference.Line line) {
        Kind kind = line.kind();
        return kind == null
                ? new Line("", "same", "", line.pieces())
                : new Line(kind.sign(), css(kind), kind.word() + ": ", line.pieces());
    }

    private static Entry entry(Kind kind, String name, String help, List<Detail> details) {
        return new Entry(kind.sign(), kind.word(), css(kind), name, help, details);
    }

    private static String css(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Every diagram and table there is, to look at. */
    @GetMapping("/drawn")
    ModelAndView drawn(@RequestParam(defaultValue = "") String file) {
        RuleFiles live = live();
        Map<String, Object> model = new HashMap<>();
        model.put("title", file.isEmpty() ? "Diagrams and tables" : file);
        model.put("diagrams", live.names(".bpmn"));
        model.put("tables", live.names(".dmn"));
        if (!file.isEmpty()) {
            if (!live.has(file) || !(file.endsWith(".bpmn") || file.endsWith(".dmn"))) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            model.put("file", file);
            model.put("diagram", file.endsWith(".bpmn"));
            model.put("helps", file.endsWith(".bpmn") ? DiagramDifference.helps(bytes(live, file)) : List.of());
            return new ModelAndView("publishing/drawing", model);
        }
        return new ModelAndView("publishing/drawn", model);
    }

    /** The XML a drawing is made from; {@code set} is live or folder. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(@RequestParam String set, @RequestParam String name) {
        RuleFiles files = set.equals(LIVE) ? live() : folders.look().files();
        if (!name.endsWith(".bpmn") && !name.endsWith(".dmn")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noStore())
                .body(bytes(files, name));
    }

    private static byte[] bytes(RuleFiles files, String name) {
        return files.file(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RuleFiles live() {
        return publications.liveFiles().orElse(RuleFiles.of(Map.of()));
    }
}
