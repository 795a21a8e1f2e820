package dev.kiwi.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of the next request of a connection. */
@FunctionalInterface
public interface Requests {
    byte[] next(int connection);

    /** The same GET again and again; each connection has a credential of its own, as clients do. */
    static Requests get(URI server, String path, List<String> bearers) {
        List<byte[]> prepared = new ArrayList<>();
        for (String bearer : bearers) {
            prepared.add(head("GET", server, path, bearer, "").getBytes(StandardCharsets.UTF_8));
        }
        return connection -> prepared.get(connection % prepared.size());
    }

    /** A GET without a credential. */
    static Requests get(URI server, String path) {
        return get(server, path, List.of(""));
    }

    /** A GET without a credential, as browsers ask: the answer may be compressed. */
    static Requests compressed(URI server, String path) {
        byte[] head = head("GET", server, path, "", "Accept-Encoding: gzip\r\n").getBytes(StandardCharsets.UTF_8);
        return connection -> head;
    }

    /**
     * The paths in turn, each time with a number that no request had before: no answer that was kept for others serves it.
     *
     * @param bearers of the connections; an empty one for nobody in particular
     */
    static Requests fresh(URI server, List<String> paths, List<String> bearers) {
        AtomicLong asked = new AtomicLong();
        return connection -> {
            long number = asked.getAndIncrement();
            String path = paths.get((int) (number % paths.size()));
            String numbered = path + (path.contains("?") ? "&" : "?") + "asked=" + number;
            return head("GET", server, numbered, bearers.get(connection % bearers.size()), "")
                    .getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A GET without a credential by somebody who has the answer with that tag. */
    static Requests known(URI server, String path, String tag) {
        byte[] head =
                head("GET", server, path, "", "If-None-Match: " + tag + "\r\n").getBytes(StandardCharsets.UTF_8);
        return connection -> head;
    }

    /** @param keyed each time under a new {@code Idempotency-Key} */
    static Requests post(URI server, String path, String bearer, String json, boolean keyed) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String more = "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n";
        return connection -> {
            String key = keyed ? "Idempotency-Key: " + UUID.randomUUID() + "\r\n" : "";
            return (head("POST", server, path, bearer, more + key) + json).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String head(String method, URI server, String path, String bearer, String more) {
        String authorization = bearer.isEmpty() ? "" : "Authorization: Bearer " + bearer + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + authorization + more
                + "\r\n";
    }
}
