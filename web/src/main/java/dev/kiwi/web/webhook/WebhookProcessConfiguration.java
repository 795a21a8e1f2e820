package dev.kiwi.web.webhook;

import dev.kiwi.command.webhook.delivery.DeliveryRoom;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs the command side's process manager on the machinery of projections: neither side may know the other, and only here
 * both are known (ADR 0018).
 */
@Configuration(proxyBeanMethods = false)
class WebhookProcessConfiguration {
    @Bean
    ProjectionDefinition webhookProcess(ObjectProvider<DeliveryRoom> room) {
        return ProjectionDefinition.process(
                "webhook_outbox", model -> room.getObject().process(model::afterCommit));
    }
}
