package dev.kiwi.web.scanning;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public keys that GitHub signs reports with, by their ids. They are asked for when an unknown id comes, at most once
 * a minute whatever comes, and kept for the life of the process.
 */
final class GithubKeys {
    private static final Logger LOG = LoggerFactory.getLogger(GithubKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final URI source;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private @Nullable Instant asked;

    GithubKeys(URI source, JsonMapper json, Clock clock) {
        this.source = source;
        this.json = json;
        this.clock = clock;
    }

    /** The key in PEM; empty when GitHub has none of that id or does not answer. Blocks. */
    Optional<String> pem(String id) {
        String pem = known.get(id);
        return pem != null ? Optional.of(pem) : askFor(id);
    }

    // Whoever waits here finds what the one before has fetched.
    private synchronized Optional<String> askFor(String id) {
        Instant now = clock.instant();
        boolean mayAsk = asked == null || !now.isBefore(asked.plus(PAUSE));
        if (!known.containsKey(id) && mayAsk) {
            asked = now;
            ask();
        }
        return Optional.ofNullable(known.get(id));
    }

    private void ask() {
        try {
            // Made for each of these rare calls: at the start it would only cost time.
            byte[] answer = WebClient.create()
                    .get()
                    .uri(source)
                    .retrieve()
                    .bodyToMono(byte[].class)
                    .block(PATIENCE);
            json.readTree(answer == null ? new byte[0] : answer)
                    .path("public_keys")
                    .forEach(this::remember);
        } catch (RuntimeException e) {
            LOG.warn("The keys of GitHub's secret scanning could not be read: {}", e.toString());
        }
    }

    private void remember(JsonNode key) {
        String id = key.path("key_identifier").asString("");
        String pem = key.path("key").asString("");
        if (!id.isEmpty() && !pem.isEmpty()) {
            known.put(id, pem);
        }
    }
}
