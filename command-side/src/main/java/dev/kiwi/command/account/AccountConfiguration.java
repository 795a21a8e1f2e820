package dev.kiwi.command.account;

import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.dispatch.AggregateDefinition;
import dev.kiwi.command.dispatch.CommandDispatcher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The account context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {
    private static final int SNAPSHOT_EVERY = 50;

    @Bean
    AggregateDefinition<Account> accountAggregate() {
        return new AggregateDefinition<>(Account.class, SNAPSHOT_EVERY);
    }

    @Bean
    EmailFingerprints emailFingerprints(DerivedKeys keys) {
        return new EmailFingerprints(keys.emailClaims());
    }

    @Bean
    PersonalDataErasure personalDataErasure(SubjectKeys keys) {
        return keys::destroyWithCommit;
    }

    @Bean
    PasswordHasher passwordHasher() {
        return new PasswordHasher();
    }

    @Bean
    PasswordLogin passwordLogin(
            Claims claims,
            EmailFingerprints fingerprints,
            CommandDispatcher commands,
            PasswordHasher hasher,
            @Value("${REQUIRE_VERIFIED_FOR_LOGIN:true}") boolean requireVerified) {
        return new PasswordLogin(claims, fingerprints, commands, hasher, requireVerified);
    }

    @Bean
    SuperuserBootstrap superuserBootstrap(
            Claims claims, EmailFingerprints fingerprints, CommandDispatcher commands, PasswordHasher hasher) {
        return new SuperuserBootstrap(claims, fingerprints, commands, hasher);
    }
}
