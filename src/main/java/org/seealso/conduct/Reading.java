package org.seealso.conduct;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seealso.confidence.Audit;
import org.seealso.confidence.Audit.Deed;
import org.seealso.confidence.Codes;
import org.seealso.confidence.ConductReports;
import org.seealso.confidence.Handlers;
import org.seealso.confidence.Report;
import org.seealso.engine.Accounts;
import org.seealso.engine.Accounts.Account;
import org.seealso.people.Person;
import org.seealso.rules.PublishedRules;
import org.seealso.rules.UnknownProgram;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a handler who is no party read a report after a fresh code, and writes down every step of it (A13). */
@Component
@Transactional
class Reading {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.CANADA);

    private final ConductReports reports;
    private final Handlers handlers;
    private final Codes codes;
    private final Audit audit;
    private final Accounts accounts;
    private final ConductLetters letters;
    private final PublishedRules rules;

    Reading(
            ConductReports reports,
            Handlers handlers,
            Codes codes,
            Audit audit,
            Accounts accounts,
            ConductLetters letters,
            PublishedRules rules) {
        this.reports = reports;
        this.handlers = handlers;
        this.codes = codes;
        this.audit = audit;
        this.accounts = accounts;
        this.letters = letters;
        this.rules = rules;
    }

    enum Door {
        FREE,
        PARTY,
        SHUT,
        NO_REPORT
    }

    /** Where somebody stands before a report. Nothing is thrown for a refusal: its line in the audit must stay. */
    Door door(UUID submission, String user) {
        Optional<Report> report = reports.report(submission);
        if (report.isEmpty()) {
            return Door.NO_REPORT;
        }
        Door door = accounts.account(user)
                .map(account -> switch (handlers.standing(report.get(), account)) {
                    case FREE -> Door.FREE;
                    case PARTY -> Door.PARTY;
                    case STRANGER -> Door.SHUT;
                })
                .orElse(Door.SHUT);
        if (door != Door.FREE) {
            audit.note(submission, user, Deed.REFUSED);
        }
        return door;
    }

    String address(String user) {
        return accounts.account(user).map(Account::address).orElse("");
    }

    boolean codeWaits(UUID submission, String user) {
        return codes.waiting(submission, user);
    }

    /** Writes a code to the handler; false after too many in an hour. */
    boolean sendCode(UUID submission, String user) {
        audit.note(submission, user, Deed.ASKED_FOR_CODE);
        Optional<String> code = codes.make(submission, user);
        code.ifPresent(fresh -> letters.code(reports.report(submission).orElseThrow(), address(user), fresh));
        return code.isPresent();
    }

    Codes.Verdict tryCode(UUID submission, String user, String typed) {
        Codes.Verdict verdict = codes.check(submission, user, typed);
        if (verdict != Codes.Verdict.RIGHT) {
            audit.note(submission, user, Deed.WRONG_CODE);
        }
        return verdict;
    }

    /** Everything on the page. Looking at it is a read, each time. */
    Map<String, Object> read(UUID submission, String user) {
        audit.note(submission, user, Deed.READ);
        Report report = reports.report(submission).orElseThrow();
        ZoneId zone = zone(report.program());
        Map<String, String> names = new HashMap<>();
        List<Map<String, String>> reported = new ArrayList<>();
        List<Map<String, String>> written = new ArrayList<>();
        for (Report.Part part : report.parts()) {
            Map<String, String> row = Map.of(
                    "question", part.question(),
                    "answer", part.shown(),
                    "who", name(part.author(), names),
                    "when", at(part.writtenAt(), zone));
            (part.author().isEmpty() ? reported : written).add(row);
        }
        UUID reporter = report.subject().personId();
        List<Map<String, Object>> members = handlers.members(report).stream()
                .map(member -> member(member, member.id().equals(reporter)))
                .toList();
        Map<String, Object> page = new HashMap<>();
        page.put("title", "A conduct report");
        page.put("received", at(report.receivedAt(), zone));
        page.put("reported", reported);
        page.put("written", written);
        page.put("anythingWritten", !written.isEmpty());
        page.put("members", members);
        page.put(
                "audit",
                audit.of(submission).stream()
                        .map(line -> Map.of(
                                "when", at(line.at(), zone),
                                "who", name(line.who(), names),
                                "deed", line.deed().words()))
                        .toList());
        return page;
    }

    private static Map<String, Object> member(Person person, boolean reporter) {
        return Map.of("name", person.name(), "email", person.email(), "reporter", reporter);
    }

    private String name(String account, Map<String, String> names) {
        return names.computeIfAbsent(
                account, id -> accounts.account(id).map(Account::name).orElse(id));
    }

    private static String at(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    private ZoneId zone(String program) {
        try {
            return rules.row(rules.current(), program).zone();
        } catch (UnknownProgram gone) {
            return ZoneOffset.UTC;
        }
    }
}
