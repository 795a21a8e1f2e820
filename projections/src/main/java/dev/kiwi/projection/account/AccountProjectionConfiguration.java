package dev.kiwi.projection.account;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the account projector: one segment, because sessions touch the rows of their accounts. */
@Configuration(proxyBeanMethods = false)
class AccountProjectionConfiguration {
    @Bean
    ProjectionDefinition accountProjection() {
        return new ProjectionDefinition(
                Projection.ACCOUNT.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/account.sql",
                1,
                500,
                AccountProjector::new);
    }
}
