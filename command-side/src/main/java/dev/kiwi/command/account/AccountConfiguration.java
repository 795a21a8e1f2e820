package dev.kiwi.command.account;

import dev.kiwi.command.account.breach.BreachCheck;
import dev.kiwi.command.account.breach.RangeBreachCheck;
import dev.kiwi.command.account.captcha.Captcha;
import dev.kiwi.command.account.captcha.CaptchaSettings;
import dev.kiwi.command.account.captcha.SiteverifyCaptcha;
import dev.kiwi.command.account.github.GithubOauth;
import dev.kiwi.command.account.github.GithubSettings;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.dispatch.AggregateDefinition;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.upstream.UpstreamClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The account context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {
    private static final int SNAPSHOT_EVERY = 50;

    @Bean
    AggregateDefinition<Account> accountAggregate() {
        return new AggregateDefinition<>(Account.class, SNAPSHOT_EVERY);
    }

    @Bean
    AggregateDefinition<SecondFactor> secondFactorAggregate() {
        return new AggregateDefinition<>(SecondFactor.class, SNAPSHOT_EVERY);
    }

    @Bean
    SecondFactorVault secondFactorVault(DataSource dataSource, SubjectKeys keys, Clock clock) {
        SecondFactorVault vault = new SecondFactorVault(
                new SecondFactorTable(JdbcClient.create(dataSource)),
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                new SubjectCipher(keys),
                clock);
        // Nobody can use them from then on; this also takes the rows away.
        keys.onDestroyed(vault::erased);
        return vault;
    }

    @Bean
    EmailFingerprints emailFingerprints(DerivedKeys keys) {
        return new EmailFingerprints(keys.emailClaims());
    }

    @Bean
    GithubFingerprints githubFingerprints(DerivedKeys keys) {
        return new GithubFingerprints(keys.githubClaims());
    }

    @Bean
    KnownGithubAccounts knownGithubAccounts(Claims claims, GithubFingerprints fingerprints) {
        return new KnownGithubAccounts(claims, fingerprints);
    }

    @Bean
    GithubOauth githubOauth(
            UpstreamClient upstream,
            @Value("${GITHUB_CLIENT_ID:}") String clientId,
            @Value("${GITHUB_CLIENT_SECRET:}") String clientSecret,
            @Value("${UPSTREAM_GITHUB_URL:https://github.com}") URI site,
            @Value("${UPSTREAM_GITHUB_API_URL:https://api.github.com}") URI api,
            @Value("${API_URL:https://api.aallyn.net}") URI apiUrl) {
        return new GithubOauth(upstream, GithubSettings.of(clientId, clientSecret, site, api, apiUrl));
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
    KnownAddresses knownAddresses(Claims claims, EmailFingerprints fingerprints) {
        return new KnownAddresses(claims, fingerprints);
    }

    @Bean
    PasswordLogin passwordLogin(KnownAddresses addresses, CommandDispatcher commands, PasswordHasher hasher) {
        return new PasswordLogin(addresses, commands, hasher);
    }

    @Bean
    EmailLinks emailLinks(
            DerivedKeys keys,
            Clock clock,
            @Value("${EMAIL_VERIFICATION_EXPIRE_HOURS:48}") int verificationHours,
            @Value("${PASSWORD_RESET_EXPIRE_HOURS:1}") int resetHours) {
        return new EmailLinks(
                keys.emailLinks(), clock, Duration.ofHours(verificationHours), Duration.ofHours(resetHours));
    }

    @Bean
    NewPasswords newPasswords(
            PasswordHasher hasher,
            UpstreamClient upstream,
            @Value("${PASSWORD_BREACH_CHECK:true}") boolean checked,
            @Value("${UPSTREAM_HIBP_URL:https://api.pwnedpasswords.com}") URI hibp) {
        return new NewPasswords(checked ? new RangeBreachCheck(upstream, hibp) : BreachCheck.NONE, hasher);
    }

    @Bean
    DisposableDomains disposableDomains(@Value("${DISPOSABLE_EMAIL_CHECK:true}") boolean checked) {
        return new DisposableDomains(checked);
    }

    @Bean
    Captcha captcha(
            UpstreamClient upstream,
            @Value("${CAPTCHA_PROVIDER:turnstile}") String provider,
            @Value("${CAPTCHA_SECRET:}") String secret,
            @Value("${CAPTCHA_SITEKEY:}") String sitekey,
            @Value("${UPSTREAM_TURNSTILE_URL:https://challenges.cloudflare.com}") URI turnstile,
            @Value("${UPSTREAM_HCAPTCHA_URL:https://api.hcaptcha.com}") URI hcaptcha) {
        return SiteverifyCaptcha.of(new CaptchaSettings(provider, secret, sitekey, turnstile, hcaptcha), upstream);
    }

    @Bean
    SuperuserBootstrap superuserBootstrap(
            Claims claims, EmailFingerprints fingerprints, CommandDispatcher commands, PasswordHasher hasher) {
        return new SuperuserBootstrap(claims, fingerprints, commands, hasher);
    }
}
