package dev.kiwi.web.market;

import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.submission.SubmittedTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A bot posts a scrape (market.md 5). */
@RestController
@Tag(name = "market")
class ScrapeController {
    private final ScrapeInsert inserts;

    ScrapeController(ScrapeInsert inserts) {
        this.inserts = inserts;
    }

    /** For the OpenAPI document only: the body is read piece by piece. */
    record ScrapeForm(
            @Schema(type = "string", format = "binary") String file) {}

    @PostMapping(ScrapeInsert.ENDPOINT)
    @Gate(Gate.Kind.MASTER_INGEST)
    @Operation(
            operationId = "insertMarket",
            summary = "File a scrape of the marketplace",
            description = "Listings of the items of interest are stored; one that is known is only seen again. "
                    + "The answer comes when the reads serve it. An API token may file once in five "
                    + "minutes (unless configured otherwise).",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "The scrape, GrainusMod.cfg as the game mod writes it",
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = ScrapeForm.class))))
    Mono<ScrapeReply> insert(
            @Parameter(
                            description = "When the listings were seen, in unix seconds; left out, 0 or less: now",
                            example = "1795345200",
                            schema = @Schema(type = "integer", format = "int64"))
                    @RequestParam(required = false)
                    @Nullable
                    String timestamp,
            Caller caller,
            ServerWebExchange exchange) {
        return inserts.insert(new SubmittedTime(timestamp), caller, exchange);
    }
}
