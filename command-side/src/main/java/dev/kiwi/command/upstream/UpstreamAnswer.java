package dev.kiwi.command.upstream;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer, whatever its status.
 *
 * @param headers the first of each name, names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UpstreamAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final int NOT_MODIFIED = 304;
    private static final int OK = 200;
    private static final int FIRST_REDIRECT = 300;

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body that is known already is still the one. */
    public boolean isUnchanged() {
        return status == NOT_MODIFIED;
    }

    public boolean isSuccess() {
        return status >= OK && status < FIRST_REDIRECT;
    }

    /** As UTF-8, which all of them send. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Validators validators() {
        return new Validators(header("etag"), header("last-modified"));
    }
}
