package dev.kiwi.web.credential;

import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.credential.AccountStandings.AccountVersion;
import dev.kiwi.web.credential.AccountStandings.Standing;
import dev.kiwi.web.credential.TokenCredentials.Known;
import dev.kiwi.web.gate.Credentials;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.invalidate.Invalidations;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Credentials: from a bearer to who stands behind it. */
@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final long MOST_REMEMBERED = 50_000;

    @Bean
    OpenSessions openSessions(Claims claims) {
        return new OpenSessions(claims);
    }

    @Bean
    SigningKeys signingKeys(
            DataSource dataSource,
            DerivedKeys derived,
            Clock clock,
            @Value("${ACCESS_TOKEN_EXPIRE_MINUTES:15}") int minutes) {
        SecureRandom random = new SecureRandom();
        return new SigningKeys(
                new SigningKeyTable(JdbcClient.create(dataSource), derived.signingKeyWrapping(), random),
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                random,
                clock,
                Duration.ofMinutes(minutes));
    }

    @Bean
    SessionTokens sessionTokens(
            SigningKeys keys,
            Clock clock,
            @Value("${API_URL:https://api.aallyn.net}") String issuer,
            @Value("${ACCESS_TOKEN_EXPIRE_MINUTES:15}") int minutes) {
        return new SessionTokens(keys, issuer, Duration.ofMinutes(minutes), clock);
    }

    @Bean
    LoginChallenges loginChallenges(
            SigningKeys keys, Clock clock, @Value("${API_URL:https://api.aallyn.net}") String issuer) {
        return new LoginChallenges(keys, issuer, clock);
    }

    @Bean
    SigningKeyNews signingKeyNews(SigningKeys keys, SessionTokens tokens, Invalidations invalidations) {
        return new SigningKeyNews(keys, tokens, invalidations);
    }

    @Bean
    CredentialCache<String, Known> tokenCache(Invalidations invalidations) {
        return new CredentialCache<>(invalidations, REMEMBERED, MOST_REMEMBERED);
    }

    @Bean
    CredentialCache<AccountVersion, Standing> sessionCache(Invalidations invalidations) {
        return new CredentialCache<>(invalidations, REMEMBERED, MOST_REMEMBERED);
    }

    @Bean
    MeterBinder credentialCacheMetrics(
            CredentialCache<String, Known> tokenCache, CredentialCache<AccountVersion, Standing> sessionCache) {
        return registry -> {
            tokenCache.measure(registry, "tokens");
            sessionCache.measure(registry, "sessions");
        };
    }

    @Bean
    CredentialChanges credentialChanges(
            Invalidations invalidations,
            CredentialCache<String, Known> tokenCache,
            CredentialCache<AccountVersion, Standing> sessionCache) {
        return new CredentialChanges(invalidations, tokenCache, sessionCache);
    }

    @Bean
    AccountStandings accountStandings(
            Claims claims,
            QueryDispatcher queries,
            AppliedPositions positions,
            CredentialCache<AccountVersion, Standing> sessionCache,
            BlockingWork blocking) {
        return new AccountStandings(claims, new ReadModels(queries, positions), sessionCache, blocking);
    }

    @Bean
    Credentials credentials(
            Claims claims,
            QueryDispatcher queries,
            AppliedPositions positions,
            CredentialCache<String, Known> tokenCache,
            AccountStandings standings,
            SessionTokens sessionTokens,
            OpenSessions openSessions,
            SiteCredentials siteCredentials,
            BlockingWork blocking,
            Clock clock,
            @Value("${API_TOKEN_PREFIX:kiwi}") String brand) {
        ReadModels models = new ReadModels(queries, positions);
        return new BearerCredentials(
                new TokenCredentials(brand, claims, models, tokenCache, blocking, clock),
                new SessionCredentials(sessionTokens, standings, blocking, clock),
                openSessions,
                siteCredentials,
                blocking);
    }
}
