package dev.kiwi.web.account;

import dev.kiwi.command.account.SuperuserBootstrap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the application's start make its superuser. */
@Configuration(proxyBeanMethods = false)
class BootstrapConfiguration {
    @Bean
    dev.kiwi.web.app.SuperuserBootstrap superuserPort(SuperuserBootstrap accounts) {
        return new Port(accounts);
    }

    private record Port(SuperuserBootstrap accounts) implements dev.kiwi.web.app.SuperuserBootstrap {
        @Override
        public boolean exists(String email) {
            return accounts.exists(email);
        }

        @Override
        public String ensureAccount(String email, String password) {
            return accounts.ensureAccount(email, password);
        }

        @Override
        public void ensureSuperuser(String account, String password) {
            accounts.ensureSuperuser(account, password);
        }
    }
}
