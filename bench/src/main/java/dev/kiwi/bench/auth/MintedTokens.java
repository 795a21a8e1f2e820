package dev.kiwi.bench.auth;

import dev.kiwi.bench.process.KiwiClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many fresh tokens of the superuser. */
final class MintedTokens {
    private static final int AT_ONCE = 16;

    private MintedTokens() {}

    static List<String> mint(KiwiClient admin, int count) throws Exception {
        List<Callable<String>> mints =
                Collections.nCopies(count, () -> admin.withToken().bearer());
        List<String> tokens = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<String> minted : threads.invokeAll(mints)) {
                tokens.add(minted.get());
            }
        }
        return tokens;
    }
}
