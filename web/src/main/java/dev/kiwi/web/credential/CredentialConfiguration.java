package dev.kiwi.web.credential;

import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.credential.SessionCredentials.AccountVersion;
import dev.kiwi.web.credential.SessionCredentials.Standing;
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
    SessionTokens sessionTokens(
            DataSource dataSource,
            DerivedKeys derived,
            Clock clock,
            @Value("${API_URL:https://api.aallyn.net}") String issuer,
            @Value("${ACCESS_TOKEN_EXPIRE_MINUTES:15}") int minutes) {
        SigningKeys keys = new SigningKeys(
                JdbcClient.create(dataSource),
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                derived.signingKeyWrapping(),
                new SecureRandom(),
                clock);
        return new SessionTokens(keys, issuer, Duration.ofMinutes(minutes), clock);
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
    Credentials credentials(
            Claims claims,
            QueryDispatcher queries,
            AppliedPositions positions,
            CredentialCache<String, Known> tokenCache,
            CredentialCache<AccountVersion, Standing> sessionCache,
            SessionTokens sessionTokens,
            BlockingWork blocking,
            Clock clock,
            @Value("${API_TOKEN_PREFIX:kiwi}") String brand) {
        ReadModels models = new ReadModels(queries, positions);
        return new BearerCredentials(
                new TokenCredentials(brand, claims, models, tokenCache, blocking, clock),
                new SessionCredentials(sessionTokens, claims, models, sessionCache, blocking));
    }
}
