package org.seealso.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those who sign in, as the engine knows them. */
@Component
public class Accounts {
    private final IdentityService identity;

    Accounts(IdentityService identity) {
        this.identity = identity;
    }

    /** An account by the name it signs in with; {@code address} is empty if none was given. */
    public record Account(String id, String name, String address) {
        public boolean hasAddress(String other) {
            return !address.isEmpty() && address.equalsIgnoreCase(other.strip());
        }
    }

    public Optional<Account> account(String id) {
        return Optional.ofNullable(identity.createUserQuery().userId(id).singleResult())
                .map(Accounts::of);
    }

    public List<Account> members(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(Accounts::of)
                .toList();
    }

    private static Account of(User user) {
        String name = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
        return new Account(
                user.getId(),
                name.isEmpty() ? user.getId() : name,
                text(user.getEmail()).strip());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
