package org.seealso.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.camunda.bpm.engine.FilterService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the desk after the sign-in filters and before Camunda's own. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
    private static final int AFTER_SIGN_IN = -80;

    @Bean
    FilterRegistrationBean<DeskFilter> deskFilter(
            DeskTasks tasks,
            DeskSubmissions submissions,
            Briefing briefing,
            FilterService filters,
            PlatformTransactionManager transactions,
            ObjectMapper json,
            Clock clock) {
        FilterRegistrationBean<DeskFilter> filter = new FilterRegistrationBean<>(new DeskFilter(
                tasks, submissions, briefing, filters, new TransactionTemplate(transactions), json, clock));
        filter.addUrlPatterns("/camunda/api/engine/*");
        filter.setOrder(AFTER_SIGN_IN);
        return filter;
    }
}
