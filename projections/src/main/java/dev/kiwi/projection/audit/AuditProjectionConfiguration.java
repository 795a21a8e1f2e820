package dev.kiwi.projection.audit;

import dev.kiwi.api.audit.AddressFingerprints;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the audit projector: two segments, because each event is a row of its own. */
@Configuration(proxyBeanMethods = false)
class AuditProjectionConfiguration {
    @Bean
    ProjectionDefinition auditProjection(AddressFingerprints fingerprints) {
        return new ProjectionDefinition(
                Projection.AUDIT.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/audit.sql",
                2,
                500,
                model -> new AuditProjector(model, fingerprints));
    }
}
