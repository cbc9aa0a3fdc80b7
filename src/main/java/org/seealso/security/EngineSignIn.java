package org.seealso.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Asks the engine whether name and password fit, and takes its groups as roles. Every refusal looks the same. */
@Component
class EngineSignIn implements AuthenticationProvider {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 200;
    private static final int TRIES_WHEN_BUSY = 3;

    private final IdentityService identity;
    private final SignInThrottle throttle;

    EngineSignIn(IdentityService identity, SignInThrottle throttle) {
        this.identity = identity;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String account = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        String address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (!throttle.mayTry(account, address) || !fits(account, password)) {
            throttle.wrong(account, address);
            throw new BadCredentialsException("name and password do not fit together");
        }
        List<SimpleGrantedAuthority> roles = identity.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(account, null, roles);
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    private boolean fits(String account, String password) {
        if (account.isBlank()
                || account.length() > LONGEST_NAME
                || password.length() > LONGEST_PASSWORD
                || account.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        // The engine counts wrong tries in the account's row, so two at once can collide; the right one tries again.
        for (int i = 0; i < TRIES_WHEN_BUSY; i++) {
            try {
                return identity.checkPassword(account, password);
            } catch (ProcessEngineException collided) {
                continue;
            }
        }
        return false;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
