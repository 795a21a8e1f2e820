package dev.kiwi.projection.webhook;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the webhook projector: one segment, because an erased account takes all its webhooks along. */
@Configuration(proxyBeanMethods = false)
class WebhookProjectionConfiguration {
    @Bean
    ProjectionDefinition webhookProjection() {
        return new ProjectionDefinition(
                Projection.WEBHOOK.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/webhook.sql",
                1,
                500,
                WebhookProjector::new);
    }
}
