package org.seealso.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seealso.engine.Ids;
import org.seealso.engine.Language;
import org.seealso.engine.Rhythm;
import org.seealso.engine.Worded;
import org.seealso.letter.LetterRepository.Place;
import org.seealso.letter.LetterRepository.Reader;
import org.seealso.letter.Links.Link;
import org.seealso.letter.Links.Purpose;
import org.seealso.mail.Attachment;
import org.seealso.mail.Mailbox;
import org.seealso.mail.Post;
import org.seealso.people.Person;
import org.seealso.rules.ProgramRow;
import org.seealso.rules.PublishedRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills a letter of the deployment with what is known of its reader and program, and puts it in the outbox. */
@Service
class OutboxLetters implements Letters {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration STANDING = Duration.ofDays(400);
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final Pattern LINKED = Pattern.compile("\\[(.+)]\\((\\S+)\\)");

    /** Which letter, and whom and what it belongs to. */
    private record Heading(
            String name,
            String deployment,
            String program,
            @Nullable UUID personId,
            @Nullable UUID participantId,
            @Nullable UUID mentorshipId) {}

    /** Where a letter's text comes from: a deployment, the program, and the reader's role (empty if none) and language. */
    private record Source(String deployment, String program, String role, Language language) {
        Source in(Language other) {
            return new Source(deployment, program, role, other);
        }
    }

    /** The text of a file, and in which language it is. */
    record Text(String words, Language language) {}

    private final PublishedRules rules;
    private final Outbox outbox;
    private final LetterRepository letters;
    private final Links links;
    private final Post post;
    private final Mailbox mailbox;
    private final Clock clock;
    private final String myPage;
    private final Typesetter typesetter = new Typesetter();
    /** A deployment never changes, so neither does what was read from it. */
    private final Cache<String, LetterFile> files =
            Caffeine.newBuilder().maximumSize(1000).build();

    OutboxLetters(
            PublishedRules rules,
            Outbox outbox,
            LetterRepository letters,
            Links links,
            Post post,
            Mailbox mailbox,
            Clock clock,
            @Value("${seealso.base-url}") String baseUrl) {
        this.rules = rules;
        this.outbox = outbox;
        this.letters = letters;
        this.links = links;
        this.post = post;
        this.mailbox = mailbox;
        this.clock = clock;
        this.myPage = baseUrl.replaceAll("/+$", "") + "/me";
    }

    @Override
    @Transactional
    public UUID write(LetterOrder order) {
        Reader reader = letters.reader(order.personId())
                .orElseThrow(() -> new IllegalArgumentException("No person " + order.personId()));
        if (reader.erased()) {
            // A process that was on its way when they were erased may still want to write; nobody is there to read it.
            return Ids.next();
        }
        ProgramRow row = rules.row(order.deployment(), order.program());
        Place place = place(order);
        Source source = inOneLanguage(
                new Source(order.deployment(), order.program(), place.role(), Language.of(reader.language())),
                order.name());
        Language language = source.language();
        ZoneId zone = reader.zone().orElse(row.zone());
        LetterFile file = file(source, order.name());
        if (file.optional() && !letters.wantsOptional(order.personId(), order.program())) {
            return Ids.next();
        }
        Map<String, Object> values = ofProgram(row);
        set(values, Placeholders.NAME, reader.name());
        set(values, Placeholders.FIRST_NAME, firstName(order, reader));
        set(values, Placeholders.MY_PAGE_LINK, myPage);
        addLists(values, order, file, source);
        Optional<Link> link = Optional.ofNullable(order.link()).flatMap(asked -> links.open(token(asked)));
        addLink(values, order, link, zone, language);
        addStandingLinks(values, order, place, row.agreement(), file.optional());
        order.values().forEach((name, value) -> values.put(name, shown(value, zone, language)));
        Answerable answerable = answerable(link, file, values);
        UUID mentorship = order.mentorshipId();
        String thread = mentorship == null
                ? null
                : letters.threadOf(mentorship, order.personId()).orElse(null);
        String calendar = order.calendar().isEmpty()
                ? null
                : CalendarFile.of(order.calendar(), host(row), post.domain(), clock.instant(), language);
        String footer = file(source, "_footer").body(values);
        Heading heading = new Heading(
                order.name(), order.deployment(), order.program(), order.personId(), order.participantId(), mentorship);
        return put(
                heading,
                reader.in(language),
                row,
                file,
                values,
                footer,
                calendar,
                order.attachment(),
                thread,
                answerable);
    }

    @Override
    @Transactional
    public UUID writeTo(String name, String deployment, String program, String address, Map<String, Object> values) {
        return writeTo(name, deployment, program, address, Language.ENGLISH, values);
    }

    @Override
    @Transactional
    public UUID writeTo(
            String name,
            String deployment,
            String program,
            String address,
            Language otherwise,
            Map<String, Object> values) {
        ProgramRow row = rules.row(deployment, program);
        Map<String, Object> all = ofProgram(row);
        Source source = inOneLanguage(
                new Source(
                        deployment,
                        program,
                        "",
                        Language.of(letters.languageOf(address).orElse(otherwise.code()))),
                name);
        values.forEach((key, value) -> all.put(key, shown(value, row.zone(), source.language())));
        LetterFile file = file(source, name);
        // The label shows the letter's name: an address that is nobody's in the program belongs in no task.
        return put(
                new Heading(name, deployment, program, null, null, null),
                new Reader(name, address, source.language().code(), false, null),
                row,
                file,
                all,
                "",
                null,
                null,
                null,
                Answerable.NOT);
    }

    @Override
    public boolean wasWritten(String name, UUID mentorshipId, UUID personId) {
        return letters.writtenBefore(name, mentorshipId, personId) > 0;
    }

    @Override
    public boolean resend(UUID letterId, String address) {
        return outbox.resend(letterId, address);
    }

    private UUID put(
            Heading heading,
            Reader reader,
            ProgramRow row,
            LetterFile file,
            Map<String, Object> values,
            String footer,
            @Nullable String calendar,
            @Nullable Attachment attachment,
            @Nullable String thread,
            Answerable answerable) {
        UUID id = Ids.next();
        String replyKey = answerable.asked() == null ? null : Keys.next();
        String bounceKey = mailbox.exists() ? Keys.next() : null;
        String subject = file.subject(values);
        Typesetter.Sheet sheet = typesetter.read(file.body(values), footer);
        outbox.put(new LetterRow(
                id,
                heading.personId(),
                heading.participantId(),
                heading.mentorshipId(),
                heading.program(),
                heading.name(),
                heading.deployment(),
                reader.name(),
                reader.email(),
                row.name(),
                replyKey == null ? repliesTo(file, row) : mailbox.address("r", replyKey),
                subject,
                typesetter.text(reader.language(), sheet),
                typesetter.html(reader.language(), subject, sheet),
                calendar,
                attachment == null ? null : attachment.name(),
                attachment == null ? null : attachment.type(),
                attachment == null ? null : attachment.content(),
                "<" + id + "@" + post.domain() + ">",
                thread,
                Boolean.TRUE.equals(values.get(Placeholders.REMINDER.key())),
                bounceKey == null ? null : mailbox.address("b", bounceKey),
                file.optional() ? oneClick(values) : null,
                replyKey == null ? null : Keys.hash(replyKey),
                bounceKey == null ? null : Keys.hash(bounceKey),
                answerable.linkId(),
                answerable.asked(),
                0,
                0));
        return id;
    }

    /** The form a letter asks for, and how it may be answered by replying; both may be nothing. */
    private record Answerable(
            @Nullable UUID linkId, @Nullable String asked) {
        static final Answerable NOT = new Answerable(null, null);
    }

    /** Without a mailbox nobody would read the reply, so it is not offered. */
    private Answerable answerable(Optional<Link> link, LetterFile file, Map<String, Object> values) {
        Object questions = values.get(Placeholders.REPLY_QUESTIONS.key());
        boolean offered = mailbox.exists() && file.byReply() && questions != null;
        if (!offered) {
            values.remove(Placeholders.REPLY_QUESTIONS.key());
        }
        if (link.isEmpty() || !mailbox.exists()) {
            return Answerable.NOT;
        }
        try {
            return new Answerable(link.get().publicId(), offered ? JSON.writeValueAsString(questions) : null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the questions of a letter are not JSON", e);
        }
    }

    private static String token(URI link) {
        return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
    }

    /** Where mail programs end letters nobody needs by themselves (RFC 8058). */
    private static @Nullable String oneClick(Map<String, Object> values) {
        Object link = values.get(Placeholders.OPTIONAL_LINK.key());
        return link == null ? null : link.toString().replaceFirst("/f/([^/]+)$", "/unsubscribe/$1");
    }

    private String repliesTo(LetterFile file, ProgramRow row) {
        return switch (file.replies()) {
            case COORDINATOR -> row.coordinatorEmail();
            case OFFICE -> row.officeEmail();
            case CONDUCT -> row.conductHandlers().contains("@") ? row.conductHandlers() : post.address();
            case NOBODY -> post.address();
        };
    }

    private static CalendarFile.Host host(ProgramRow row) {
        return new CalendarFile.Host(row.name(), row.coordinatorEmail());
    }

    static Map<String, Object> ofProgram(ProgramRow row) {
        Map<String, Object> values = new HashMap<>();
        set(values, Placeholders.PROGRAM_NAME, row.name());
        set(values, Placeholders.ASSOCIATION, row.association());
        set(values, Placeholders.COORDINATOR_NAME, row.coordinatorName());
        set(values, Placeholders.COORDINATOR_EMAIL, row.coordinatorEmail());
        set(values, Placeholders.OFFICE_NAME, row.officeName());
        set(values, Placeholders.OFFICE_EMAIL, row.officeEmail());
        set(values, Placeholders.CONDUCT_URL, row.conductUrl());
        addHope(values, row.contacts());
        return values;
    }

    /** How often a program hopes for contacts, in parts a letter can put into words (C3). */
    private static void addHope(Map<String, Object> values, Rhythm hope) {
        boolean yearly = hope.months() != 1;
        set(values, Placeholders.HOPE_ANY, !hope.never());
        set(values, Placeholders.HOPE_ONCE_A_MONTH, hope.times() == 1 && !yearly);
        set(values, Placeholders.HOPE_PER_MONTH, hope.times() > 1 && !yearly ? hope.times() : "");
        set(values, Placeholders.HOPE_PER_YEAR, yearly ? hope.timesAYear() : "");
    }

    private static String firstName(LetterOrder order, Reader reader) {
        return new Person(order.personId(), reader.name(), reader.email(), reader.language()).firstName();
    }

    /** The program's own lists, kept as parts beside the letters so that a coordinator can edit them (A11, A15, A16). */
    private void addLists(Map<String, Object> values, LetterOrder order, LetterFile file, Source source) {
        if (file.uses(Placeholders.FIRST_QUESTIONS)) {
            set(values, Placeholders.FIRST_QUESTIONS, items(source, "_first-questions"));
        }
        if (file.uses(Placeholders.RESOURCES)) {
            List<Map<String, String>> resources = items(source, "_resources").stream()
                    .map(LINKED::matcher)
                    .filter(Matcher::matches)
                    .map(link -> Map.of(
                            Placeholders.NAME.key(), link.group(1),
                            Placeholders.URL.key(), link.group(2)))
                    .toList();
            set(values, Placeholders.RESOURCES, resources);
        }
        if (!file.uses(Placeholders.TIPS) && !file.uses(Placeholders.TIP)) {
            return;
        }
        List<String> tips = items(source, "_tips");
        set(values, Placeholders.TIPS, tips);
        UUID mentorship = order.mentorshipId();
        if (mentorship != null && !tips.isEmpty()) {
            // One after the other, so that nobody gets a tip twice in a mentorship (A11).
            int before = letters.writtenBefore(order.name(), mentorship, order.personId());
            set(values, Placeholders.TIP, tips.get(before % tips.size()));
        }
    }

    private List<String> items(Source source, String part) {
        return text(source, part).map(LetterFile::items).orElse(List.of());
    }

    private static void addLink(
            Map<String, Object> values, LetterOrder order, Optional<Link> link, ZoneId zone, Language language) {
        URI address = order.link();
        if (address == null) {
            return;
        }
        set(values, Placeholders.LINK, address.toString());
        if (!order.values().containsKey(Placeholders.EXPIRES_ON.key())) {
            link.ifPresent(known ->
                    set(values, Placeholders.EXPIRES_ON, language.day(LocalDate.ofInstant(known.expiresAt(), zone))));
        }
    }

    /** Somebody without a place in a program has no role and nothing to leave. */
    private Place place(LetterOrder order) {
        UUID participant = order.participantId();
        return Optional.ofNullable(participant)
                .flatMap(id -> letters.place(id, order.mentorshipId()))
                .orElseGet(() -> new Place("", false, order.mentorshipId(), true, false, false));
    }

    /**
     * Help and a report are open to everybody; leaving needs a place in a program, a fit problem a mentorship one is
     * in, and plans change only while it is under way.
     */
    private void addStandingLinks(
            Map<String, Object> values, LetterOrder order, Place place, boolean agreements, boolean optional) {
        Map<Placeholders, Purpose> wanted = new EnumMap<>(Placeholders.class);
        wanted.put(Placeholders.HELP_LINK, Purpose.HELP);
        wanted.put(Placeholders.REPORT_LINK, Purpose.CONDUCT_REPORT);
        if (optional) {
            wanted.put(Placeholders.OPTIONAL_LINK, Purpose.OPTIONAL_LETTERS);
        }
        if (place.takesPart()) {
            wanted.put(Placeholders.LEAVE_LINK, Purpose.LEAVE);
        }
        boolean isIn = place.mentorshipId() != null && place.stillIn();
        if (isIn) {
            wanted.put(Placeholders.FIT_LINK, Purpose.FIT_PROBLEM);
        }
        if (isIn && place.underWay()) {
            wanted.put(Placeholders.PLANS_LINK, Purpose.PLANS);
            if (place.open()) {
                wanted.put(Placeholders.FINISH_LINK, Purpose.FINISH);
            }
            if (agreements) {
                wanted.put(Placeholders.AGREEMENT_LINK, Purpose.AGREEMENT);
            }
        }
        List<URI> minted = links.mint(wanted.values().stream()
                .map(purpose -> standing(order, place.mentorshipId(), purpose))
                .toList());
        int next = 0;
        for (Placeholders placeholder : wanted.keySet()) {
            set(values, placeholder, minted.get(next++).toString());
        }
    }

    private Link standing(LetterOrder order, @Nullable UUID mentorship, Purpose purpose) {
        return new Link(
                Ids.next(),
                purpose,
                Links.State.OPEN,
                order.deployment(),
                order.program(),
                order.personId(),
                order.participantId(),
                mentorship,
                null,
                null,
                clock.instant().plus(STANDING));
    }

    private static void set(Map<String, Object> values, Placeholders placeholder, Object value) {
        values.put(placeholder.key(), value);
    }

    /** Dates, numbers and words as the reader knows them and on the reader's clock, also inside lists. */
    private static @Nullable Object shown(@Nullable Object value, ZoneId zone, Language language) {
        if (value instanceof LocalDate day) {
            return language.day(day);
        }
        if (value instanceof ZonedDateTime moment) {
            return language.moment(moment.withZoneSameInstant(zone));
        }
        if (value instanceof Instant instant) {
            return language.moment(instant.atZone(zone));
        }
        if (value instanceof Worded words) {
            return shown(words.in(language), zone, language);
        }
        if (value instanceof Integer || value instanceof Long) {
            return language.number(((Number) value).longValue());
        }
        if (value instanceof URI address) {
            return address.toString();
        }
        if (value instanceof List<?> items) {
            return items.stream().map(item -> shown(item, zone, language)).toList();
        }
        if (value instanceof Map<?, ?> parts) {
            Map<Object, @Nullable Object> shown = new HashMap<>();
            parts.forEach((key, part) -> shown.put(key, shown(part, zone, language)));
            return shown;
        }
        return value;
    }

    private LetterFile file(Source source, String name) {
        return files.get(
                String.join(
                        "/",
                        source.deployment(),
                        source.program(),
                        source.role(),
                        source.language().code(),
                        name),
                key -> LetterFile.read(
                        name,
                        text(source, name)
                                .orElseThrow(() -> new LetterFault(name, "does not exist in the published rules.")),
                        part -> text(source, part)));
    }

    /** A letter that is not there in the reader's language is wholly English, its dates and its footer, too. */
    private Source inOneLanguage(Source source, String name) {
        return find(source, name).map(text -> source.in(text.language())).orElse(source);
    }

    private Optional<String> text(Source source, String name) {
        return find(source, name).map(Text::words);
    }

    private Optional<Text> find(Source source, String name) {
        return text(rules, new Under(source.deployment(), source.program()), source.role(), name, source.language());
    }

    /**
     * The first there is of {@code kickoff.wla.mentor.md}, {@code kickoff.wla.md}, {@code kickoff.mentor.md} and {@code
     * kickoff.md}; parts likewise (A11, A16, B12). A French reader gets the first there is of {@code
     * kickoff.wla.mentor.fr.md} and so on, and these only if there is none.
     */
    static Optional<Text> text(PublishedRules rules, Under under, String role, String name, Language language) {
        return Stream.of(language, Language.ENGLISH)
                .distinct()
                .flatMap(each -> Stream.of("." + under.program() + "." + role, "." + under.program(), "." + role, "")
                        .map(variant -> name + variant + (each == Language.ENGLISH ? "" : "." + each.code()))
                        .flatMap(file -> rules.file(under.deployment(), "letters/" + file + ".md").stream())
                        .map(bytes -> new Text(new String(bytes, StandardCharsets.UTF_8), each)))
                .findFirst();
    }
}
