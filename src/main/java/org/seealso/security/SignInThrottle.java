package org.seealso.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down without giving strangers a way to lock a coordinator out: wrong passwords are counted for an
 * account as tried from one address, and for the address as a whole. Both are forgiven within ten minutes.
 */
@Component
class SignInThrottle {
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 50;
    private static final Duration FORGIVEN_WITHIN = Duration.ofMinutes(10);

    private record Try(String account, String address) {}

    private final Cache<Try, Allowance> byAccount = cache();
    private final Cache<String, Allowance> byAddress = cache();
    private final Clock clock;

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    boolean mayTry(String account, String address) {
        return account(account, address).left() > 0 && address(address).left() > 0;
    }

    void wrong(String account, String address) {
        account(account, address).take();
        address(address).take();
    }

    private Allowance account(String account, String address) {
        return byAccount.get(new Try(account, address), k -> new Allowance(PER_ACCOUNT, FORGIVEN_WITHIN, clock));
    }

    private Allowance address(String address) {
        return byAddress.get(address, k -> new Allowance(PER_ADDRESS, FORGIVEN_WITHIN, clock));
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }
}
