package dev.kiwi.web.mail;

import dev.kiwi.command.mail.Mailroom;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs the command side's process manager on the machinery of projections: neither side may know the other, and only here
 * both are known (ADR 0018).
 */
@Configuration(proxyBeanMethods = false)
class MailProcessConfiguration {
    @Bean
    ProjectionDefinition mailProcess(ObjectProvider<Mailroom> mailroom) {
        return ProjectionDefinition.process(
                "mail", model -> mailroom.getObject().process(model::afterCommit));
    }
}
