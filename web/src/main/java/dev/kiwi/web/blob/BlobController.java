package dev.kiwi.web.blob;

import dev.kiwi.command.blob.BlobCensus;
import dev.kiwi.command.blob.BlobCensus.Count;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How much the blob store holds. When it was last cleaned is with the job {@code blob-sweep}. */
@RestController
class BlobController {
    private final BlobCensus census;
    private final BlockingWork blocking;

    BlobController(BlobCensus census, BlockingWork blocking) {
        this.census = census;
        this.blocking = blocking;
    }

    @GetMapping("/admin/blobs")
    @Gate(Gate.Kind.SUPERUSER_SESSION)
    Mono<Count> count() {
        return blocking.call(census::count);
    }
}
