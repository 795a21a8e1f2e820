package dev.kiwi.web.responsecache;

import dev.kiwi.web.paging.WeakEtag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * One answer with status 200.
 *
 * @param type null when it had none, as {@code cacheControl}
 * @param fresh when it is the same
 */
record KeptResponse(
        KeptBody body,
        @Nullable MediaType type,
        String etag,
        @Nullable String cacheControl,
        FreshTime fresh) {
    /** @param headers may have a tag of their own: of what matters in a body whose rest tells the time */
    static KeptResponse of(byte[] body, HttpHeaders headers, FreshTime fresh) {
        String tag = headers.getETag();
        return new KeptResponse(
                new KeptBody(body),
                headers.getContentType(),
                tag == null ? WeakEtag.ofBytes(body) : tag,
                headers.getCacheControl(),
                fresh);
    }
}
