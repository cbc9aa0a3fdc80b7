package org.seealso.command;

import org.seealso.letter.Placeholders;
import org.seealso.rules.Contracts;
import org.seealso.rules.DelegateNames;
import org.seealso.rules.RulesCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The check of this very jar: its delegates, its placeholders. A start and the check command use the same one. */
@Configuration(proxyBeanMethods = false)
public class HouseCheck {
    /** @param checked the fingerprint of rules that were checked already, by whoever started a rehearsal */
    @Bean
    RulesCheck rulesCheck(@Value("${seealso.rehearsal.checked:}") String checked) {
        return create().trusting(checked);
    }

    public static RulesCheck create() {
        return new RulesCheck(DelegateNames.scan().keySet(), Placeholders.known(), Contracts.ofTheHouse());
    }
}
