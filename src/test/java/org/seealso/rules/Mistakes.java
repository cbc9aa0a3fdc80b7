package org.seealso.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Mistakes people make with the rules, each a small change of the real ones. Who must catch it stands beside: the check,
 * or a rehearsal for what only time and people bring to light. None is left to the people in a program.
 */
public final class Mistakes {
    private static final String CHECK_IN = "check-in.bpmn";
    private static final String EMAILED_FORM = "emailed-form.bpmn";
    private static final String FIT_PROBLEM = "fit-problem.bpmn";
    private static final String PROGRAM = "program.bpmn";
    private static final String MENTORSHIP = "mentorship.bpmn";
    private static final String MATCHING = "matching.bpmn";
    private static final String SIGNAL = "check-in-signal.dmn";
    private static final String ROUTING = "problem-routing.dmn";
    private static final String ROWS = "program-rules.dmn";
    private static final String WEIGHTS = "match-weights.dmn";
    private static final String FORM = "check-in.form";
    private static final String LETTER = "letters/check-in.md";
    private static final String FOOTER = "letters/_footer.md";
    private static final String TIMER_BEGINS = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${";
    private static final String TIMER = TIMER_BEGINS + "remindAt}</bpmn:timeDate>";
    private static final String PEER = "\"mla-peer\"";

    public enum Catcher {
        /** A fault: not published. */
        CHECK,
        /** Published, but the check warns. */
        WARNING,
        /** Shown only by playing a season. */
        REHEARSAL
    }

    /**
     * One changed set of rules.
     *
     * @param name what was done, and what would come of it
     * @param file where it is found
     * @param says what the check says there; for a rehearsal, what its story must be about
     */
    public record Mistake(String name, Catcher catcher, String file, String says, Consumer<Draft> change) {
        public RuleFiles rules() {
            Draft draft = new Draft();
            change.accept(draft);
            return draft.files();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Mistake> all = new ArrayList<>();

    private Mistakes() {
        ways();
        work();
        times();
        choices();
        calls();
        people();
        files();
        forms();
        letters();
        tables();
        rows();
        weights();
        onlyTimeShows();
    }

    public static List<Mistake> all() {
        return List.copyOf(new Mistakes().all);
    }

    private void check(String name, String file, String says, Consumer<Draft> change) {
        all.add(new Mistake(name, Catcher.CHECK, file, says, change));
    }

    private void warning(String name, String file, String says, Consumer<Draft> change) {
        all.add(new Mistake(name, Catcher.WARNING, file, says, change));
    }

    private void rehearsal(String name, String file, String says, Consumer<Draft> change) {
        all.add(new Mistake(name, Catcher.REHEARSAL, file, says, change));
    }

    private void ways() {
        check(
                "a deleted sequence flow",
                CHECK_IN,
                "Nothing follows it",
                d -> d.removeFlow(CHECK_IN, "Flow_PrepareCheckIn_AskHowItGoes"));
        check(
                "an arrow the step it begins at does not know",
                CHECK_IN,
                "does not list it",
                d -> d.replace(CHECK_IN, "<bpmn:outgoing>Flow_RecordCheckIn_ReadSignal</bpmn:outgoing>", ""));
        check(
                "a dead end before the last step",
                PROGRAM,
                "Nothing follows it",
                d -> d.removeFlow(PROGRAM, "Flow_CloseCohort_CohortOver"));
        check(
                "a task nobody gets to any more",
                FIT_PROBLEM,
                "Nothing leads to it",
                d -> d.removeFlow(FIT_PROBLEM, "Flow_IsItBetter_Yes"));
        check(
                "a mentorship that checks in for ever and never closes",
                MENTORSHIP,
                "Nothing leads to it",
                d -> d.lead(MENTORSHIP, "Flow_TimeToClose_Yes", "ServiceTask_BeginPeriod"));
        check(
                "a circle without an end",
                PROGRAM,
                "no end can be reached",
                d -> d.lead(PROGRAM, "Flow_CountResults_EvaluateProgram", "ServiceTask_CloseCohort")
                        .lead(PROGRAM, "Flow_CloseCohort_CohortOver", "UserTask_EvaluateProgram")
                        .removeFlow(PROGRAM, "Flow_DoTheDatesMakeSense_GivenUp"));
        check(
                "a circle without a pause",
                PROGRAM,
                "without ever waiting",
                d -> d.lead(PROGRAM, "Flow_DoTheDatesMakeSense_No", "ServiceTask_CheckDates"));
        check(
                "two arrows out of a task",
                FIT_PROBLEM,
                "Several flows leave it",
                d -> d.removeFlow(FIT_PROBLEM, "Flow_WhichWay_AMessage")
                        .replace(
                                FIT_PROBLEM,
                                "<bpmn:outgoing>Flow_PassOnMessage_GiveItTime</bpmn:outgoing>",
                                "<bpmn:outgoing>Flow_PassOnMessage_GiveItTime</bpmn:outgoing>"
                                        + "<bpmn:outgoing>Flow_PassOnMessage_Twice</bpmn:outgoing>")
                        .replace(
                                FIT_PROBLEM,
                                "<bpmn:sequenceFlow id=\"Flow_PassOnMessage_GiveItTime\"",
                                "<bpmn:sequenceFlow id=\"Flow_PassOnMessage_Twice\" sourceRef=\"ServiceTask_PassOnMessage\""
                                        + " targetRef=\"Gateway_GiveItTime\" /><bpmn:sequenceFlow"
                                        + " id=\"Flow_PassOnMessage_GiveItTime\""));
        check(
                "a reminder after the answer",
                EMAILED_FORM,
                "would go on after this end",
                d -> d.replace(EMAILED_FORM, "<bpmn:terminateEventDefinition id=\"AnsweredTerminate\" />", ""));
        check(
                "what nobody takes care of any more",
                MATCHING,
                "poolChanged",
                d -> d.removeElement(MATCHING, "boundaryEvent", "Event_PoolHasChanged"));
        check(
                "too few members, and nobody notices",
                MENTORSHIP,
                "takes care of that",
                d -> d.removeElement(MENTORSHIP, "boundaryEvent", "Event_TooFewToGoOn"));
    }

    private void work() {
        check(
                "a wrong bean",
                CHECK_IN,
                "Nothing is called sendTipDelegate",
                d -> d.replace(CHECK_IN, "${sendTipsDelegate}", "${sendTipDelegate}"));
        check(
                "the bean of another task",
                CHECK_IN,
                "does not match the label",
                d -> d.replace(CHECK_IN, "${sendTipsDelegate}", "${sendEncouragementDelegate}"));
        check(
                "a Java class",
                CHECK_IN,
                "names a Java class",
                d -> d.replace(
                        CHECK_IN,
                        "camunda:delegateExpression=\"${sendTipsDelegate}\"",
                        "camunda:class=\"java.lang.Runtime\""));
        check(
                "a script",
                CHECK_IN,
                "runs a script",
                d -> d.within(
                        CHECK_IN,
                        "ServiceTask_SendTips",
                        "<bpmn:incoming>",
                        "<bpmn:extensionElements><camunda:executionListener event=\"start\"><camunda:script"
                                + " scriptFormat=\"groovy\">1</camunda:script></camunda:executionListener>"
                                + "</bpmn:extensionElements><bpmn:incoming>"));
        check(
                "work that another system would have to fetch",
                CHECK_IN,
                "another system",
                d -> d.replace(
                        CHECK_IN,
                        "camunda:delegateExpression=\"${sendTipsDelegate}\"",
                        "camunda:type=\"external\" camunda:topic=\"tips\""));
        check(
                "an answer that a later failure would lose",
                CHECK_IN,
                "Nothing is saved after it",
                d -> d.within(CHECK_IN, "UserTask_LookAtCheckIn", " camunda:asyncAfter=\"true\"", ""));
        check(
                "a letter that would be sent again with every failure behind it",
                CHECK_IN,
                "undo the step before it",
                d -> d.within(CHECK_IN, "ServiceTask_SendTips", " camunda:asyncBefore=\"true\"", ""));
        check(
                "a message whose work is lost with the next failure",
                EMAILED_FORM,
                "Nothing is saved after it",
                d -> d.within(EMAILED_FORM, "Event_CalledOff", " camunda:asyncAfter=\"true\"", "")
                        .within(EMAILED_FORM, "ServiceTask_WithdrawForm", " camunda:asyncBefore=\"true\"", ""));
        check(
                "a link that stays open after its form is answered",
                EMAILED_FORM,
                "closeLinkListener} is missing",
                d -> d.replace(
                        EMAILED_FORM,
                        "<camunda:executionListener delegateExpression=\"${closeLinkListener}\" event=\"end\" />",
                        ""));
        check(
                "handlers who are told on no day",
                "conduct-report.bpmn",
                "not told its everyDays",
                d -> d.replace(
                        "conduct-report.bpmn",
                        "<camunda:inputParameter name=\"everyDays\">7</camunda:inputParameter>",
                        ""));
        check(
                "a process without an id",
                CHECK_IN,
                "process id is not the file name",
                d -> d.replace(CHECK_IN, "<bpmn:process id=\"check-in\"", "<bpmn:process"));
        check(
                "a process that is not executable",
                CHECK_IN,
                "not executable",
                d -> d.replace(CHECK_IN, "isExecutable=\"true\"", "isExecutable=\"false\""));
        check(
                "a retry nobody can read",
                CHECK_IN,
                "retry time",
                d -> d.within(
                        CHECK_IN,
                        "ServiceTask_SendTips",
                        "<bpmn:incoming>",
                        "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R5/5 minutes</camunda:failedJobRetryTimeCycle>"
                                + "</bpmn:extensionElements><bpmn:incoming>"));
    }

    private void times() {
        check(
                "P1Mo",
                EMAILED_FORM,
                "P1Mo",
                d -> d.replace(EMAILED_FORM, TIMER, "<bpmn:timeDuration>P1Mo</bpmn:timeDuration>"));
        check(
                "a month as a duration",
                EMAILED_FORM,
                "no number of days",
                d -> d.replace(EMAILED_FORM, TIMER, "<bpmn:timeDuration>P1M</bpmn:timeDuration>"));
        check(
                "every month",
                EMAILED_FORM,
                "repeating timer",
                d -> d.replace(EMAILED_FORM, TIMER, "<bpmn:timeCycle>R/P1M</bpmn:timeCycle>"));
        check(
                "no time at all: a reminder together with the letter",
                EMAILED_FORM,
                "no time at all",
                d -> d.replace(EMAILED_FORM, TIMER, "<bpmn:timeDuration>P0D</bpmn:timeDuration>"));
        check(
                "a date in words",
                EMAILED_FORM,
                "is no date",
                d -> d.replace(EMAILED_FORM, TIMER, "<bpmn:timeDate>next Monday</bpmn:timeDate>"));
        check(
                "a date nobody sets",
                EMAILED_FORM,
                "remindOn",
                d -> d.replace(EMAILED_FORM, TIMER_BEGINS + "remindAt}", TIMER_BEGINS + "remindOn}"));
        check(
                "a due date in words",
                CHECK_IN,
                "due date",
                d -> d.within(
                        CHECK_IN,
                        "UserTask_LookAtCheckIn",
                        " camunda:asyncAfter",
                        " camunda:dueDate=\"next week\" camunda:asyncAfter"));
    }

    private void choices() {
        check(
                "a gateway without a default",
                CHECK_IN,
                "no default flow",
                d -> d.replace(CHECK_IN, " default=\"Flow_WhatCameBack_Silence\"", ""));
        check(
                "a flow without a condition",
                CHECK_IN,
                "has no condition",
                d -> d.replace(
                        CHECK_IN,
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${signal == 'tips'}"
                                + "</bpmn:conditionExpression>",
                        ""));
        check(
                "an answer no form offers",
                FIT_PROBLEM,
                "which it never is",
                d -> d.replace(FIT_PROBLEM, "${outcome == 'continue'}", "${outcome == 'goOn'}"));
        check(
                "a result no table gives",
                CHECK_IN,
                "which it never is",
                d -> d.replace(CHECK_IN, "${signal == 'tips'}", "${signal == 'tip'}"));
        check(
                "the same condition twice",
                CHECK_IN,
                "the same condition",
                d -> d.replace(CHECK_IN, "${signal == 'tips'}", "${signal == 'encourage'}"));
        check(
                "a condition on a variable nobody sets",
                CHECK_IN,
                "Nothing sets the variable signals",
                d -> d.replace(CHECK_IN, "${signal == 'tips'}", "${signals == 'tips'}"));
        check(
                "a condition that calls Java",
                CHECK_IN,
                "with arguments",
                d -> d.replace(CHECK_IN, "${signal == 'tips'}", "${signal.equals('tips')}"));
        check(
                "a condition that cannot be read",
                CHECK_IN,
                "cannot be read",
                d -> d.replace(CHECK_IN, "${signal == 'tips'}", "${signal == 'tips}"));
        check(
                "an unknown decision",
                CHECK_IN,
                "There is no decision",
                d -> d.replace(CHECK_IN, "camunda:decisionRef=\"check-in-signal\"", "camunda:decisionRef=\"signals\""));
        check(
                "a decision whose result is thrown away",
                CHECK_IN,
                "thrown away",
                d -> d.replace(CHECK_IN, " camunda:resultVariable=\"signal\"", ""));
    }

    private void calls() {
        check(
                "an unknown process",
                MENTORSHIP,
                "There is no process checkin",
                d -> d.replace(MENTORSHIP, "calledElement=\"check-in\"", "calledElement=\"checkin\""));
        check(
                "a process nobody starts any more",
                "first-contact.bpmn",
                "Nobody starts this process",
                d -> d.replace(MENTORSHIP, "calledElement=\"first-contact\"", "calledElement=\"trial-review\""));
        check(
                "a call of whatever version is newest",
                MENTORSHIP,
                "two versions would mix",
                d -> d.within(
                        MENTORSHIP,
                        "CallActivity_CheckInWithMembers",
                        " camunda:calledElementBinding=\"deployment\"",
                        ""));
        check(
                "a question to nobody",
                CHECK_IN,
                "does not hand over applicationId",
                d -> d.within(
                        CHECK_IN,
                        "CallActivity_AskHowItGoes",
                        "<camunda:in source=\"applicationId\" target=\"applicationId\" />",
                        ""));
        check(
                "a call that does not say whom it is about",
                CHECK_IN,
                "whom it is about",
                d -> d.within(
                        CHECK_IN,
                        "CallActivity_AskHowItGoes",
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
                        ""));
        check(
                "an answer the form does not give",
                CHECK_IN,
                "gives back fits",
                d -> d.within(CHECK_IN, "CallActivity_AskHowItGoes", "out source=\"fit\"", "out source=\"fits\""));
        check(
                "every variable handed over",
                CHECK_IN,
                "hands over every variable",
                d -> d.within(
                        CHECK_IN,
                        "CallActivity_AskHowItGoes",
                        "<camunda:in source=\"program\" target=\"program\" />",
                        "<camunda:in variables=\"all\" /><camunda:in source=\"program\" target=\"program\" />"));
        check(
                "a check-in that does not know its period",
                MENTORSHIP,
                "does not hand over period",
                d -> d.within(
                        MENTORSHIP,
                        "CallActivity_CheckInWithMembers",
                        "<camunda:in source=\"period\" target=\"period\" />",
                        ""));
        check(
                "a question that belongs to no mentorship",
                CHECK_IN,
                "does not hand over mentorshipId",
                d -> d.within(
                        CHECK_IN,
                        "CallActivity_AskHowItGoes",
                        "<camunda:in source=\"mentorshipId\" target=\"mentorshipId\" />",
                        ""));
        check(
                "a question that goes on being asked after its last day",
                CHECK_IN,
                "sets answerBy, and no call",
                d -> d.within(
                        CHECK_IN,
                        "CallActivity_AskHowItGoes",
                        "<camunda:in source=\"answerBy\" target=\"answerBy\" />",
                        ""));
        check(
                "a decision about the matches that never arrives",
                "program.bpmn",
                "does not take back outcome",
                d -> d.within(
                        "program.bpmn",
                        "CallActivity_MatchPeople",
                        "<camunda:out source=\"outcome\" target=\"outcome\" />",
                        ""));
        check(
                "a call about somebody else",
                CHECK_IN,
                "business key is #{applicationId}",
                d -> d.within(
                        CHECK_IN, "CallActivity_AskHowItGoes", "#{execution.processBusinessKey}", "#{applicationId}"));
        check(
                "an answer nobody takes back",
                CHECK_IN,
                "does not take back fit",
                d -> d.within(
                        CHECK_IN, "CallActivity_AskHowItGoes", "<camunda:out source=\"fit\" target=\"fit\" />", ""));
        check(
                "an answer under a name nobody asks for",
                "reconfirm.bpmn",
                "does not take back again",
                d -> d.within(
                        "reconfirm.bpmn", "CallActivity_AskWhetherAgain", "target=\"again\"", "target=\"oncemore\""));
        check(
                "several who write over each other's answers",
                "consent.bpmn",
                "write over each other",
                d -> d.replace("consent.bpmn", "<camunda:inputParameter name=\"consent\" />", ""));
        check(
                "silence that looks like an answer",
                CHECK_IN,
                "does not take back reply",
                d -> d.within(
                        CHECK_IN,
                        "CallActivity_AskHowItGoes",
                        "<camunda:out source=\"reply\" target=\"reply\" />",
                        ""));
        check(
                "a renamed message",
                EMAILED_FORM,
                "hears the message emailedForm.withdrawn",
                d -> d.replace(EMAILED_FORM, "name=\"emailedForm.withdrawn\"", "name=\"emailedForm.calledOff\""));
        check(
                "check-ins that go on after the end",
                CHECK_IN,
                "hears the message mentorship.over",
                d -> d.removeElement(CHECK_IN, "subProcess", "SubProcess_MentorshipIsOver"));
        check(
                "a fit problem nothing waits for",
                "fit-problem.bpmn",
                "The process is missing",
                d -> d.delete("fit-problem.bpmn"));
        check(
                "everybody asked, from a list nobody sets",
                MENTORSHIP,
                "Nothing sets the variable members",
                d -> d.within(
                        MENTORSHIP,
                        "CallActivity_CheckInWithMembers",
                        "camunda:collection=\"memberIds\"",
                        "camunda:collection=\"members\""));
    }

    private void people() {
        check(
                "a task nobody sees",
                CHECK_IN,
                "Nobody sees the task",
                d -> d.within(CHECK_IN, "UserTask_LookAtCheckIn", " camunda:candidateGroups=\"coordinators\"", ""));
        check(
                "a task for a group nobody is in",
                CHECK_IN,
                "Nobody is in the group",
                d -> d.within(CHECK_IN, "UserTask_LookAtCheckIn", "\"coordinators\"", "\"coordinator\""));
        check(
                "a conduct report before coordinators",
                "conduct-report.bpmn",
                "told in confidence",
                d -> d.within(
                        "conduct-report.bpmn",
                        "UserTask_HandleReport",
                        "\"conduct-handlers\"",
                        "\"conduct-handlers,coordinators\""));
        check(
                "a task with an unknown form",
                CHECK_IN,
                "There is no form",
                d -> d.replace(
                        CHECK_IN, "camunda:formRef=\"look-at-check-in\"", "camunda:formRef=\"look-at-checkin\""));
        check(
                "a form of whatever version is newest",
                CHECK_IN,
                "not bound to the deployment",
                d -> d.within(
                        CHECK_IN,
                        "UserTask_LookAtCheckIn",
                        "camunda:formRefBinding=\"deployment\"",
                        "camunda:formRefBinding=\"latest\""));
    }

    private void files() {
        check(
                "a diagram for Camunda 8",
                CHECK_IN,
                "Camunda 8",
                d -> d.replace(CHECK_IN, "\"Camunda Platform\"", "\"Camunda Cloud\""));
        check(
                "half a merge",
                CHECK_IN,
                "two versions",
                d -> d.replace(CHECK_IN, "    <bpmn:endEvent", "<<<<<<< ours\n    <bpmn:endEvent"));
        check(
                "a file cut in half",
                CHECK_IN,
                "cannot be read",
                d -> d.write(CHECK_IN, d.text(CHECK_IN).substring(0, 5000)));
        check(
                "a copy that would be published beside the original",
                "check-in-copy.bpmn",
                "not the file name",
                d -> d.write("check-in-copy.bpmn", d.text(CHECK_IN)));
        check(
                "a renamed element nobody could follow",
                CHECK_IN,
                "made up by the Modeler",
                d -> d.write(CHECK_IN, d.text(CHECK_IN).replace("UserTask_LookAtCheckIn", "Activity_0x1y2z3")));
        check("a form deleted", "agreement.bpmn", "There is no form", d -> d.delete("agreement.form"));
        check("a coordinator's form deleted", MATCHING, "There is no form", d -> d.delete("confirm-matches.html"));
        check("a page deleted", "page-sent.form", "uses it without asking", d -> d.delete("page-sent.form"));
        check("a letter deleted that a diagram names", CHECK_IN, "There is no letter check-in", d -> d.delete(LETTER));
        check(
                "a letter deleted that no diagram names",
                "letters/declined.md",
                "uses it without asking",
                d -> d.delete("letters/declined.md"));
        check("the last lines of every letter deleted", FOOTER, "uses it without asking", d -> d.delete(FOOTER));
    }

    private void forms() {
        check(
                "a dynamic list",
                FORM,
                "never be completed",
                d -> d.replace(FORM, "\"type\": \"datetime\"", "\"type\": \"dynamiclist\""));
        check(
                "a file to send",
                FORM,
                "Nobody can show",
                d -> d.replace(FORM, "\"type\": \"datetime\"", "\"type\": \"filepicker\""));
        check(
                "a preview of a document",
                FORM,
                "Nobody can show",
                d -> d.replace(FORM, "\"type\": \"datetime\"", "\"type\": \"documentPreview\""));
        check(
                "a button on a participant's page",
                FORM,
                "Pages for participants",
                d -> d.replace(FORM, "\"type\": \"datetime\"", "\"type\": \"button\""));
        check(
                "another site inside a form",
                FORM,
                "another site",
                d -> d.replace(FORM, "\"type\": \"datetime\"", "\"type\": \"iframe\""));
        check(
                "a form without an id",
                FORM,
                "no id",
                d -> d.replace(FORM, "\"id\": \"check-in\"", "\"ident\": \"check-in\""));
        check(
                "a question hidden by a question that is not there",
                FORM,
                "no question of this form",
                d -> d.replace(FORM, "=contacts = \\\"0\\\"", "=contact = \\\"0\\\""));
        check(
                "a question that is always hidden",
                FORM,
                "always hidden",
                d -> d.replace(FORM, "=contacts = \\\"0\\\"", "=true"));
        check(
                "a condition in a form that cannot be read",
                FORM,
                "cannot be read",
                d -> d.replace(FORM, "=contacts = \\\"0\\\"", "=contacts = = 0"));
        check(
                "a choice of nothing",
                FORM,
                "nothing to choose",
                d -> d.write(FORM, d.text(FORM).replaceFirst("(?s)\"values\": \\[.*?\\n      \\]", "\"values\": []")));
        check(
                "two questions with one key",
                FORM,
                "Two questions have this key",
                d -> d.replace(FORM, "\"key\": \"lastDate\"", "\"key\": \"contacts\""));
        check(
                "an answer everybody may read",
                FORM,
                "Nobody is called",
                d -> d.replace(FORM, "\"routing\": \"true\"", "\"readers\": \"everybody\", \"routing\": \"true\""));
        check(
                "an answer that goes on at once and nobody can give",
                FORM,
                "Nobody can choose",
                d -> d.replace(FORM, "\"goesOn\": \"unsafe\"", "\"goesOn\": \"not safe\""));
        check(
                "an option removed that a row needs",
                ROWS,
                "which the check-in form does not offer",
                d -> d.cell(1, "topics", "\"all of them\""));
        check(
                "another question in French",
                "check-in.fr.form",
                "options are not those",
                d -> d.replace("check-in.fr.form", "\"value\": \"3\"", "\"value\": \"4\""));
    }

    private void letters() {
        check(
                "a letter without its link",
                LETTER,
                "has no link",
                d -> d.replace(LETTER, "[Answer in 30 seconds]({{link}})", "Answer in 30 seconds"));
        check(
                "the French letter without its link",
                "letters/check-in.fr.md",
                "has no link",
                d -> d.write(
                        "letters/check-in.fr.md",
                        d.text("letters/check-in.fr.md").replace("{{link}}", "")));
        check(
                "the exit link removed",
                FOOTER,
                "nobody could leave",
                d -> d.replace(FOOTER, "- [Leave the program]({{leaveLink}})", ""));
        check(
                "the link to report behaviour removed",
                FOOTER,
                "nobody could report behaviour",
                d -> d.replace(FOOTER, "- [Report behaviour]({{reportLink}})", ""));
        check(
                "the link for what isn't working removed",
                FOOTER,
                "something isn't working",
                d -> d.replace(FOOTER, "- [Something isn't working]({{fitLink}})", ""));
        check(
                "a misspelt placeholder",
                LETTER,
                "Nothing fills",
                d -> d.replace(LETTER, "{{firstName}}", "{{fristName}}"));
        check(
                "a section without an end",
                LETTER,
                "A placeholder cannot be read",
                d -> d.replace(LETTER, "{{/reminder}}", ""));
        check("a letter without a subject", LETTER, "no subject", d -> d.replace(LETTER, "subject:", "title:"));
        check(
                "a letter for a program nobody has",
                "letters/kickoff.wal.md",
                "no program wal",
                d -> d.write("letters/kickoff.wal.md", d.text("letters/kickoff.md")));
    }

    private void tables() {
        check(
                "a cell with text where a number must stand",
                SIGNAL,
                "such as 14",
                d -> d.within(SIGNAL, "Cell_CheckInSignal_14_contacts", "<text>0</text>", "<text>\"none\"</text>"));
        check(
                "a text without its quotes",
                SIGNAL,
                "cannot be read",
                d -> d.replace(SIGNAL, "<text>\"tips\"</text>", "<text>\"tips</text>"));
        check(
                "a result misspelt",
                CHECK_IN,
                "which it never is",
                d -> d.write(
                        SIGNAL, d.text(SIGNAL).replace("<text>\"encourage\"</text>", "<text>\"encouraged\"</text>")));
        check(
                "a row that results in nothing",
                SIGNAL,
                "results in nothing",
                d -> d.within(SIGNAL, "Rule_CheckInSignal_9", "<text>\"introduce\"</text>", "<text></text>"));
        check(
                "an answer no row speaks of",
                ROUTING,
                "No row says",
                d -> d.write(ROUTING, d.text(ROUTING).replaceFirst("(?s)<rule id=\"[^\"]*_6\">.*?</rule>", "")));
        check(
                "a row below the row that takes everything",
                ROUTING,
                "never read",
                d -> d.write(
                        ROUTING,
                        d.text(ROUTING)
                                .replaceFirst(
                                        "(?s)(<rule id=\"[^\"]*_1\">.*?</rule>)(.*)(</decisionTable>)", "$2$1$3")));
        check(
                "a table that asks for what nobody sets",
                CHECK_IN,
                "asks for silence,",
                d -> d.replace(SIGNAL, "<text>silences</text>", "<text>silence</text>"));
    }

    private void rows() {
        check(
                "text where a number must stand",
                ROWS,
                "a whole number",
                d -> d.cell(1, "surveyBeforeDays", "\"two weeks\""));
        check("a survey after the end", ROWS, "less than 0", d -> d.cell(1, "surveyBeforeDays", "-14"));
        check("a survey before the beginning", ROWS, "as long as its term", d -> d.cell(1, "surveyBeforeDays", "200"));
        check(
                "a reminder after the form has closed",
                ROWS,
                "before the form closes",
                d -> d.cell(1, "formRemindAfterDays", "14"));
        check(
                "a reminder together with the letter",
                ROWS,
                "with the letter",
                d -> d.cell(1, "formRemindAfterDays", "0"));
        check(
                "a check-in that closes before its reminder",
                ROWS,
                "checkInExpiresAfterDays",
                d -> d.cell(1, "checkInExpiresAfterDays", "3"));
        check(
                "no days to answer a check-in",
                ROWS,
                "nobody could answer",
                d -> d.cell(1, "checkInExpiresAfterDays", "0"));
        check("nobody to report behaviour to", ROWS, "conductHandlers", d -> d.cell(1, "conductHandlers", "\"\""));
        check(
                "letters from no address",
                ROWS,
                "no email address",
                d -> d.cell(1, "coordinatorEmail", "\"mentorship at mla\""));
        check("no team", ROWS, "no coordinator would see", d -> d.cell(1, "team", "\"\""));
        check("results that give people away", ROWS, "who said what", d -> d.cell(1, "fewestAnswers", "1"));
        check("a word nobody knows", ROWS, "one of these must stand", d -> d.cell(1, "firstContact", "\"somebody\""));
        check("a rhythm nobody can read", ROWS, "checkIns", d -> d.cell(1, "checkIns", "\"now and then\""));
        check("a zone that is not there", ROWS, "time zone", d -> d.cell(1, "zone", "\"America/Winipeg\""));
        check("two rows for one program", ROWS, "Two rows", d -> d.cell(2, "program", PEER));
        check("a row for every program", ROWS, "not for one program", d -> d.cell(2, "program", ""));
        check("a row without a cell", ROWS, "nothing in term", d -> d.cell(1, "term", ""));
        check(
                "an application nobody can fill in",
                ROWS,
                "does not exist",
                d -> d.cell(1, "applicationForm", "\"application-pear\""));
    }

    private void weights() {
        warning(
                "a program nobody can be matched in",
                WEIGHTS,
                "nobody could be matched",
                d -> d.write(WEIGHTS, d.text(WEIGHTS).replace(PEER, "\"another-program\"")));
        warning(
                "a weight in words",
                WEIGHTS,
                "a whole number must stand",
                d -> d.replace(WEIGHTS, "<text>40</text>", "<text>\"a lot\"</text>"));
        warning(
                "a criterion nobody knows",
                WEIGHTS,
                "Nothing is called",
                d -> d.replace(WEIGHTS, "<text>\"sharedInterests\"</text>", "<text>\"sharedInterest\"</text>"));
        warning(
                "a criterion that counts twice",
                WEIGHTS,
                "twice",
                d -> d.replace(WEIGHTS, "<text>\"sharedInterests\"</text>", "<text>\"reciprocalTopics\"</text>"));
    }

    /** All of these are sound rules, for somebody else's program. */
    private void onlyTimeShows() {
        rehearsal(
                "the reminder and the end of a form swapped: silence after five days, and no reminder",
                EMAILED_FORM,
                "nobody is reminded",
                d -> d.replace(
                                EMAILED_FORM,
                                "TimeToRemindTimer\">" + TIMER_BEGINS + "remindAt}",
                                "TimeToRemindTimer\">" + TIMER_BEGINS + "expiresAt}")
                        .replace(
                                EMAILED_FORM,
                                "WaitedLongEnoughTimer\">" + TIMER_BEGINS + "expiresAt}",
                                "WaitedLongEnoughTimer\">" + TIMER_BEGINS + "remindAt}"));
        rehearsal(
                "a form that waits for ever for its answer",
                EMAILED_FORM,
                "for ever, or for years",
                d -> d.replace(
                        EMAILED_FORM,
                        "WaitedLongEnoughTimer\">" + TIMER_BEGINS + "expiresAt}",
                        "WaitedLongEnoughTimer\"><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">2099-01-01T09:00:00"));
        rehearsal(
                "a fit problem that goes nowhere",
                FIT_PROBLEM,
                "no coordinator heard of it",
                d -> d.lead(FIT_PROBLEM, "Flow_WhoHelpsFirst_ACoordinator", "EndEvent_NoLongerAMember"));
        rehearsal(
                "the proposer is asked to accept their own agreement",
                "agreement.bpmn",
                "asked to accept what they wrote themselves",
                d -> d.within(
                        "agreement.bpmn",
                        "CallActivity_AskToAccept",
                        "<camunda:in source=\"applicationId\" target=\"applicationId\" />",
                        "<camunda:in source=\"proposerId\" target=\"applicationId\" />"));
        rehearsal(
                "the matches are confirmed, and nobody is matched",
                MATCHING,
                "Nobody is matched",
                d -> d.replace(MATCHING, "${confirmed}", "${!confirmed}"));
        rehearsal(
                "a question whose answer decides is hidden from those who have not met",
                FORM,
                "trouble is not heard of",
                d -> {
                    for (String form : List.of(FORM, "check-in.fr.form")) {
                        d.replace(
                                form,
                                "\"key\": \"fit\"",
                                "\"key\": \"fit\", \"conditional\": { \"hide\": \"=contacts != null\" }");
                    }
                });
        rehearsal(
                "silence never reaches a coordinator",
                SIGNAL,
                "it reached nobody",
                d -> d.replace(SIGNAL, "<text>2</text>", "<text>20</text>").replace(SIGNAL, "&gt;= 4<", "&gt;= 40<"));
        rehearsal(
                "every trouble is for the members alone",
                ROUTING,
                "no coordinator heard of it",
                d -> d.write(
                        ROUTING, d.text(ROUTING).replace("<text>\"coordinator\"</text>", "<text>\"partner\"</text>")));
        rehearsal(
                "the thanks come before the survey",
                "closing.bpmn",
                "The survey comes after the end",
                d -> d.lead("closing.bpmn", "Flow_PrepareClosing_AskClosingSurvey", "Event_LastDay")
                        .lead("closing.bpmn", "Flow_LastDay_PassOnWishes", "CallActivity_AskClosingSurvey")
                        .lead("closing.bpmn", "Flow_DoesEverybodyWantToGoOn_No", "ServiceTask_PassOnWishes"));
        rehearsal(
                "mentorships begin on the day they end",
                PROGRAM,
                "Mentorships begin long after the first day",
                d -> d.replace(
                        PROGRAM,
                        "FirstDayTimer\">" + TIMER_BEGINS + "startsAt}",
                        "FirstDayTimer\">" + TIMER_BEGINS + "evaluateAt}"));
        rehearsal(
                "a check-in every few days",
                ROWS,
                "got the same letter more than",
                d -> d.cell(1, "checkIns", "\"10 a month\""));
        rehearsal(
                "people who wait hear nothing",
                ROWS,
                "waits for a match heard nothing",
                d -> d.cell(3, "newsEveryDays", "0").cell(3, "starvedAfterDays", "0"));
        rehearsal(
                "one task for every answer",
                SIGNAL,
                "more tasks than coordinators have hours",
                d -> d.within(
                        SIGNAL, "Rule_CheckInSignal_16", "<text>\"nothing\"</text>", "<text>\"coordinator\"</text>"));
    }
}
