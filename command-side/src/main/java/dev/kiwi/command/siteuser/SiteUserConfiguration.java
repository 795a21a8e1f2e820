package dev.kiwi.command.siteuser;

import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.dispatch.AggregateDefinition;
import dev.kiwi.command.siteuser.discord.Discord;
import dev.kiwi.command.siteuser.discord.DiscordSettings;
import dev.kiwi.command.upstream.UpstreamClient;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of site users on the command side. */
@Configuration(proxyBeanMethods = false)
class SiteUserConfiguration {
    // A page that stays open refreshes four times an hour, for a month.
    private static final int SNAPSHOT_EVERY = 100;
    private static final Duration PATIENCE_WITH_DISCORD = Duration.ofSeconds(10);

    @Bean
    AggregateDefinition<SiteUser> siteUserAggregate() {
        return new AggregateDefinition<>(SiteUser.class, SNAPSHOT_EVERY);
    }

    @Bean
    AggregateDefinition<SiteSession> siteSessionAggregate() {
        return new AggregateDefinition<>(SiteSession.class, SNAPSHOT_EVERY);
    }

    @Bean
    SiteUserClaims siteUserClaims(Claims claims, DerivedKeys keys) {
        return new SiteUserClaims(claims, keys.siteUserClaims());
    }

    @Bean
    FreeUsernames freeUsernames(SiteUserClaims claims) {
        return new FreeUsernames(claims, new SecureRandom());
    }

    @Bean
    SiteUserErasure siteUserErasure(SubjectKeys keys) {
        return keys::destroyWithCommit;
    }

    @Bean
    Discord discord(
            UpstreamClient upstream,
            @Value("${DISCORD_CLIENT_ID:}") String clientId,
            @Value("${DISCORD_CLIENT_SECRET:}") String clientSecret,
            @Value("${UPSTREAM_DISCORD_URL:https://discord.com}") URI base,
            @Value("${API_URL:https://api.aallyn.net}") URI api) {
        return new Discord(
                upstream,
                new DiscordSettings(
                        clientId,
                        clientSecret,
                        base,
                        UpstreamClient.below(api, "/v1/site-auth/oauth/discord/callback"),
                        PATIENCE_WITH_DISCORD));
    }
}
