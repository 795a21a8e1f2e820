package dev.kiwi.web.leaderboard;

import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.submission.SubmittedTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A bot posts a dump (leaderboards.md 6.1). */
@RestController
@Tag(name = "leaderboards")
class InsertController {
    private final DumpInsert inserts;

    InsertController(DumpInsert inserts) {
        this.inserts = inserts;
    }

    /** For the OpenAPI document only: the body is read piece by piece. */
    record DumpForm(
            @Schema(type = "string", format = "binary") String file) {}

    @PostMapping(DumpInsert.ENDPOINT)
    @Gate(Gate.Kind.MASTER_INGEST)
    @Operation(
            operationId = "insertLeaderboards",
            summary = "File a dump of the leaderboards as a capture",
            description = "The same moment filed again replaces what was there. An API token may file once "
                    + "in five minutes (unless configured otherwise).",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "The dump, LeaderBot.cfg as the game mod writes it",
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = DumpForm.class))))
    @ApiResponse(
            responseCode = "200",
            description = "With sync: served from now on, or not accepted",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "Stored; served in a moment", useReturnTypeSchema = true)
    Mono<ResponseEntity<InsertReply>> insert(
            @Parameter(
                            description =
                                    "When the dump was made, in unix seconds of the last 14 days; left out: the last "
                                            + "11:00 UTC. 00:00 UTC counts as 11:00 UTC.",
                            example = "1795345200",
                            schema = @Schema(type = "integer", format = "int64"))
                    @RequestParam(required = false)
                    @Nullable
                    String timestamp,
            @Parameter(description = "Accept a timestamp of more than 14 days ago")
                    @RequestParam(defaultValue = "false")
                    boolean backfill,
            @Parameter(description = "Answer only when the capture is served") @RequestParam(defaultValue = "false")
                    boolean sync,
            @Parameter(description = "Have the report on cheaters made at once; not with backfill")
                    @RequestParam(defaultValue = "true")
                    boolean warm,
            Caller caller,
            ServerWebExchange exchange) {
        return inserts.insert(
                        new DumpInsert.Request(new SubmittedTime(timestamp), backfill, sync, warm, caller), exchange)
                .map(reply -> ResponseEntity.status(sync ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .body(reply));
    }
}
