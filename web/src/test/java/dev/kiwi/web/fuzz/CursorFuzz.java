package dev.kiwi.web.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.http.InvalidParameter;
import dev.kiwi.web.paging.CursorQuery;
import java.util.regex.Pattern;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/** A cursor and a limit, with one line break between: a page, or 400 or 422. */
public final class CursorFuzz {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

    private CursorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = new String(input, UTF_8).split("\n", 2);
        CursorQuery query;
        try {
            query = CursorQuery.from(
                    MockServerHttpRequest.get("/t?cursor={c}&limit={l}", lines[0], lines.length > 1 ? lines[1] : "1")
                            .build());
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.BAD_REQUEST) {
                throw refusal;
            }
            return;
        } catch (InvalidParameter unprocessable) {
            return;
        }
        if (query.limit() < 1 || query.limit() > CursorQuery.MAX_LIMIT) {
            throw new AssertionError("limit " + query.limit());
        }
        if (query.cursor() != null && !ID.matcher(query.cursor()).matches()) {
            throw new AssertionError("cursor " + query.cursor());
        }
    }
}
