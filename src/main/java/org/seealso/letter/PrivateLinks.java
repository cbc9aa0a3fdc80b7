package org.seealso.letter;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
class PrivateLinks implements Links {
    private static final int TOKEN_BYTES = 32;
    /** What ends with a place in a program; help and a report stay open. */
    private static final List<Purpose> ENDING = List.of(
            Purpose.FORM,
            Purpose.FIT_PROBLEM,
            Purpose.LEAVE,
            Purpose.PLANS,
            Purpose.AGREEMENT,
            Purpose.MY_PAGE,
            Purpose.NEW_ADDRESS,
            Purpose.FINISH);

    private final LinksRepository links;
    private final Clock clock;
    private final String baseUrl;
    private final SecureRandom random = new SecureRandom();

    PrivateLinks(LinksRepository links, Clock clock, @Value("${seealso.base-url}") String baseUrl) {
        this.links = links;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @Override
    public List<URI> mint(List<Link> wanted) {
        List<URI> minted = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            byte[] bits = new byte[TOKEN_BYTES];
            random.nextBytes(bits);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            hashes.add(hash(token));
            minted.add(URI.create(baseUrl + "/f/" + token));
        }
        links.insert(wanted, hashes, clock.instant());
        return minted;
    }

    @Override
    public Optional<Link> open(String token) {
        return links.byHash(hash(token)).map(this::today);
    }

    @Override
    public Map<String, Link> open(Collection<String> tokens) {
        Map<String, String> byHash = new HashMap<>();
        tokens.forEach(token -> byHash.put(HexFormat.of().formatHex(hash(token)), token));
        Map<String, Link> opened = new HashMap<>();
        links.byHashes(byHash.keySet())
                .forEach((hash, link) -> opened.put(Objects.requireNonNull(byHash.get(hash)), today(link)));
        return opened;
    }

    @Override
    public Optional<Link> byPublicId(UUID publicId) {
        return links.byPublicId(publicId).map(this::today);
    }

    @Override
    public int close(String processInstance, State state) {
        return links.closeForms(processInstance, state);
    }

    @Override
    public void moveEnd(String processInstance, Instant end) {
        links.moveEnd(processInstance, end);
    }

    @Override
    public List<String> openForms(UUID participantId) {
        return links.openForms(participantId, null);
    }

    @Override
    public List<String> openForms(UUID participantId, UUID mentorshipId) {
        return links.openForms(participantId, mentorshipId);
    }

    @Override
    public void withdrawAll(UUID participantId) {
        links.withdraw(participantId, null, ENDING);
    }

    @Override
    public void withdrawAll(UUID participantId, UUID mentorshipId) {
        links.withdraw(participantId, mentorshipId, ENDING);
    }

    @Override
    public List<Link> askedOf(UUID personId) {
        return links.askedOf(personId, clock.instant());
    }

    @Override
    public void end(UUID publicId) {
        links.end(publicId);
    }

    @Override
    public int mintedSince(UUID personId, Purpose purpose, Instant moment) {
        return links.mintedSince(personId, purpose, moment);
    }

    @Override
    public void saveDraft(UUID publicId, String json) {
        links.saveDraft(publicId, json);
    }

    @Override
    public Optional<String> draft(UUID publicId) {
        return links.draft(publicId);
    }

    @Override
    public void answered(UUID publicId, UUID submission) {
        links.answered(publicId, submission);
    }

    @Override
    public Optional<UUID> submission(UUID publicId) {
        return links.submission(publicId);
    }

    @Override
    public boolean copyOnce(UUID publicId) {
        return links.copyOnce(publicId) > 0;
    }

    private Link today(Link link) {
        if (link.state() != State.OPEN || clock.instant().isBefore(link.expiresAt())) {
            return link;
        }
        return link.as(link.publicId(), State.EXPIRED);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
