package dev.kiwi.web.scanning;

import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.LeakedToken;
import dev.kiwi.api.token.ReportLeakedToken;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** GitHub's secret scanning tells of tokens that it found in public; its signature is the credential (platform.md 14). */
@RestController
@Gate(Gate.Kind.OPEN)
class SecretScanningController {
    private static final Logger LOG = LoggerFactory.getLogger(SecretScanningController.class);
    private static final String SOURCE = "github";

    private final ReportSignature signatures;
    private final Commands commands;
    private final BlockingWork blocking;
    private final JsonMapper json;
    private final String brand;

    SecretScanningController(
            ReportSignature signatures,
            Commands commands,
            BlockingWork blocking,
            JsonMapper json,
            @Value("${API_TOKEN_PREFIX:kiwi}") String brand) {
        this.signatures = signatures;
        this.commands = commands;
        this.blocking = blocking;
        this.json = json;
        this.brand = brand;
    }

    /** What a match was: {@code true_positive} or {@code false_positive}. */
    record Label(String tokenRaw, String tokenType, String label) {
        static Label of(Finding finding, boolean real) {
            return new Label(finding.token(), finding.type(), real ? "true_positive" : "false_positive");
        }

        /** Hides the secret, so that it never reaches a log. */
        @Override
        public String toString() {
            return "Label[" + label + "]";
        }
    }

    @PostMapping("/secret-scanning/github")
    Mono<ResponseEntity<List<Label>>> report(
            @RequestHeader(name = "Github-Public-Key-Identifier", required = false) @Nullable String keyId,
            @RequestHeader(name = "Github-Public-Key-Signature", required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] body,
            ServerWebExchange exchange) {
        byte[] report = body == null ? new byte[0] : body;
        return blocking.call(() -> read(keyId, signature, report))
                .flatMapMany(Flux::fromIterable)
                // One after the other: the same token may stand in a report twice.
                .concatMap(finding -> label(finding, exchange))
                .collectList()
                .map(labels ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(labels));
    }

    /** Nothing of a report is looked at before its signature is good. */
    private List<Finding> read(@Nullable String keyId, @Nullable String signature, byte[] report) {
        if (!signatures.isGood(keyId, signature, report)) {
            throw new Refusal(ErrorCode.NOT_AUTHENTICATED, "This report is not signed by GitHub.");
        }
        return Finding.in(report, json);
    }

    private Mono<Label> label(Finding finding, ServerWebExchange exchange) {
        if (TokenText.check(brand, finding.token()) == TokenText.Offline.WRONG_CHECKSUM) {
            return Mono.just(Label.of(finding, false));
        }
        return commands.<LeakedToken>send(new ReportLeakedToken(Sha256.hex(finding.token()), SOURCE), exchange)
                .map(done -> {
                    LeakedToken leaked = done.result();
                    if (leaked != null && leaked.revokedNow()) {
                        LOG.warn("Token {} ({}) was found in public and is revoked", leaked.tokenId(), leaked.prefix());
                    }
                    return Label.of(finding, leaked != null);
                });
    }
}
