package dev.kiwi.web.feed;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.feed.source.BilibiliImages;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Bucket;
import dev.kiwi.web.limit.Limit;
import dev.kiwi.web.limit.RateLimits;
import dev.kiwi.web.paging.WeakEtag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The one feed endpoint that asks an upstream while somebody waits; at most ten seconds, and sixteen at once. */
@RestController
@Tag(name = "feeds")
class BilibiliImageController {
    /** A page shows some dozens of pictures at once. */
    private static final Limit PER_ADDRESS = new Limit(600, 60);

    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final BilibiliImages images;
    private final RateLimits limits;
    private final BlockingWork blocking;

    BilibiliImageController(BilibiliImages images, RateLimits limits, BlockingWork blocking) {
        this.images = images;
        this.limits = limits;
        this.blocking = blocking;
    }

    @GetMapping("/v1/feeds/bilibili/image")
    @Gate(Gate.Kind.OPEN)
    @Operation(
            operationId = "getBilibiliImage",
            summary = "Get the picture of a video on Bilibili",
            description = "Their servers show pictures on their own pages only. 600 pictures a minute for an address.")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "502", description = "Bilibili gives no picture")
    Mono<ResponseEntity<byte[]>> image(
            @Parameter(
                            description = "Address of a picture, by https at hdslb.com or below it",
                            example = "https://i0.hdslb.com/bfs/archive/a.jpg")
                    @RequestParam
                    String url,
            ServerWebExchange exchange) {
        URI address = BilibiliImages.address(url)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.BAD_REQUEST, "The url has to be that of a picture at hdslb.com, by https."));
        return limits.pay(exchange, new Bucket("feed-image:" + ClientIp.subscriber(exchange), PER_ADDRESS))
                .then(blocking.call(() -> images.fetch(address)))
                .onErrorMap(UpstreamFailure.class, e -> new ResponseStatusException(HttpStatus.BAD_GATEWAY))
                .flatMap(image -> answer(image, exchange));
    }

    private static Mono<ResponseEntity<byte[]>> answer(BilibiliImages.Image image, ServerWebExchange exchange) {
        String etag = WeakEtag.ofBytes(image.bytes());
        exchange.getResponse().getHeaders().setCacheControl(A_DAY);
        return exchange.checkNotModified(etag)
                ? Mono.empty()
                : Mono.just(ResponseEntity.ok()
                        .eTag(etag)
                        .contentType(MediaType.parseMediaType(image.type()))
                        .body(image.bytes()));
    }
}
