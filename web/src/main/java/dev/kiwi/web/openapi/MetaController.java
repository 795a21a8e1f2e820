package dev.kiwi.web.openapi;

import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.HttpSettings;
import dev.kiwi.web.limit.LimitSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may ask about the service itself; touches no store. */
@RestController
@Tag(name = "meta", description = "The service itself")
@Gate(Gate.Kind.OPEN)
class MetaController {
    private final HttpSettings http;
    private final PortalSettings portal;
    private final LimitSettings limits;

    MetaController(HttpSettings http, PortalSettings portal, LimitSettings limits) {
        this.http = http;
        this.portal = portal;
        this.limits = limits;
    }

    record Health(String status) {}

    @GetMapping("/health")
    @Operation(operationId = "getHealth", summary = "Tell whether the service is alive")
    Health health() {
        return new Health("ok");
    }

    @GetMapping("/config")
    @Operation(
            operationId = "getConfig",
            summary = "Show the public configuration",
            description = "The `bit`s of scopes, added up, are the `scopes` of a new API token.")
    PublicConfig config() {
        return PublicConfig.of(http, portal, limits);
    }
}
