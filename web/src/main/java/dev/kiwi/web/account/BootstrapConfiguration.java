package dev.kiwi.web.account;

import dev.kiwi.command.account.SuperuserBootstrap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the application's start make its superuser. */
@Configuration(proxyBeanMethods = false)
class BootstrapConfiguration {
    @Bean
    dev.kiwi.web.app.SuperuserBootstrap superuserPort(SuperuserBootstrap accounts) {
        return accounts::ensure;
    }
}
