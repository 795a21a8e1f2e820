package dev.kiwi.web.paging;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** {@code offset} and {@code limit} of a data list; every list has its own default and maximum. */
public record OffsetQuery(int offset, int limit) {
    /** @throws dev.kiwi.web.http.InvalidParameter 422 for what lies outside */
    public static OffsetQuery from(ServerHttpRequest request, int defaultLimit, int maxLimit) {
        String limit = request.getQueryParams().getFirst("limit");
        String offset = request.getQueryParams().getFirst("offset");
        return new OffsetQuery(
                PageLimit.read(offset, "offset", 0, 0, Integer.MAX_VALUE),
                PageLimit.read(limit, "limit", defaultLimit, 1, maxLimit));
    }
}
