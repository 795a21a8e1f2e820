package dev.kiwi.web.credential;

import dev.kiwi.command.siteuser.SiteUserClaims;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.invalidate.Invalidations;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Credentials of site users. */
@Configuration(proxyBeanMethods = false)
class SiteCredentialConfiguration {
    @Bean
    SiteTokens siteTokens(
            SigningKeys keys,
            Clock clock,
            Invalidations invalidations,
            @Value("${API_URL:https://api.aallyn.net}") String issuer,
            @Value("${ACCESS_TOKEN_EXPIRE_MINUTES:15}") int minutes) {
        SiteTokens tokens = new SiteTokens(keys, issuer, Duration.ofMinutes(minutes), clock);
        invalidations.subscribe(SigningKeyNews.TOPIC, any -> tokens.forget());
        return tokens;
    }

    @Bean
    SiteStandings siteStandings(SiteUserClaims claims, Invalidations invalidations, BlockingWork blocking) {
        return new SiteStandings(claims, invalidations, blocking);
    }

    @Bean
    SiteCredentials siteCredentials(SiteTokens tokens, SiteStandings standings, BlockingWork blocking) {
        return new SiteCredentials(tokens, standings, blocking);
    }
}
