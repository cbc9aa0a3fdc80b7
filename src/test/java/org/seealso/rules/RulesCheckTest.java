package org.seealso.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One seeded fault per rule: each is found, in its file and at its element, and the set without it is clean. */
class RulesCheckTest {
    private static final String PROCESS = "tiny.bpmn";
    private static final String TABLE = "tiny-rules.dmn";
    private static final String FORM = "review.form";
    private static final String LETTER = "letters/hello.md";

    private final RulesCheck check = new RulesCheck(
            Set.of("sendCheckInDelegate", "sendLetterDelegate"), Set.of("firstName", "program", "reminder", "link"));

    @Test
    void findsNothingInSoundRules() {
        assertThat(check.check(tiny())).isEmpty();
    }

    @Test
    void saysThatThereAreNoRules() {
        assertThat(check.check(RuleFiles.of(Map.of())))
                .singleElement()
                .satisfies(fault -> assertThat(fault.why()).contains("no rules"));
    }

    @Test
    void findsTwoFilesOfOneName(@TempDir Path directory) throws IOException {
        write(directory, "processes/same.bpmn", "<a/>");
        write(directory, "processes/old/Same.bpmn", "<b/>");

        RuleFiles files = new RulesFolder(directory).read();

        assertThat(check.check(files)).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualToIgnoringCase("same.bpmn");
            assertThat(fault.why()).contains("processes/same.bpmn").contains("processes/old/Same.bpmn");
        });
    }

    @Test
    void findsALetterNobodyCouldAnswerByReply() {
        assertThat(check.check(answerable("answerByReply: nowhere", "{}")))
                .anySatisfy(fault -> assertThat(fault.why()).contains("no form \"nowhere\""));
        assertThat(check.check(answerable(
                        "answerByReply: asked",
                        "{\"type\": \"datetime\", \"subtype\": \"time\", \"key\": \"when\", \"timeLabel\": \"When?\","
                                + " \"validate\": {\"required\": true}}")))
                .anySatisfy(fault -> assertThat(fault.why()).contains("answer \"when\" by reply"));
        assertThat(check.check(answerable(
                        "answerByReply: asked",
                        "{\"type\": \"textfield\", \"key\": \"what\", \"label\": \"What?\","
                                + " \"properties\": {\"readers\": \"conduct\"}}")))
                .anySatisfy(fault -> assertThat(fault.why()).contains("not confidential enough"));
        assertThat(check.check(answerable("optional: perhaps", "{\"type\": \"separator\"}")))
                .anySatisfy(fault -> assertThat(fault.why()).contains("perhaps"));
    }

    private static RuleFiles answerable(String line, String component) {
        Map<String, byte[]> files = new java.util.HashMap<>();
        files.put(
                "letters/ask.md", ("---\nsubject: Hello\n" + line + "\n---\nHello\n").getBytes(StandardCharsets.UTF_8));
        files.put("letters/_reply.md", "Reply.".getBytes(StandardCharsets.UTF_8));
        files.put(
                "asked.form",
                ("{\"id\": \"asked\", \"schemaVersion\": 16, \"components\": ["
                                + component.replace("{}", "{\"type\": \"separator\"}") + "]}")
                        .getBytes(StandardCharsets.UTF_8));
        return RuleFiles.of(files);
    }

    @Test
    void readsOnlyRulesFromTheFolders(@TempDir Path directory) throws IOException {
        write(directory, "processes/a.bpmn", "a");
        write(directory, "processes/b.dmn", "b");
        write(directory, "processes/notes.txt", "no rule");
        write(directory, "forms/c.form", "c");
        write(directory, "forms/d.html", "d");
        write(directory, "forms/letters/e.md", "e");
        write(directory, "forms/README.md", "no letter");
        write(directory, "forms/.hidden.form", "hidden");

        assertThat(new RulesFolder(directory).read().names())
                .containsExactly("a.bpmn", "b.dmn", "c.form", "d.html", "letters/e.md");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void finds(String fault, String file, String element, String sound, String faulty) {
        RuleFiles files = tiny(file, sound, faulty);

        List<Fault> found = check.check(files);

        assertThat(found).as(fault).anySatisfy(f -> {
            assertThat(f.file()).isEqualTo(file);
            assertThat(f.element()).isEqualTo(element);
            assertThat(f.why()).endsWith(".");
            assertThat(f.whatToDo()).endsWith(".");
        });
    }

    static Stream<Arguments> finds() {
        return Stream.of(
                // what does the work
                arguments(
                        "an unknown bean",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "${sendCheckInDelegate}",
                        "${sendCheckinDelegate}"),
                arguments(
                        "a bean of another label",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "${sendCheckInDelegate}",
                        "${sendLetterDelegate}"),
                arguments(
                        "an id of another label",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "name=\"Send check-in\"",
                        "name=\"Send letter\""),
                arguments(
                        "a Java class",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "camunda:delegateExpression=\"${sendCheckInDelegate}\"",
                        "camunda:class=\"java.lang.Object\""),
                arguments(
                        "an expression that acts",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "camunda:delegateExpression=\"${sendCheckInDelegate}\"",
                        "camunda:expression=\"${program}\""),
                arguments(
                        "an external worker",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "camunda:delegateExpression=\"${sendCheckInDelegate}\"",
                        "camunda:type=\"external\" camunda:topic=\"x\""),
                arguments(
                        "no implementation",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "camunda:delegateExpression=\"${sendCheckInDelegate}\"",
                        ""),
                arguments(
                        "a script",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        ">hello<",
                        "><camunda:script scriptFormat=\"groovy\">1</camunda:script><"),
                arguments(
                        "an injected field",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "<camunda:inputOutput>",
                        "<camunda:field name=\"a\" stringValue=\"b\" /><camunda:inputOutput>"),
                arguments(
                        "a class as a listener",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "<camunda:inputOutput>",
                        "<camunda:executionListener class=\"a.B\" event=\"start\" /><camunda:inputOutput>"),
                arguments(
                        "an unknown bean as a listener",
                        PROCESS,
                        "ServiceTask_SendCheckIn",
                        "<camunda:inputOutput>",
                        "<camunda:executionListener delegateExpression=\"${nobody}\" event=\"start\" /><camunda:inputOutput>"),
                arguments("a bad retry time", PROCESS, "ServiceTask_SendCheckIn", "R5/PT30S", "R5/P30S"),
                arguments("a letter that does not exist", PROCESS, "ServiceTask_SendCheckIn", ">hello<", ">helo<"),
                // forms and people
                arguments(
                        "a form that does not exist",
                        PROCESS,
                        "UserTask_Review",
                        "camunda:formRef=\"review\"",
                        "camunda:formRef=\"reviews\""),
                arguments(
                        "a form of the latest version",
                        PROCESS,
                        "UserTask_Review",
                        "camunda:formRefBinding=\"deployment\"",
                        "camunda:formRefBinding=\"latest\""),
                arguments(
                        "a page that does not exist",
                        PROCESS,
                        "UserTask_Review",
                        "camunda:formRef=\"review\" camunda:formRefBinding=\"deployment\"",
                        "camunda:formKey=\"embedded:deployment:review.html\""),
                arguments(
                        "a page of the application",
                        PROCESS,
                        "UserTask_Review",
                        "camunda:formRef=\"review\" camunda:formRefBinding=\"deployment\"",
                        "camunda:formKey=\"embedded:app:review.html\""),
                arguments(
                        "a task without a form",
                        PROCESS,
                        "UserTask_Review",
                        "camunda:formRef=\"review\" camunda:formRefBinding=\"deployment\"",
                        ""),
                arguments(
                        "a task without a boundary",
                        PROCESS,
                        "UserTask_Review",
                        "name=\"Review\" camunda:asyncAfter=\"true\"",
                        "name=\"Review\""),
                arguments(
                        "a due date in words",
                        PROCESS,
                        "UserTask_Review",
                        "camunda:dueDate=\"${dueAt}\"",
                        "camunda:dueDate=\"next week\""),
                // calls and decisions
                arguments(
                        "a process that does not exist",
                        PROCESS,
                        "CallActivity_Sibling",
                        "calledElement=\"sibling\"",
                        "calledElement=\"siblings\""),
                arguments(
                        "a call of the latest version",
                        PROCESS,
                        "CallActivity_Sibling",
                        "camunda:calledElementBinding=\"deployment\"",
                        "camunda:calledElementBinding=\"latest\""),
                arguments(
                        "a call without a boundary",
                        PROCESS,
                        "CallActivity_Sibling",
                        "name=\"Sibling\" camunda:asyncAfter=\"true\"",
                        "name=\"Sibling\""),
                arguments(
                        "a mapping of everything",
                        PROCESS,
                        "CallActivity_Sibling",
                        "<camunda:in source=\"program\" target=\"program\" />",
                        "<camunda:in variables=\"all\" />"),
                arguments(
                        "a mapping of nothing",
                        PROCESS,
                        "CallActivity_Sibling",
                        "<camunda:in source=\"program\"",
                        "<camunda:in source=\"programme\""),
                arguments(
                        "a handed-over form that does not exist",
                        PROCESS,
                        "CallActivity_Sibling",
                        "${'review'}",
                        "${'revue'}"),
                arguments(
                        "an unknown property of the execution",
                        PROCESS,
                        "CallActivity_Sibling",
                        "execution.processBusinessKey",
                        "execution.businessKeys"),
                arguments(
                        "a decision that does not exist",
                        PROCESS,
                        "BusinessRuleTask_Weigh",
                        "camunda:decisionRef=\"tiny-rules\"",
                        "camunda:decisionRef=\"tinyrules\""),
                arguments(
                        "a decision of the latest version",
                        PROCESS,
                        "BusinessRuleTask_Weigh",
                        "camunda:decisionRefBinding=\"deployment\"",
                        ""),
                // time
                arguments("a malformed date", PROCESS, "Event_Late", "${remindAt}", "P1X"),
                arguments(
                        "a malformed duration",
                        PROCESS,
                        "Event_Late",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${remindAt}</bpmn:timeDate>",
                        "<bpmn:timeDuration>P1X</bpmn:timeDuration>"),
                arguments(
                        "a month as a duration",
                        PROCESS,
                        "Event_Late",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${remindAt}</bpmn:timeDate>",
                        "<bpmn:timeDuration>P1M</bpmn:timeDuration>"),
                arguments(
                        "a repetition",
                        PROCESS,
                        "Event_Late",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${remindAt}</bpmn:timeDate>",
                        "<bpmn:timeCycle>R/P1M</bpmn:timeCycle>"),
                arguments(
                        "a cron",
                        PROCESS,
                        "Event_Late",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${remindAt}</bpmn:timeDate>",
                        "<bpmn:timeCycle>0 0 9 * * ?</bpmn:timeCycle>"),
                arguments("a date nobody sets", PROCESS, "Event_Late", "${remindAt}", "${remindOn}"),
                // choices
                arguments("no default flow", PROCESS, "Gateway_Good", " default=\"Flow_Good_No\"", ""),
                arguments("a gateway that asks nothing", PROCESS, "Gateway_Good", "name=\"Good?\"", "name=\"Good\""),
                arguments(
                        "an unnamed answer",
                        PROCESS,
                        "Flow_Good_Yes",
                        "id=\"Flow_Good_Yes\" name=\"Yes\"",
                        "id=\"Flow_Good_Yes\""),
                arguments(
                        "an answer without a condition",
                        PROCESS,
                        "Flow_Good_Yes",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${decision == 'accept'}</bpmn:conditionExpression>",
                        ""),
                arguments("a condition on nothing", PROCESS, "Flow_Good_Yes", "${decision ==", "${decisions =="),
                arguments(
                        "a condition that calls with arguments",
                        PROCESS,
                        "Flow_Good_Yes",
                        "${decision == 'accept'}",
                        "${decision.startsWith('accept')}"),
                arguments(
                        "a condition that calls an unknown method",
                        PROCESS,
                        "Flow_Good_Yes",
                        "${decision == 'accept'}",
                        "${decision.isAccepted()}"),
                arguments(
                        "a condition that calls a function",
                        PROCESS,
                        "Flow_Good_Yes",
                        "${decision == 'accept'}",
                        "${now() == decision}"),
                arguments(
                        "a condition that cannot be read",
                        PROCESS,
                        "Flow_Good_Yes",
                        "${decision == 'accept'}",
                        "${decision == }"),
                arguments(
                        "a condition in a script",
                        PROCESS,
                        "Flow_Good_Yes",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">"),
                // names and the picture
                arguments(
                        "a process that is not executable",
                        PROCESS,
                        "tiny",
                        "isExecutable=\"true\"",
                        "isExecutable=\"false\""),
                arguments("a process named unlike its file", PROCESS, "small", "id=\"tiny\"", "id=\"small\""),
                arguments("a history kept for ever", PROCESS, "tiny", " camunda:historyTimeToLive=\"P180D\"", ""),
                arguments(
                        "a process without documentation",
                        PROCESS,
                        "tiny",
                        "<bpmn:documentation>Asks somebody one question and waits for a sibling process (A4).</bpmn:documentation>",
                        ""),
                arguments("an unnamed element", PROCESS, "EndEvent_Done", " name=\"Done\"", ""),
                arguments("a generated id", PROCESS, "Activity_0abc123", "UserTask_Review", "Activity_0abc123"),
                arguments("a lawless id", PROCESS, "review", "UserTask_Review", "review"),
                arguments(
                        "a picture without an element",
                        PROCESS,
                        "EndEvent_Done",
                        "<bpmndi:BPMNShape id=\"EndEvent_Done_di\" bpmnElement=\"EndEvent_Done\"><dc:Bounds x=\"902\" y=\"102\" width=\"36\" height=\"36\" /></bpmndi:BPMNShape>",
                        ""),
                arguments(
                        "a picture without a flow",
                        PROCESS,
                        "Flow_Sibling_Done",
                        "<bpmndi:BPMNEdge id=\"Flow_Sibling_Done_di\" bpmnElement=\"Flow_Sibling_Done\"><di:waypoint x=\"850\" y=\"120\" /><di:waypoint x=\"902\" y=\"120\" /></bpmndi:BPMNEdge>",
                        ""),
                arguments(
                        "flows that cross",
                        PROCESS,
                        "Flow_Late_Reminded",
                        "<di:waypoint x=\"540\" y=\"242\" />",
                        "<di:waypoint x=\"540\" y=\"200\" /><di:waypoint x=\"800\" y=\"200\" />"),
                arguments("a broken file", PROCESS, "-", "</bpmn:definitions>", ""),
                arguments(
                        "what only the engine refuses",
                        PROCESS,
                        "StartEvent_Asked",
                        "</bpmn:outgoing>\n    </bpmn:startEvent>",
                        "</bpmn:outgoing><bpmn:messageEventDefinition id=\"MessageEventDefinition_Nobody\" /></bpmn:startEvent>"),
                // tables
                arguments("a broken cell", TABLE, "OutputEntry_Mla", "\"green\"", "\"green"),
                arguments("a broken input cell", TABLE, "InputEntry_Mla", "\"mla-peer\"", "&lt; &lt; 3"),
                arguments(
                        "a broken column",
                        TABLE,
                        "InputExpression_Program",
                        "<text>program</text>",
                        "<text>program +</text>"),
                arguments(
                        "a cell in a script",
                        TABLE,
                        "OutputEntry_Mla",
                        "<outputEntry id=\"OutputEntry_Mla\">",
                        "<outputEntry id=\"OutputEntry_Mla\" expressionLanguage=\"groovy\">"),
                arguments(
                        "a column of an unknown type",
                        TABLE,
                        "Output_Signal",
                        "name=\"signal\" typeRef=\"string\"",
                        "name=\"signal\" typeRef=\"number\""),
                arguments("an output without a name", TABLE, "Output_Signal", " name=\"signal\"", ""),
                arguments(
                        "a table without a time to live",
                        TABLE,
                        "tiny-rules",
                        " camunda:historyTimeToLive=\"P180D\"",
                        ""),
                arguments("a broken table", TABLE, "-", "</definitions>", ""),
                arguments(
                        "a program's row with a hole",
                        "program-rules.dmn",
                        "mla-peer",
                        "\"Robin Coordinator\"",
                        "null"),
                arguments(
                        "a program in no time zone",
                        "program-rules.dmn",
                        "mla-peer",
                        "America/Winnipeg",
                        "America/Winnipig"),
                arguments(
                        "a program's text where a number belongs",
                        "program-rules.dmn",
                        "mla-peer",
                        "<outputEntry id=\"Cell_surveyBeforeDays\"><text>14<",
                        "<outputEntry id=\"Cell_surveyBeforeDays\"><text>true<"),
                // forms
                arguments("a form without id", FORM, "-", "\"id\": \"review\",", ""),
                arguments("a form named unlike its file", FORM, "revue", "\"id\": \"review\"", "\"id\": \"revue\""),
                arguments("an unknown component", FORM, "why", "\"textarea\"", "\"filepicker\""),
                arguments("a dynamic list", FORM, "why", "\"textarea\"", "\"dynamiclist\""),
                arguments("another site", FORM, "why", "\"textarea\"", "\"iframe\""),
                arguments("an unknown reader", FORM, "why", "coordinators report", "coordinators everybody"),
                arguments("an unclear routing", FORM, "decision", "\"routing\": \"true\"", "\"routing\": \"yes\""),
                arguments(
                        "a question nobody asked before",
                        FORM,
                        "why",
                        "\"coordinators report\"",
                        "\"report\", \"baseline\": \"baselineWhy\""),
                arguments(
                        "an unclear count",
                        FORM,
                        "why",
                        "\"coordinators report\"",
                        "\"report\", \"counted\": \"never\""),
                arguments(
                        "an unclear comparison",
                        FORM,
                        "why",
                        "\"coordinators report\"",
                        "\"report\", \"compared\": \"1\""),
                arguments("a broken hide", FORM, "why", "=decision = ", "=decision = = "),
                arguments("two questions with one key", FORM, "decision", "\"key\": \"why\"", "\"key\": \"decision\""),
                arguments("a question without a key", FORM, "Field_Why", "\"key\": \"why\",", ""),
                arguments("a key with a space", FORM, "the why", "\"key\": \"why\"", "\"key\": \"the why\""),
                arguments("a question without a label", FORM, "why", "\"label\": \"Why?\",", ""),
                arguments("a newer schema", FORM, "-", "\"schemaVersion\": 16", "\"schemaVersion\": 20"),
                arguments("a broken form", FORM, "-", "\"components\": [", "\"components\": "),
                // letters
                arguments("a letter without a subject", LETTER, "subject", "subject:", "title:"),
                arguments("a paper nobody has", LETTER, "paper", "subject:", "paper: napkin\nsubject:"),
                arguments("an unknown placeholder", LETTER, "fristName", "{{firstName}}", "{{fristName}}"),
                arguments("an open section", LETTER, "-", "{{/reminder}}", ""),
                arguments("an included file", LETTER, "footer", "how are you?", "{{>footer}}"),
                arguments("an empty letter", LETTER, "-", "Dear {{firstName}},\n\nhow are you?\n", ""),
                // two versions in one file
                arguments("the begin of a conflict", LETTER, "line 6", "how are you?", "<<<<<<< ours\nhow are you?"),
                arguments("the middle of a conflict", LETTER, "line 6", "how are you?", "=======\r\nhow are you?"),
                arguments("the end of a conflict", LETTER, "line 7", "how are you?", "how are you?\n>>>>>>> theirs"),
                arguments(
                        "a conflict in a form",
                        FORM,
                        "line 4",
                        "  \"schemaVersion\"",
                        "<<<<<<< ours\n  \"schemaVersion\""),
                arguments("a conflict in a process", PROCESS, "line 1", "<?xml", "<<<<<<< ours\n<?xml"));
    }

    @Test
    void aLetterInFrenchNeedsItsEnglishOriginal() {
        assertThat(check.check(tinyWith("letters/bonjour.fr.md", "---\nsubject: Bonjour\n---\nBonjour {{firstName}}")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("letters/bonjour.fr.md");
                    assertThat(fault.why()).contains("no English original letters/bonjour.md");
                });
        assertThat(check.check(tinyWith("letters/hello.fr.md", "---\nsubject: Bonjour\n---\nBonjour {{prenom}}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.element()).isEqualTo("prenom"));
        assertThat(check.check(tinyWith("letters/hello.fr.md", "---\nsubject: Bonjour\n---\nBonjour {{firstName}}")))
                .isEmpty();
    }

    @Test
    void aLetterForAProgramNobodyHasIsRefused() {
        assertThat(check.check(tinyWith("letters/hello.wal.md", "---\nsubject: Hello\n---\nHello")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.why()).contains("no program wal");
                    assertThat(fault.whatToDo()).contains("mentor, mentee or peer");
                });
        assertThat(check.check(tinyWith("letters/hello.mentee.md", "---\nsubject: Hello\n---\nHello")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "the words alone,   ``,       Why?,                   Pourquoi?",
                "another type,      why,      textarea,               textfield",
                "another key,       why,      \"key\": \"why\",         \"key\": \"reason\"",
                "other readers,     why,      coordinators report,    coordinators",
                "another routing,   decision, \"routing\": \"true\",   \"routing\": \"false\"",
                "another option,    decision, \"value\": \"decline\",  \"value\": \"refuse\"",
                "no more required,  decision, \"required\": true,      \"required\": false",
                "another condition, why,      =decision = ,           =decision != "
            })
    void aFormInFrenchDiffersFromTheEnglishInWordsAlone(String what, String element, String english, String french) {
        String form = tiny().text(FORM).replace("\"id\": \"review\"", "\"id\": \"review.fr\"");
        assertThat(form).contains(english);
        List<Fault> found = check.check(tinyWith("review.fr.form", form.replace(english, french)));
        if (element.isEmpty()) {
            assertThat(found).as(what).isEmpty();
        } else {
            assertThat(found).as(what).anySatisfy(fault -> {
                assertThat(fault.file()).isEqualTo("review.fr.form");
                assertThat(fault.element()).isEqualTo(element);
            });
        }
    }

    @Test
    void whatIsInEnglishOnlyIsToldOnlyWhereSomethingIsInFrench() {
        assertThat(check.notices(tiny())).isEmpty();

        RuleFiles files = tinyWith("letters/hello.fr.md", "---\nsubject: Bonjour\n---\nBonjour {{firstName}}");
        assertThat(check.notices(files)).extracting(Fault::file).doesNotContain(LETTER);
        Map<String, byte[]> more = new HashMap<>();
        files.names().forEach(name -> more.put(name, files.bytes(name)));
        more.put("letters/hello.mentee.md", "---\nsubject: Hello\n---\nHello".getBytes(StandardCharsets.UTF_8));
        assertThat(check.notices(RuleFiles.of(more))).anySatisfy(notice -> {
            assertThat(notice.file()).isEqualTo("letters/hello.mentee.md");
            assertThat(notice.why()).contains("French readers get letters/hello.fr.md");
            assertThat(notice.whatToDo()).isEqualTo("Write letters/hello.mentee.fr.md.");
        });
    }

    private static RuleFiles tinyWith(String file, String text) {
        Map<String, byte[]> files = new HashMap<>();
        RuleFiles tiny = tiny();
        tiny.names().forEach(name -> files.put(name, tiny.bytes(name)));
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return RuleFiles.of(files);
    }

    static RuleFiles tiny() {
        return new RulesFolder(Path.of("src/test/resources/tiny-rules")).read();
    }

    /** The tiny rules with every {@code sound} in one file turned into {@code faulty}. */
    static RuleFiles tiny(String file, String sound, String faulty) {
        RuleFiles tiny = tiny();
        assertThat(tiny.text(file)).as("the place to seed the fault").contains(sound);
        Map<String, byte[]> files = new HashMap<>();
        tiny.names().forEach(name -> files.put(name, tiny.bytes(name)));
        files.put(file, tiny.text(file).replace(sound, faulty).getBytes(StandardCharsets.UTF_8));
        return RuleFiles.of(files);
    }

    private static void write(Path directory, String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
