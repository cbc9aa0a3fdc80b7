package org.seealso.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the place we run in decides. {@code quickstart} means plain http on this machine only; {@code inbox} shows every
 * letter without a sign-in and is for the quick start alone.
 */
@ConfigurationProperties("seealso")
record SecuritySettings(
        @DefaultValue("false") boolean quickstart,
        @DefaultValue("false") boolean inbox,
        @DefaultValue Limits limits,
        @DefaultValue Map<String, NewAccount> accounts) {

    /** Requests allowed per minute and address: sending forms, and opening private links. */
    record Limits(
            @DefaultValue("20") int publicPerMinute,
            @DefaultValue("60") int linksPerMinute) {}

    /** An account to create if it is missing; an existing one is never changed. */
    record NewAccount(
            @Nullable String password,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email) {}
}
