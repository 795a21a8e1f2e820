package dev.kiwi.web.rotation;

import dev.kiwi.api.rotation.CaptureChallenge;
import dev.kiwi.api.rotation.CaptureChaosChest;
import dev.kiwi.api.rotation.Captured;
import dev.kiwi.api.rotation.ReportLuxionSighting;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.StorableText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Bots post what they see; the server says for when it counts (rotations.md 3, 4). */
@RestController
@Tag(name = "rotations")
@Gate(Gate.Kind.MASTER_INGEST)
class CaptureController {
    private static final String COOLDOWN =
            " An API token may post once in five minutes (unless configured otherwise), here and elsewhere apart.";
    private static final String CHAOS_CHEST = "/v1/rotations/chaos-chest/insert";
    private static final String CHALLENGE = "/v1/rotations/challenge/insert";
    private static final String LUXION = "/v1/rotations/luxion/insert";

    private final CaptureFiling filing;

    CaptureController(CaptureFiling filing) {
        this.filing = filing;
    }

    record CaptureBody(
            @NotNull @Size(max = 200) @StorableText String name) {}

    @PostMapping(CHAOS_CHEST)
    @Operation(
            operationId = "captureChaosChest",
            summary = "Say what the chaos chest holds this week",
            description = "Posted again, it replaces what was said for the week." + COOLDOWN)
    Mono<Captured> chaosChest(@Valid @RequestBody Mono<CaptureBody> body, Caller caller, ServerWebExchange exchange) {
        return filing.file(CHAOS_CHEST, body.map(sent -> new CaptureChaosChest(sent.name())), caller, exchange);
    }

    @PostMapping(CHALLENGE)
    @Operation(
            operationId = "captureChallenge",
            summary = "Say what the hourly challenge is",
            description = "It counts for the latest window that has begun, and replaces what was said for it; `none` "
                    + "is refused." + COOLDOWN)
    Mono<Captured> challenge(@Valid @RequestBody Mono<CaptureBody> body, Caller caller, ServerWebExchange exchange) {
        return filing.file(CHALLENGE, body.map(sent -> new CaptureChallenge(sent.name())), caller, exchange);
    }

    @PostMapping(LUXION)
    @Operation(
            operationId = "captureLuxion",
            summary = "Say that Luxion is here",
            description = "Begins a run of visits, unless one lasts." + COOLDOWN)
    Mono<Captured> luxion(Caller caller, ServerWebExchange exchange) {
        return filing.file(LUXION, Mono.just(new ReportLuxionSighting()), caller, exchange);
    }
}
