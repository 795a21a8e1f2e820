package dev.kiwi.web.leaderboard;

import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A bot posts a dump (leaderboards.md 6.1). */
@RestController
class InsertController {
    private final DumpInsert inserts;

    InsertController(DumpInsert inserts) {
        this.inserts = inserts;
    }

    /** {@code warm} is accepted and has no effect yet: there is nothing to warm. */
    @PostMapping(DumpInsert.ENDPOINT)
    @Gate(Gate.Kind.MASTER_INGEST)
    Mono<ResponseEntity<InsertReply>> insert(
            @RequestParam(required = false) @Nullable Long timestamp,
            @RequestParam(defaultValue = "false") boolean backfill,
            @RequestParam(defaultValue = "false") boolean sync,
            @RequestParam(defaultValue = "true") boolean warm,
            Caller caller,
            ServerWebExchange exchange) {
        return inserts.insert(new DumpInsert.Request(timestamp, backfill, sync, caller), exchange)
                .map(reply -> ResponseEntity.status(sync ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .body(reply));
    }
}
