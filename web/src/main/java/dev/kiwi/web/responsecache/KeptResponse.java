package dev.kiwi.web.responsecache;

import dev.kiwi.web.paging.WeakEtag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * One answer with status 200.
 *
 * @param type null when it had none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptResponse(byte[] body, @Nullable MediaType type, String etag) {
    static KeptResponse of(byte[] body, @Nullable MediaType type) {
        return new KeptResponse(body, type, WeakEtag.ofBytes(body));
    }
}
