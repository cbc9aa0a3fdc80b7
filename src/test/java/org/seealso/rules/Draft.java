package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of this repository in the hands of somebody who changes them, as the Modeler or an editor would. */
public final class Draft {
    /** Read once: most tests change one file of three hundred. */
    private static final RuleFiles AS_THEY_ARE = new RulesFolder(Path.of(".")).read();

    private final Map<String, byte[]> files = new HashMap<>();

    public Draft() {
        AS_THEY_ARE.names().forEach(name -> files.put(name, AS_THEY_ARE.bytes(name)));
    }

    public static RuleFiles unchanged() {
        return AS_THEY_ARE;
    }

    public RuleFiles files() {
        return RuleFiles.of(files);
    }

    public String text(String file) {
        byte[] bytes = files.get(file);
        assertThat(bytes).as("the file %s", file).isNotNull();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Draft write(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Draft delete(String file) {
        assertThat(files.remove(file)).as("the file %s", file).isNotNull();
        return this;
    }

    /** The first place alone. */
    public Draft replace(String file, String before, String after) {
        assertThat(text(file)).as(file).contains(before);
        return write(file, text(file).replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
    }

    /** Within the first element of this id. */
    public Draft within(String file, String id, String before, String after) {
        String text = text(file);
        int start = text.indexOf("id=\"" + id + "\"");
        assertThat(start).as("%s in %s", id, file).isNotNegative();
        int place = text.indexOf(before, start);
        assertThat(place).as("%s behind %s", before, id).isNotNegative();
        return write(file, text.substring(0, place) + after + text.substring(place + before.length()));
    }

    public Draft removeFlow(String file, String flow) {
        String id = Pattern.quote(flow);
        removeAll(file, "<bpmn:sequenceFlow id=\"" + id + "\"[^>]*?(?:/>|>.*?</bpmn:sequenceFlow>)");
        removeAll(file, "<bpmn:(incoming|outgoing)>" + id + "</bpmn:\\1>");
        return removeAll(file, "<bpmndi:BPMNEdge [^>]*bpmnElement=\"" + id + "\"[^>]*>.*?</bpmndi:BPMNEdge>");
    }

    /** With its flows and its picture. */
    public Draft removeElement(String file, String tag, String id) {
        Matcher flows = Pattern.compile("<bpmn:sequenceFlow id=\"([^\"]*)\"[^>]*(?:source|target)Ref=\"" + id + "\"")
                .matcher(text(file));
        while (flows.find()) {
            removeFlow(file, flows.group(1));
        }
        removeAll(file, "<bpmn:" + tag + " id=\"" + id + "\".*?</bpmn:" + tag + ">");
        return removeAll(file, "<bpmndi:BPMNShape [^>]*bpmnElement=\"" + id + "\"[^>]*>.*?</bpmndi:BPMNShape>");
    }

    /** The arrow now ends at another element, which must have an arrow already. */
    public Draft lead(String file, String flow, String target) {
        String text = text(file).replaceFirst("(id=\"" + flow + "\"[^>]*targetRef=\")[^\"]*\"", "$1" + target + "\"");
        text = text.replaceFirst("<bpmn:incoming>" + flow + "</bpmn:incoming>", "");
        int place = text.indexOf("<bpmn:incoming>", text.indexOf("id=\"" + target + "\""));
        return write(
                file, text.substring(0, place) + "<bpmn:incoming>" + flow + "</bpmn:incoming>" + text.substring(place));
    }

    /** A cell of program-rules.dmn; the row is counted from 1, as the Modeler does. */
    public Draft cell(int row, String column, String value) {
        Matcher cell = Pattern.compile(
                        "(id=\"Cell_ProgramRules_" + row + "_" + column + "\"[^>]*>\\s*<text>)[^<]*(</text>)")
                .matcher(text(ProgramTable.FILE));
        assertThat(cell.find()).as("%s of row %d", column, row).isTrue();
        return write(ProgramTable.FILE, cell.replaceFirst("$1" + Matcher.quoteReplacement(value) + "$2"));
    }

    private Draft removeAll(String file, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text(file));
        assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
        return write(file, found.replaceAll(""));
    }
}
