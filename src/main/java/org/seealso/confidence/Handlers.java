package org.seealso.confidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.seealso.engine.Accounts;
import org.seealso.people.Mentorships;
import org.seealso.people.People;
import org.seealso.people.Person;
import org.seealso.rules.PublishedRules;
import org.seealso.rules.UnknownProgram;
import org.springframework.stereotype.Component;

/**
 * Who may handle a report: somebody the program's row names, with an account whose address it is, who is no party to
 * the matter. The newest rules decide, also for an old report: whoever is named anew may help at once, and whoever is
 * no longer named reads no more.
 */
@Component
public class Handlers {
    /** The group tasks about conduct are offered to; the name stands in the diagrams. */
    public static final String GROUP = "conduct-handlers";

    private final PublishedRules rules;
    private final Accounts accounts;
    private final People people;
    private final Mentorships mentorships;

    Handlers(PublishedRules rules, Accounts accounts, People people, Mentorships mentorships) {
        this.rules = rules;
        this.accounts = accounts;
        this.people = people;
        this.mentorships = mentorships;
    }

    /** @param name the account's name, or the address if nobody with it has an account */
    public record Handler(String address, String name, boolean signsIn) {}

    public enum Standing {
        /** May read and handle the report. */
        FREE,
        /** A member of the mentorship, the reporter, or somebody the reporter did not want to deal with it. */
        PARTY,
        /** Not named in the program's row. */
        STRANGER
    }

    /** The handlers of a program, in the order of its row. */
    public List<Handler> of(String program) {
        List<Accounts.Account> known = accounts.members(GROUP);
        List<Handler> handlers = new ArrayList<>();
        for (String named : named(program)) {
            Optional<Accounts.Account> account =
                    known.stream().filter(a -> a.hasAddress(named)).findFirst();
            handlers.add(new Handler(named, account.map(Accounts.Account::name).orElse(named), account.isPresent()));
        }
        return handlers;
    }

    /** Those who may read this report, in the order of the row. */
    public List<Handler> free(Report report) {
        Set<String> parties = parties(report);
        return of(report.program()).stream()
                .filter(Handler::signsIn)
                .filter(handler -> !parties.contains(lower(handler.address())))
                .toList();
    }

    /** Where somebody with this account stands. */
    public Standing standing(Report report, Accounts.Account account) {
        if (named(report.program()).stream().noneMatch(account::hasAddress)
                || accounts.members(GROUP).stream()
                        .noneMatch(member -> member.id().equals(account.id()))) {
            return Standing.STRANGER;
        }
        return parties(report).contains(lower(account.address())) ? Standing.PARTY : Standing.FREE;
    }

    private List<String> named(String program) {
        try {
            List<String> addresses = new ArrayList<>();
            for (String address :
                    rules.row(rules.current(), program).conductHandlers().split(",")) {
                if (address.contains("@")) {
                    addresses.add(address.strip());
                }
            }
            return addresses;
        } catch (UnknownProgram gone) {
            return List.of();
        }
    }

    /** Whoever was ever a member counts, also after leaving. */
    private Set<String> parties(Report report) {
        Set<String> parties = new HashSet<>();
        members(report).forEach(member -> parties.add(lower(member.email())));
        report.notThese().forEach(address -> parties.add(lower(address)));
        return parties;
    }

    /** Whom a report is about: everybody who was ever a member of the mentorship, and the reporter. */
    public List<Person> members(Report report) {
        List<Person> members = new ArrayList<>();
        UUID mentorship = report.subject().mentorshipId();
        if (mentorship != null) {
            members.addAll(mentorships.everMembers(mentorship));
        }
        UUID reporter = report.subject().personId();
        if (reporter != null && members.stream().noneMatch(m -> m.id().equals(reporter))) {
            members.add(people.person(reporter));
        }
        return members;
    }

    private static String lower(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
