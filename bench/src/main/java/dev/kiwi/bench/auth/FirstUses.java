package dev.kiwi.bench.auth;

import dev.kiwi.bench.load.Requests;
import dev.kiwi.bench.process.KiwiClient;
import java.net.URI;
import java.util.List;

/** Each request with a token that was never used before. */
final class FirstUses implements Requests {
    /** More than a turn of a second can use. */
    private static final int TOKENS = 8_000;

    private final URI server;
    private final String path;
    private final List<String> tokens;
    private int used;

    FirstUses(URI server, String path, KiwiClient admin) throws Exception {
        this.server = server;
        this.path = path;
        this.tokens = MintedTokens.mint(admin, TOKENS);
    }

    @Override
    public byte[] next(int connection) {
        if (used == tokens.size()) {
            throw new IllegalStateException("All " + TOKENS + " tokens are used before the turn is over");
        }
        return Requests.get(server, path, List.of(tokens.get(used++))).next(connection);
    }
}
