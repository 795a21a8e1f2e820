package dev.kiwi.web.export;

import dev.kiwi.api.account.AccountExport;
import dev.kiwi.api.account.ExportAccount;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that is held of the caller, as one file (platform.md 3.8). */
@RestController
@Gate(Gate.Kind.SESSION)
class ExportController {
    private static final String FILE =
            ContentDisposition.attachment().filename("kiwi-export.json").build().toString();

    private final Queries queries;
    private final ExportText text;
    private final Clock clock;

    ExportController(Queries queries, ExportText text, Clock clock) {
        this.queries = queries;
        this.text = text;
        this.clock = clock;
    }

    @GetMapping("/auth/me/export")
    @ReadsFrom({Projection.ACCOUNT, Projection.SESSION, Projection.TOKEN, Projection.WEBHOOK})
    Mono<ResponseEntity<Flux<DataBuffer>>> export(Caller.Session caller, ServerWebExchange exchange) {
        var buffers = exchange.getResponse().bufferFactory();
        return queries.ask(new ExportAccount(caller.accountId()), AccountExport.class)
                .map(account -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, FILE)
                        .body(text.of(account, clock.instant())
                                .map(piece -> buffers.wrap(piece.getBytes(StandardCharsets.UTF_8)))));
    }
}
