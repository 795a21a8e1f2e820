package dev.kiwi.web.openapi;

import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.HttpSettings;
import dev.kiwi.web.limit.LimitSettings;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may ask about the service itself; touches no store. */
@RestController
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

    @GetMapping("/health")
    @Operation(summary = "Is the process alive?")
    Map<String, String> health() {
        return Map.of("status", "ok");
    }

    @GetMapping("/config")
    @Operation(summary = "Public configuration")
    PublicConfig config() {
        return PublicConfig.of(http, portal, limits);
    }
}
