package org.seealso.letter;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every name a letter may use between double braces. Names are a public API of the letters: add, never rename. Those
 * marked "always" need no caller; the others come from the step that writes the letter.
 */
public enum Placeholders {
    FIRST_NAME("firstName", "the reader's first name (always, except in letters to handlers)"),
    NAME("name", "the reader's name (always); inside a list, the name of the listed person or thing"),
    EMAIL("email", "inside partnerContacts and contacts, an address"),
    URL("url", "inside resources, an address on the web"),
    PROGRAM_NAME("programName", "the program's name (always)"),
    ASSOCIATION("association", "the association's name (always)"),
    COORDINATOR_NAME("coordinatorName", "the coordinator's name (always)"),
    COORDINATOR_EMAIL("coordinatorEmail", "the coordinator's address (always)"),
    OFFICE_NAME("officeName", "the second contact's name (always)"),
    OFFICE_EMAIL("officeEmail", "the second contact's address (always)"),
    CONDUCT_URL("conductUrl", "where the code of conduct stands (always)"),
    LINK("link", "the private link to this letter's form"),
    EXPIRES_ON("expiresOn", "the last day the private link works (always, if there is a link)"),
    REMINDER("reminder", "true when the same letter goes out again; a section"),
    HELP_LINK("helpLink", "asks a coordinator a question (always, to participants)"),
    FIT_LINK("fitLink", "says that something isn't working (always, in a mentorship)"),
    REPORT_LINK("reportLink", "reports behaviour to the conduct handlers only (always, to participants)"),
    MY_PAGE_LINK("myPageLink", "where everybody finds what we know of them (always); no secret"),
    OPTIONAL_LINK("optionalLink", "ends letters nobody needs (always, in letters with optional: true)"),
    LEAVE_LINK("leaveLink", "leaves the program (always, to participants)"),
    PARTNER_NAMES("partnerNames", "the other members, as people say it: Ana and Ben"),
    PARTNER_CONTACTS("partnerContacts", "the other members, a list of name and email"),
    PARTNERS("partners", "the other members, a list of firstName and answers, as far as they show before a match"),
    ANSWERS("answers", "inside partners, a list of question and reply"),
    FREED("freed", "true for somebody whose match fell through by no doing of theirs; a section"),
    ODD("odd", "true for a trio that came of an odd number of people; a section"),
    WAITING_SINCE("waitingSince", "the day somebody came into the pool"),
    MENTOR("mentor", "true for a mentor; a section"),
    PEERS("peers", "true in a program without mentors; a section"),
    MENTORS_WAITING("mentorsWaiting", "how many mentors wait for a match"),
    MENTEES_WAITING("menteesWaiting", "how many mentees or peers wait for a match"),
    MATCHED("matched", "how many people of this cohort have found a match"),
    TRIO("trio", "true when three people meet; a section"),
    GROUP("group", "true in a program of groups (always); a section"),
    HOST("host", "who hosts in this period, where the host changes (always, in a mentorship under way)"),
    HOSTING("hosting", "true if that is the reader (always, in a mentorship under way); a section"),
    DATES("dates", "when the host could meet, a list of label"),
    REASONS("reasons", "why these people were matched, a list of sentences"),
    COHORT_NAME("cohortName", "the name of this run of the program"),
    STARTS_ON("startsOn", "the first day of the mentorship"),
    ENDS_ON("endsOn", "the last day of the mentorship"),
    DEADLINE("deadline", "the last day to apply or to answer"),
    NEXT_ON("nextOn", "the day of the next step"),
    PERIOD("period", "the time a check-in asks about, such as January 2026, or a certificate speaks of"),
    CONTACTS("contacts", "how many contacts were counted, or a list of name and email"),
    FIRST_QUESTIONS("firstQuestions", "questions for the first meeting, a list, if not those of _first-questions.md"),
    TIPS("tips", "tips, a list, if not those of _tips.md"),
    TIP("tip", "one tip, not yet sent to this member of this mentorship (always, in a mentorship)"),
    RESOURCES("resources", "reading, a list of name and url, if not that of _resources.md"),
    REASON("reason", "what a coordinator wrote as a reason"),
    QUESTION("question", "what a person asked"),
    REPLY("reply", "what a coordinator answered"),
    REPLY_QUESTIONS(
            "replyQuestions", "the form's questions, a list of number, question, hint, readers, onlyIf and options"),
    REPLY_READERS("replyReaders", "who may read the answers to replyQuestions, where that is the same for all"),
    NUMBER("number", "inside replyQuestions and options, what to write for it"),
    HINT("hint", "inside replyQuestions, what the form says under the question"),
    READERS("readers", "inside replyQuestions, who may read the answer, where that is not the same for all"),
    ONLY_IF("onlyIf", "inside replyQuestions, when the question is asked at all"),
    OPTIONS(
            "options",
            "inside replyQuestions, what can be answered, a list of number and label; a number that says it all has no label"),
    NEEDED("needed", "inside replyQuestions, true if the form can't do without it; a section"),
    MANY("many", "inside replyQuestions, true if several answers may be given; a section"),
    DAY("day", "inside replyQuestions, true if a day is asked for; a section"),
    UNDERSTOOD("understood", "what we understood of a reply, a list of question and reply"),
    CHANGE_UNTIL("changeUntil", "until when the reader can change what they answered, if they still can"),
    MISSING("missing", "what we did not find in a reply, a list of sentences"),
    FILES("files", "true if something was attached to a reply, which we do not keep; a section"),
    NOTE("note", "a coordinator's own words to the reader"),
    NEW_ADDRESS("newAddress", "the address somebody would like letters to go to"),
    OUTCOME("outcome", "what was decided"),
    LABEL("label", "whom a letter to a coordinator is about"),
    AGREEMENT("agreement", "what the members agreed on, a list of question and reply"),
    MY_ANSWERS("myAnswers", "what the reader answered in a form, a list of question and reply"),
    CODE("code", "a short-lived number to type in"),
    WRITES_FIRST("writesFirst", "true for whoever writes first; a section"),
    ANYBODY_FIRST("anybodyFirst", "true where it does not matter who writes first; a section"),
    FIRST_WRITERS("firstWriters", "who writes first, if not the reader"),
    HOPE_ANY("hopeAny", "true where the program hopes for contacts at all (always); a section"),
    HOPE_ONCE_A_MONTH("hopeOnceAMonth", "true where one contact a month is hoped for (always); a section"),
    HOPE_PER_MONTH("hopePerMonth", "how many contacts a month are hoped for, if more than one (always)"),
    HOPE_PER_YEAR("hopePerYear", "how many contacts a year are hoped for, if counted by the year (always)"),
    SINCE("since", "the day from which a check-in asks"),
    TOPICS("topics", "two topics nobody has ticked yet, a list"),
    LIVE_CALL_WANTED("liveCallWanted", "true until somebody says that they have talked live; a section"),
    CONTACTS_SO_FAR("contactsSoFar", "how many contacts there were since the beginning"),
    CONTACTS_HOPED("contactsHoped", "how many contacts the program hopes for until now"),
    UNTIL("until", "the day on which a break or a busy time is over"),
    TALK_AT("talkAt", "the day and time of a talk with a coordinator"),
    STOPPED("stopped", "true when a mentorship was stopped as its member asked; a section"),
    EARLY("early", "true in a mentorship that ended before its term; a section"),
    CHANGES("changes", "the reader's own numbers, a list of question, before and after"),
    BEFORE("before", "inside changes, what the reader chose when they applied"),
    AFTER("after", "inside changes, what the reader chose in the closing survey"),
    KEEP_IN_CONTACT("keepInContact", "true if every member would like to stay in touch; a section"),
    CERTIFICATE("certificate", "true if a certificate comes with the letter; a section"),
    CERTIFICATE_BY_HAND("certificateByHand", "true if a coordinator has to write the certificate; a section"),
    REFERENCE("reference", "true if a coordinator was asked for a reference letter; a section"),
    DELETED("deleted", "true if what the reader wrote was deleted; a section"),
    PLANS_LINK("plansLink", "says that plans have changed (always, in a mentorship under way)"),
    FINISH_LINK("finishLink", "says that it is over (always, in a mentorship without a last day)"),
    AGREEMENT_LINK("agreementLink", "changes what members agreed (always, in a mentorship under way with agreements)"),
    WISHES("wishes", "what others would like instead, a list of name and note"),
    WHO("who", "the first name of the member whose plans have changed"),
    WORDS("words", "what that member wrote to the reader"),
    OPENS_ON("opensOn", "the day on which applications open (always)"),
    PLACE("place", "where a meeting is"),
    MEETING("meeting", "when a meeting is, or was to be"),
    PROPOSED_TIME("proposedTime", "when somebody suggests to meet"),
    BUSY_UNTIL("busyUntil", "the last day somebody is busy"),
    CALLED_OFF("calledOff", "true if meetings were taken out of the calendar; a section");

    private final String key;
    private final String meaning;

    Placeholders(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** What stands between the braces. */
    public String key() {
        return key;
    }

    /** One line for the person who writes letters. */
    public String meaning() {
        return meaning;
    }

    public static Set<String> known() {
        return Arrays.stream(values()).map(Placeholders::key).collect(Collectors.toCollection(TreeSet::new));
    }

    public static Optional<Placeholders> of(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
    }
}
