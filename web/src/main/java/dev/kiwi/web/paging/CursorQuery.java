package dev.kiwi.web.paging;

import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.List;
import java.util.function.Function;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * {@code cursor} and {@code limit} of a list that is walked newest first (platform.md 1.12); a controller method takes it
 * as a parameter.
 *
 * @param cursor id of the last item seen; the page starts below it; null for the first page
 * @param limit 1 to 200
 */
public record CursorQuery(@Nullable String cursor, int limit) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** @throws Refusal 400 for a cursor that is no id; 422 for a limit outside */
    public static CursorQuery from(ServerHttpRequest request) {
        String limit = request.getQueryParams().getFirst("limit");
        int size = PageLimit.read(limit, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        String cursor = request.getQueryParams().getFirst("cursor");
        if (cursor == null || cursor.isEmpty()) {
            return new CursorQuery(null, size);
        }
        if (!ObjectId.isValid(cursor)) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The cursor is not one that this list has given out.");
        }
        return new CursorQuery(cursor, size);
    }

    /** Rows to fetch: one more than is shown, which tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** Makes the page from up to {@link #fetch()} rows. */
    public <T> CursorPage<T> page(List<T> rows, Function<T, String> id) {
        boolean more = rows.size() > limit;
        List<T> items = more ? List.copyOf(rows.subList(0, limit)) : List.copyOf(rows);
        return new CursorPage<>(items, more ? id.apply(items.getLast()) : null, more);
    }
}
