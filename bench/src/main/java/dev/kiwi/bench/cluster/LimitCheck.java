package dev.kiwi.bench.cluster;

import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.bench.process.KiwiProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One token's window under 64 parallel clients on two API nodes at once: exactly its limit passes (platform.md 9.1). */
final class LimitCheck {
    private static final int LIMIT = 120;
    private static final int WINDOW_SECONDS = 600;
    private static final int CLIENTS = 64;
    private static final int CALLS = 10;

    private final Path home;
    private final Map<String, String> environment;

    LimitCheck(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = new HashMap<>(environment);
        this.environment.put("API_RATE_LIMIT_MAX", Integer.toString(LIMIT));
        this.environment.put("API_RATE_LIMIT_WINDOW_SECONDS", Integer.toString(WINDOW_SECONDS));
    }

    /** @return what is wrong; nothing when the window holds */
    List<String> violations() throws Exception {
        try (KiwiProcess one = KiwiProcess.start(home.resolve("limited-1"), environment, "api");
                KiwiProcess two = KiwiProcess.start(home.resolve("limited-2"), environment, "api")) {
            KiwiClient admin = KiwiClient.loggedIn(one.url());
            // Nodes that load their classes answer Redis too late, and count alone then.
            KiwiClient other = admin.withToken();
            hammer(List.of(other, other.at(two.url())));
            KiwiClient bearer = admin.withToken();
            long begin = System.nanoTime();
            Map<Integer, Integer> answers = hammer(List.of(bearer, bearer.at(two.url())));
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "%d clients on two nodes: limit %d in %d s, answers %s in %.1f s%n",
                    CLIENTS, LIMIT, WINDOW_SECONDS, answers, seconds);
            boolean exact =
                    answers.getOrDefault(200, 0) == LIMIT && answers.getOrDefault(429, 0) == CLIENTS * CALLS - LIMIT;
            return exact ? List.of() : List.of("a window of " + LIMIT + " gave the answers " + answers);
        }
    }

    private static Map<Integer, Integer> hammer(List<KiwiClient> nodes) throws Exception {
        List<Callable<List<Integer>>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            KiwiClient client = nodes.get(i % nodes.size());
            clients.add(() -> statuses(client));
        }
        Map<Integer, Integer> answers = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Integer>> client : threads.invokeAll(clients)) {
                client.get().forEach(status -> answers.merge(status, 1, Integer::sum));
            }
        }
        return answers;
    }

    private static List<Integer> statuses(KiwiClient client) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            statuses.add(client.get("/v1/leaderboards/timestamps").status());
        }
        return statuses;
    }
}
