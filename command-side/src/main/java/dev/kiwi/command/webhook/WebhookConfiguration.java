package dev.kiwi.command.webhook;

import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.dispatch.AggregateDefinition;
import dev.kiwi.command.webhook.target.TargetRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The webhook context's beans on the command side, but for its deliveries. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    @Bean
    AggregateDefinition<Webhook> webhookAggregate() {
        return new AggregateDefinition<>(Webhook.class, 0);
    }

    @Bean
    WebhookSecrets webhookSecrets(DerivedKeys keys) {
        return new WebhookSecrets(keys);
    }

    @Bean
    TargetRules targetRules(@Value("${WEBHOOK_TRUSTED_HOSTS:}") String trusted) {
        return TargetRules.trusting(trusted);
    }
}
