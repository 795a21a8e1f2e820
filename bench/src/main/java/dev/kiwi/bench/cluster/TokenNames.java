package dev.kiwi.bench.cluster;

import dev.kiwi.bench.process.KiwiClient;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The names of an account's tokens, as its list shows them. */
final class TokenNames {
    private TokenNames() {}

    static Set<String> of(KiwiClient account) throws IOException {
        Set<String> names = new HashSet<>();
        for (JsonNode token : account.get("/tokens").expect(200)) {
            names.add(token.path("name").asString());
        }
        return names;
    }
}
