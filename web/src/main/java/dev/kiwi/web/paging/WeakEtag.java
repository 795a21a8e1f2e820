package dev.kiwi.web.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Weak ETags of reads, made of what the answer depends on (a position, an anchor, the parameters). */
public final class WeakEtag {
    private WeakEtag() {}

    /** The same parts in the same order give the same tag. */
    public static String of(Object... parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return tag(digest.digest());
    }

    private static String tag(byte[] hash) {
        return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    }

    /** Begins the digest of a body that comes in pieces. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tag of a body: equal bytes, equal tag. */
    public static String ofBytes(byte[] body) {
        return tag(sha256().digest(body));
    }

    /** The same of a body that {@link #sha256()} was shown piece by piece; ends the digest. */
    public static String ofDigest(MessageDigest digest) {
        return tag(digest.digest());
    }

    /** 304 when {@code If-None-Match} has the tag, so that the body is never made; else the body with the tag. */
    public static <T> Mono<ResponseEntity<T>> answer(ServerWebExchange exchange, String etag, Supplier<Mono<T>> body) {
        return exchange.checkNotModified(etag)
                ? Mono.empty()
                : body.get().map(made -> ResponseEntity.ok().eTag(etag).body(made));
    }
}
